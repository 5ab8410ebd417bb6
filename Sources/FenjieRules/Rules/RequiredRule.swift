internal import FenjieModel
internal import FenjieTemplates

/// Required values are there (Table Schema, `required`).
///
/// In a spanned column a blank cell continues the value above. A word for “none” is an answer where a unit fills in, and
/// no value anywhere else.
struct RequiredRule: Rule {
    static let name = "required"
    static let codes = [
        CodeDescription(
            "value-missing", .error, Message("必填的单元格是空的", "a required cell is empty"),
            cause: Message(
                "模板中该栏 constraints.required 为 true，而单元格是空的，或只有空格。",
                "The template requires a value, and the cell is empty or holds white space only."),
            example: Message("第 8 行的“具体要求”没有内容。", "具体要求 is empty in row 8."),
            cure: Message("补填内容；确实可以不填的，去掉模板中的 required。", "Fill it in; if it may stay empty, drop required."))
    ]

    private struct Item {
        let column: CheckedColumn
        let title: String
        let spans: Bool
        let takesNone: Bool
        /// Columns of which one is enough where this one is empty.
        var instead: [CheckedColumn] = []
        var hasValue = false
    }

    private var items: [Item] = []
    private let noneValues: SortedTexts

    init?(_ table: CheckedTable) {
        noneValues = table.noneValues
        for (column, field) in table.known where field.constraints.required {
            items.append(
                Item(column: column, title: field.title, spans: field.span != .none, takesNone: field.print.isFillIn))
        }
        for index in items.indices where items[index].column.meaning == .responsibleUnit {
            items[index].instead = table.unitColumns
                .filter { $0.meaning != .assistingUnit && $0.cell != items[index].column.cell }
        }
        for field in table.template.fields where field.constraints.required && table.column(of: field) == nil {
            guard let column = table.standIn(for: field), !items.contains(where: { $0.column.cell == column.cell })
            else { continue }
            items.append(Item(column: column, title: column.heading, spans: true, takesNone: field.print.isFillIn))
        }
        guard !items.isEmpty else { return nil }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        for index in items.indices {
            guard isMissing(items[index].column, takesNone: items[index].takesNone, in: row) else {
                items[index].hasValue = true
                continue
            }
            if row.continuesNumber, items[index].column.meaning == .number { continue }
            if items[index].instead.contains(where: { !isMissing($0, takesNone: false, in: row) }) { continue }
            if row.isBlank(items[index].column), items[index].spans, items[index].hasValue { continue }
            let title = items[index].title
            report.add(
                "value-missing", items[index].column, in: row,
                Message("“\(title)”没有填写", "\(title) is empty"),
                hint: Message("请补填“\(title)”", "fill in \(title)"))
        }
    }

    private func isMissing(_ column: CheckedColumn, takesNone: Bool, in row: borrowing CheckedRow) -> Bool {
        let value = row.value(column)
        return value.isEmpty || !takesNone && noneValues.contains(row.cells.bytes, value)
    }
}
