internal import FenjieKit

extension FuzzTarget {
    /// Whole containers, damaged as they come.
    static let zip = FuzzTarget("zip") { bytes in try readWorkbook(bytes) }

    /// One part of a workbook; the first byte says which, the others are sound.
    static let parts = FuzzTarget("parts") { bytes in
        let (choice, input) = bytes.choiceAndInput
        let names = SampleWorkbook.partNames
        try readWorkbook(SampleWorkbook.bytes(replacing: names[choice % names.count], with: input))
    }

    /// The XML of a worksheet.
    static let sheet = FuzzTarget("sheet") { bytes in
        try readWorkbook(SampleWorkbook.bytes(replacing: SampleWorkbook.sheetPart, with: bytes))
    }

    /// Reads a workbook by all ways; the size of the window must change nothing.
    private static func readWorkbook(_ bytes: [UInt8]) throws {
        let file = InputFile(bytes: bytes, name: "input.xlsx")
        var small = fuzzLimits
        small.windowBytes = 1_024
        let whole = try? dump(file, fuzzLimits)
        let parts = try? dump(file, small)
        guard whole == parts else { throw FuzzFault("workbook: the size of the window changes the cells") }
        let reader = try WorkbookReader(file: file, limits: fuzzLimits)
        var row = RowBuffer()
        for sheet in reader.sheets {
            let rows = try reader.rows(of: sheet)
            while try rows.next(into: &row) {}
            _ = try reader.look(of: sheet)
        }
        for sheet in try reader.document().sheets {
            _ = try? TaskTable.recognize(sheet, template: issuedForm)
            _ = Passport.all(in: sheet.rows)
        }
    }

    private static func dump(_ file: InputFile, _ limits: XLSXLimits) throws -> [UInt8] {
        var out: [UInt8] = []
        try WorkbookReader(file: file, limits: limits).dump { out += $0 }
        return out
    }

    /// Limits that small inputs can reach.
    private static let fuzzLimits: XLSXLimits = {
        var limits = XLSXLimits()
        limits.partBytes = 1 << 20
        limits.sheetBytes = 1 << 22
        limits.sharedStringBytes = 1 << 20
        limits.totalBytes = 16 << 20
        limits.rowBytes = 1 << 20
        limits.gapFields = 1 << 14
        return limits
    }()
}
