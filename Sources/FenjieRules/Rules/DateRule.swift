internal import FenjieGrammar
internal import FenjieModel
internal import FenjieTemplates

/// Days are days of the calendar (Table Schema, type `date`).
struct DateRule: Rule {
    static let name = "date-type"
    static let codes = [
        CodeDescription(
            "not-a-date", .error, Message("不是日期", "not a date"),
            cause: Message(
                "模板中该栏的类型是 date，而单元格不是确切的一天。", "The field is a date, and the cell names no certain day."),
            example: Message("“完成日期”填了“9月底”或“2024-02-30”。", "A date says 9月底, or 2024-02-30."),
            cure: Message("写成 2024-09-30 的样子。", "Write it like 2024-09-30.")),
        CodeDescription(
            "date-as-text", .warning, Message("日期写成了文本", "a date is typed as text"),
            cause: Message(
                "单元格看得出是哪一天，但不是标准日期，Excel 不能按日期排序和计算。",
                "The day can be told, yet the cell is no date to a spreadsheet and does not sort or count as one."),
            example: Message("“完成日期”填了“2024.9.30”或“2024年9月30日”。", "A date says 2024.9.30, or 2024年9月30日."),
            cure: Message("重新输入为 2024-09-30。", "Type it again as 2024-09-30.")),
    ]

    private var items: [(column: CheckedColumn, title: String)] = []
    private let isText: Bool

    init?(_ table: CheckedTable) {
        isText = table.options.isText
        for (column, field) in table.known where field.type == .date { items.append((column, field.title)) }
        guard !items.isEmpty else { return nil }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        for item in items {
            let value = row.value(item.column)
            guard !value.isEmpty, !WrittenDate.isStandard(row.cells.bytes, value) else { continue }
            let text = row.text(item.column)
            let date = WrittenDate.day(of: text)
            if isText, date != nil, Self.isSpelled(text) { continue }
            if let date, !date.isSerial {
                report.add(
                    "date-as-text", item.column, in: row,
                    Message(
                        "“\(item.title)”的日期写成了文本“\(QuotedText.short(text))”",
                        "\(item.title) “\(QuotedText.short(text))” is typed as text"),
                    hint: Message("请重新输入为 \(date.day)", "type it again as \(date.day)"))
            } else {
                report.add(
                    "not-a-date", item.column, in: row,
                    Message(
                        "“\(item.title)”应为日期，填的是“\(QuotedText.short(text))”",
                        "\(item.title) is a date, not “\(QuotedText.short(text))”"),
                    hint: date.map {
                        Message("是否为 \($0.day)？请把单元格设为日期格式", "is it \($0.day)? give the cell a date format")
                    }
                        ?? Message("请写成 2024-09-30 的样子", "write it like 2024-09-30"))
            }
        }
    }

    /// `2024/9/30` and `2024-9-30`: what a spreadsheet makes of a date when it saves text.
    private static func isSpelled(_ text: String) -> Bool {
        text.utf8.count <= 10
            && text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
            && text.utf8.contains { $0 &- 0x30 >= 10 }
    }
}
