internal import FenjieModel
internal import FenjieTemplates

/// The state of a row, as its status column says, by the template's own words first.
struct StatusReader {
    private let column: CheckedColumn
    private let meanings: CellCache<StatusMeaning?>

    init?(_ table: CheckedTable) {
        guard let column = table.column(.status) else { return nil }
        self.column = column
        meanings = table.statuses
    }

    var statusColumn: CheckedColumn { column }

    func meaning(_ row: borrowing CheckedRow) -> StatusMeaning? {
        row.isBlank(column) ? nil : meanings.reading(of: column, in: row)
    }
}
