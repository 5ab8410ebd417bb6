internal import FenjieFiles
internal import FenjieModel
internal import FenjieTestSupport
internal import FenjieText
internal import FenjieXLSX

/// Shared steps of the tests that read workbooks.
enum Reading {
    /// The dump of a workbook as JSON.
    static func dump(_ bytes: [UInt8], limits: XLSXLimits = XLSXLimits()) throws -> JSONValue {
        let reader = try WorkbookReader(file: InputFile(bytes: bytes, name: "表.xlsx"), limits: limits)
        var output: [UInt8] = []
        try reader.dump { output += $0 }
        return try JSONValue(parsing: output)
    }

    /// The cells of the first sheet by their references.
    static func cells(_ bytes: [UInt8], limits: XLSXLimits = XLSXLimits()) throws -> [String: String] {
        let members = try dump(bytes, limits: limits)["sheets"]?.items?.first?["cells"]?.members ?? []
        var cells: [String: String] = [:]
        for member in members { cells[member.name] = member.value.string }
        return cells
    }

    /// The rows of the first sheet as a row reader yields them, by their numbers.
    static func rows(_ bytes: [UInt8]) throws -> [Int: [String]] {
        let reader = try WorkbookReader(file: InputFile(bytes: bytes, name: "表.xlsx"))
        let rows = try reader.rows(of: reader.sheets[0])
        var row = RowBuffer()
        var all: [Int: [String]] = [:]
        while try rows.next(into: &row) { all[row.number] = row.strings }
        return all
    }

    /// All sheets in memory.
    static func document(_ bytes: [UInt8], limits: XLSXLimits = XLSXLimits()) throws -> Document {
        try WorkbookReader(file: InputFile(bytes: bytes, name: "表.xlsx"), limits: limits).document()
    }

    /// Why a workbook is refused; `nil` where it is read.
    static func refusal(_ bytes: [UInt8], limits: XLSXLimits = XLSXLimits()) throws -> XLSXFailure? {
        do {
            _ = try dump(bytes, limits: limits)
            return nil
        } catch let failure as XLSXFailure { return failure }
    }
}
