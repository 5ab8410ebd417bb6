internal import FenjieModel
internal import FenjieTemplates

/// The state of a row, as its status column says, by the template's own words first.
struct StatusReader {
    private let column: CheckedColumn
    private let own: [String: StatusMeaning]

    init?(_ table: CheckedTable) {
        guard let column = table.column(.status) else { return nil }
        self.column = column
        var own: [String: StatusMeaning] = [:]
        // A choice of the template that closes a task and is no word of the field means that it is done.
        for value in column.field?.done ?? [] where StatusMeaning(value) == nil { own[value] = .done }
        self.own = own
    }

    var statusColumn: CheckedColumn { column }

    func meaning(_ row: borrowing CheckedRow) -> StatusMeaning? {
        guard !row.isBlank(column) else { return nil }
        let text = row.text(column)
        return own[text] ?? StatusMeaning(text)
    }
}
