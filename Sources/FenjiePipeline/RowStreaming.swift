internal import FenjieFiles
internal import FenjieFormats
internal import FenjieModel
internal import FenjieXLSX

/// Rows on their way from an input to CSV, one at a time, so that memory does not grow with their number.
struct RowStreaming {
    private let reader: any RowReader
    private let findings: () -> [Finding]

    /// Opens an input whose rows can be read one after the other; `nil` for forms that are read whole, and for workbooks
    /// of several sheets.
    init?(_ file: InputFile, options: ReadingOptions) throws {
        switch try InputForm(of: file, options: options) {
        case .csv:
            let csv = try CSVReader(
                file,
                options: CSVReadingOptions(
                    delimiter: options.delimiter, encoding: options.encoding, limits: options.csvLimits))
            reader = csv
            findings = { csv.findings }
        case .xlsx:
            let workbook = try WorkbookReader(file: file, limits: options.workbookLimits)
            guard workbook.sheets.count == 1 else { return nil }
            reader = try workbook.rows(of: workbook.sheets[0])
            findings = { workbook.findings }
        case .text: return nil
        }
    }

    /// Copies all rows.
    func copy(to destination: inout Destination, _ options: CSVWritingOptions) throws -> [Finding] {
        let memory = MemorySink()
        let writer = try CSVWriter(memory, options: options)
        var row = RowBuffer()
        while try reader.next(into: &row) {
            try writer.write(row)
            if memory.bytes.count >= 1 << 18 { try destination.write(memory.takeBytes()) }
        }
        try writer.finish()
        try destination.write(memory.takeBytes())
        return findings() + writer.findings
    }
}
