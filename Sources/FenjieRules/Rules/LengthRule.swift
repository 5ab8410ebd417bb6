internal import FenjieModel
internal import FenjieTemplates

/// Texts are neither too short nor too long (Table Schema, `minLength` and `maxLength`).
struct LengthRule: Rule {
    static let name = "length"
    static let codes = [
        CodeDescription(
            "too-short", .error, Message("内容过短", "a text is too short"),
            cause: Message(
                "模板中该栏 constraints.minLength 规定了最少字数，内容不足。",
                "The template's constraints.minLength asks for more characters."),
            example: Message("“进展情况”至少 10 字，只写了“正在推进”。", "10 characters are asked for, and it says 正在推进."),
            cure: Message("写具体一些：做了什么、取得什么结果。", "Say more: what was done, and with what result.")),
        CodeDescription(
            "too-long", .error, Message("内容过长", "a text is too long"),
            cause: Message(
                "模板中该栏 constraints.maxLength 规定了最多字数，内容超出。",
                "The template's constraints.maxLength allows fewer characters."),
            example: Message("“存在问题”最多 200 字，写了 350 字。", "200 characters are allowed, and it has 350."),
            cure: Message("压缩内容，详细材料另附。", "Shorten it; details go into an attachment.")),
    ]

    private var items: [(column: CheckedColumn, title: String, least: Int, most: Int)] = []

    init?(_ table: CheckedTable) {
        for (column, field) in table.known {
            let constraints = field.constraints
            guard constraints.minLength != nil || constraints.maxLength != nil else { continue }
            items.append((column, field.title, constraints.minLength ?? 0, constraints.maxLength ?? .max))
        }
        guard !items.isEmpty else { return nil }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        for item in items {
            let value = row.value(item.column)
            guard !value.isEmpty else { continue }
            let length = CellBytes.length(row.cells.bytes, value)
            if length < item.least {
                report.add(
                    "too-short", item.column, in: row,
                    Message(
                        "“\(item.title)”只有 \(length) 字，至少要 \(item.least) 字",
                        "\(item.title) has \(Message.counted(length, "character")); it needs \(item.least)"),
                    hint: Message("请写得具体一些", "say more"))
            } else if length > item.most {
                report.add(
                    "too-long", item.column, in: row,
                    Message(
                        "“\(item.title)”有 \(length) 字，最多 \(item.most) 字",
                        "\(item.title) has \(Message.counted(length, "character")); "
                            + "\(Message.counted(item.most, "is", "are")) allowed"),
                    hint: Message("请压缩内容", "shorten it"))
            }
        }
    }
}
