internal import FenjieModel
internal import FenjieTemplates

/// The state of a row, as its status column says, by the template's own words first.
struct StatusReader {
    private let column: CheckedColumn
    private let words: StatusWords

    init?(_ table: CheckedTable) {
        guard let column = table.column(.status) else { return nil }
        self.column = column
        words = StatusWords(column.field)
    }

    var statusColumn: CheckedColumn { column }

    func meaning(_ row: borrowing CheckedRow) -> StatusMeaning? {
        row.isBlank(column) ? nil : words.meaning(of: row.text(column))
    }
}
