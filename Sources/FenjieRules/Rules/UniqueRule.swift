internal import FenjieModel
internal import FenjieTemplates

/// No value of a column occurs twice (Table Schema, `unique`).
struct UniqueRule: Rule {
    static let name = "unique"
    static let codes = [
        CodeDescription(
            "value-repeated", .error, Message("值重复", "a value occurs twice"),
            cause: Message(
                "模板中该栏 constraints.unique 为 true，而这个值在前面已经出现过。",
                "The template says constraints.unique, and the value stands in a row above."),
            example: Message("第 5 行和第 9 行的序号都是 4。", "Rows 5 and 9 both have the number 4."),
            cure: Message("核对两行，改正其中一个值，或删去重复的行。", "Compare the rows; correct one value or delete the double."))
    ]

    private var items: [(column: CheckedColumn, title: String, seen: FirstRows)] = []
    /// Numbers may begin anew in each group.
    private var groups: NumberGroups?

    init?(_ table: CheckedTable) {
        for (column, field) in table.known where field.constraints.unique && table.template.primaryKey != [field.name] {
            items.append((column, field.title, FirstRows()))
        }
        guard !items.isEmpty else { return nil }
        if items.contains(where: { $0.column.meaning == .number }) { groups = NumberGroups(table) }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        let begins = groups?.begins(row) ?? false && groups?.isNew ?? false
        for index in items.indices {
            let value = row.value(items[index].column)
            guard !value.isEmpty else { continue }
            guard let first = items[index].seen.insert(row.cells.bytes, value, row: row.cells.number) else { continue }
            if begins, items[index].column.meaning == .number, groups?.isFirst(row) ?? false {
                items[index].seen = FirstRows()
                _ = items[index].seen.insert(row.cells.bytes, value, row: row.cells.number)
                continue
            }
            let title = items[index].title
            let text = QuotedText.short(row.text(items[index].column))
            report.add(
                "value-repeated", items[index].column, in: row,
                Message("“\(title)”的值“\(text)”与第 \(first) 行重复", "\(title) “\(text)” stands in row \(first) already"),
                hint: Message("请核对这两行，改正其中一个", "compare the two rows and correct one"))
        }
    }
}
