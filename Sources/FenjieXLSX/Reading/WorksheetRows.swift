public import FenjieModel

/// The rows of one worksheet, one after the other.
///
/// Cells that the file leaves out are empty fields. Rows that it leaves out are not yielded: `RowBuffer.number` tells.
public final class WorksheetRows: RowReader {
    private var scanner: SheetScanner
    private let file: String
    let sheet: WorksheetInfo
    private var hidden = HiddenParts()

    init(_ scanner: consuming SheetScanner, file: String, sheet: WorksheetInfo) {
        self.scanner = scanner
        self.file = file
        self.sheet = sheet
    }

    /// Fills `row` with the next row; `false` at the end.
    ///
    /// - Throws: ``XLSXFailure`` where the sheet is damaged, over a limit, or has its rows in no order.
    public func next(into row: inout RowBuffer) throws -> Bool {
        do throws(XLSXFailure) {
            // One call for all of it: each access to a member of a class is checked for overlap with others.
            guard try scanner.nextRow(into: &row) else { return false }
        } catch { throw error.inFile(file).at(sheet: sheet.name) }
        if scanner.row.isHidden, !scanner.row.cells.isEmpty { hidden.rows.append(row.number) }
        return true
    }

    /// The merged ranges; complete once `next` has returned `false`.
    public var merges: [CellRange] { scanner.merges }

    /// The columns that the file hides, counted from 1.
    public var hiddenColumns: Set<Int> { Set(scanner.hiddenColumns.columns(upTo: GridLimits.columns)) }

    /// Whether the file hides the last row that was read.
    public var isRowHidden: Bool { scanner.row.isHidden }

    /// What the sheet hides, and formulas without results; complete once `next` has returned `false`.
    public var findings: [Finding] {
        var hidden = hidden
        for column in scanner.hiddenColumns.columns(upTo: scanner.width) { hidden.columns.append(column) }
        return hidden.findings(of: sheet, file: file) + scanner.uncomputed.findings(of: sheet.name, file: file)
    }
}
