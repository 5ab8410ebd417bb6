public import FenjieModel

extension WorkbookReader {
    /// Visits all cells with text, row by row as the file holds them, and in a row by their columns.
    ///
    /// Memory follows one row: a sheet with a cell in each far corner costs as little as one with two neighbours.
    ///
    /// - Parameters:
    ///   - sheet: one of `sheets`.
    ///   - body: takes a cell and its text as UTF-8.
    /// - Returns: the merged ranges of the sheet.
    /// - Throws: ``XLSXFailure`` where the sheet is damaged or over a limit, or what `body` throws.
    @discardableResult
    public func forEachCell(
        of sheet: WorksheetInfo, _ body: (CellReference, ArraySlice<UInt8>) throws -> Void
    ) throws -> [CellRange] {
        var scanner = try scanner(for: sheet)
        do {
            while try scanner.nextRow() {
                for cell in scanner.row.cells {
                    let place = CellReference(row: scanner.row.number, column: cell.column)
                    if cell.isShared {
                        try body(place, scanner.context.strings.bytes[cell.start..<cell.end])
                    } else {
                        try body(place, scanner.row.text[cell.start..<cell.end])
                    }
                }
            }
        } catch let failure as XLSXFailure { throw failure.inFile(name).at(sheet: sheet.name) }
        return scanner.merges
    }
}
