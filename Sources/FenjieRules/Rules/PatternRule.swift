internal import FenjieModel
internal import FenjieTemplates
internal import _StringProcessing

/// Values match the pattern of their field (Table Schema, `pattern`).
///
/// Patterns are regular expressions of Swift's `Regex` and must match the whole value. A pattern can take time that
/// grows exponentially with the value, so that longer values than `longest` are reported and not tried.
struct PatternRule: Rule {
    static let name = "pattern"
    static let longest = 256
    static let codes = [
        CodeDescription(
            "pattern-mismatch", .error, Message("格式不符", "a value does not match its pattern"),
            cause: Message(
                "模板中该栏 constraints.pattern 规定了写法，单元格的内容整体不符合。",
                "The template's constraints.pattern says how values are written, and the cell as a whole differs."),
            example: Message("pattern 为 [A-Z]\\d{3}，单元格是 A12。", "The pattern is [A-Z]\\d{3}, and the cell says A12."),
            cure: Message("按规定的写法改正。", "Write it as the pattern says.")),
        CodeDescription(
            "pattern-not-tried", .warning, Message("内容过长，未核对格式", "a value is too long for its pattern"),
            cause: Message(
                "为避免个别表达式耗时过长，超过 256 个字符的内容不与 pattern 核对。",
                "Some expressions take very long on long texts, so that values of more than 256 characters are not tried."
            ),
            example: Message("一个单元格有 3000 字。", "A cell holds 3000 characters."),
            cure: Message("缩短内容，或改用 maxLength 约束。", "Shorten the value, or use maxLength.")),
        CodeDescription(
            "pattern-invalid", .error, Message("模板的 pattern 有误", "the template's pattern is broken"),
            cause: Message("constraints.pattern 不是有效的正则表达式。", "constraints.pattern is no regular expression."),
            example: Message("pattern 为 [A-Z（少了右方括号）。", "The pattern is [A-Z, without its closing bracket."),
            cure: Message("改正模板；所有值暂未核对。", "Correct the template; no value was tried.")),
    ]

    private struct Item {
        let column: CheckedColumn
        let field: TemplateField
        let pattern: String
        let regex: Regex<AnyRegexOutput>?
    }

    private var items: [Item] = []

    init?(_ table: CheckedTable) {
        for (column, field) in table.known {
            guard let pattern = field.constraints.pattern else { continue }
            items.append(Item(column: column, field: field, pattern: pattern, regex: try? Regex(pattern)))
        }
        guard !items.isEmpty else { return nil }
    }

    mutating func begin(_ report: inout RuleReport) {
        for item in items where item.regex == nil {
            report.add(
                "pattern-invalid", heading: item.column.position, field: item.field.name,
                Message(
                    "模板中“\(item.field.title)”的 pattern 不是有效的正则表达式，未核对",
                    "the template's pattern for \(item.field.title) is no regular expression; nothing was tried"),
                hint: Message("请改正模板", "correct the template"))
        }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        for item in items {
            let value = row.value(item.column)
            guard !value.isEmpty, let regex = item.regex else { continue }
            guard CellBytes.length(row.cells.bytes, value) <= Self.longest else {
                report.add(
                    "pattern-not-tried", item.column, in: row,
                    Message("“\(item.field.title)”过长，未核对格式", "\(item.field.title) is too long to be tried"))
                continue
            }
            let text = row.text(item.column)
            if (try? regex.wholeMatch(in: text)) != nil { continue }
            report.add(
                "pattern-mismatch", item.column, in: row,
                Message(
                    "“\(QuotedText.short(text))”不合“\(item.field.title)”的写法",
                    "“\(QuotedText.short(text))” is not how \(item.field.title) is written"),
                hint: item.field.description.isEmpty
                    ? Message("写法：\(item.pattern)", "it is written as \(item.pattern)")
                    : Message(item.field.description, item.field.description))
        }
    }
}
