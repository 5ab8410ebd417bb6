internal import FenjieModel
internal import FenjieTemplates

/// Values match the pattern of their field (Table Schema, `pattern`).
struct PatternRule: Rule {
    static let name = "pattern"
    static let codes = [
        CodeDescription(
            "pattern-mismatch", .error, Message("格式不符", "a value does not match its pattern"),
            cause: Message(
                "模板中该栏 constraints.pattern 规定了写法，单元格的内容整体不符合。",
                "The template's constraints.pattern says how values are written, and the cell as a whole differs."),
            example: Message("pattern 为 [A-Z]\\d{3}，单元格是 A12。", "The pattern is [A-Z]\\d{3}, and the cell says A12."),
            cure: Message("按规定的写法改正。", "Write it as the pattern says."))
    ]

    private var items: [(column: CheckedColumn, field: TemplateField, pattern: Pattern)] = []

    init?(_ table: CheckedTable) {
        for (column, field) in table.known {
            if let pattern = field.constraints.pattern { items.append((column, field, pattern)) }
        }
        guard !items.isEmpty else { return nil }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        for (column, field, pattern) in items where !row.isBlank(column) {
            let text = row.text(column)
            guard !pattern.matches(text) else { continue }
            report.add(
                "pattern-mismatch", column, in: row,
                Message(
                    "“\(QuotedText.short(text))”不合“\(field.title)”的写法",
                    "“\(QuotedText.short(text))” is not how \(field.title) is written"),
                hint: field.description.isEmpty
                    ? Message("写法：\(pattern.text)", "it is written as \(pattern.text)")
                    : Message(field.description, field.description))
        }
    }
}
