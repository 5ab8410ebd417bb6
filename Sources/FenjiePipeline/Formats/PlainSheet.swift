internal import FenjieModel

extension PrintedSheet {
    /// A sheet as it stands, without layout.
    init(plain sheet: Sheet) {
        let width = max(1, sheet.columnCount)
        self.init(
            name: sheet.name, visibility: sheet.visibility, style: .data,
            columns: (0..<width).map { _ in PrintedColumn(heading: "", width: 12) }, rows: sheet.rows,
            merges: sheet.merges, hasFilter: false)
    }
}
