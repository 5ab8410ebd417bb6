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
        try visitCells(of: sheet, body).merges
    }

    /// Visits all cells with text, and says what the sheet hides and which formulas have no results.
    func visitCells(
        of sheet: WorksheetInfo, _ body: (CellReference, ArraySlice<UInt8>) throws -> Void
    ) throws -> (merges: [CellRange], findings: [Finding]) {
        var scanner = try scanner(for: sheet)
        var hidden = HiddenParts()
        do {
            while try scanner.nextRow() {
                guard let last = scanner.row.cells.last else { continue }
                scanner.width = max(scanner.width, last.column)
                if scanner.row.isHidden { hidden.rows.append(scanner.row.number) }
                for cell in scanner.row.cells {
                    try body(CellReference(row: scanner.row.number, column: cell.column), scanner.text(of: cell))
                }
            }
        } catch let failure as XLSXFailure { throw failure.inFile(name).at(sheet: sheet.name) }
        for column in scanner.hiddenColumns.columns(upTo: scanner.width) { hidden.columns.append(column) }
        let findings =
            hidden.findings(of: sheet, file: name) + scanner.uncomputed.findings(of: sheet.name, file: name)
        return (scanner.merges, findings)
    }
}
