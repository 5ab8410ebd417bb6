internal import FenjieModel
internal import FenjieTemplates

/// Numbers and whole numbers are written as such (Table Schema, types `number` and `integer`).
struct NumberRule: Rule {
    static let name = "number-type"
    static let codes = [
        CodeDescription(
            "not-a-number", .error, Message("不是数字", "not a number"),
            cause: Message("模板中该栏的类型是 number，而单元格不是数字。", "The field is a number, and the cell is none."),
            example: Message("“得分”填了“九十分”或“85%”。", "The score says 九十分, or 85%."),
            cure: Message("只写数字，单位和百分号写在栏名里。", "Write the number alone; units belong into the heading.")),
        CodeDescription(
            "not-an-integer", .error, Message("不是整数", "not a whole number"),
            cause: Message("模板中该栏的类型是 integer，而单元格不是整数。", "The field is an integer, and the cell is none."),
            example: Message("“人数”填了“12.5”。", "A count says 12.5."),
            cure: Message("写成整数。", "Write a whole number.")),
    ]

    private var items: [(column: CheckedColumn, title: String, isInteger: Bool)] = []

    init?(_ table: CheckedTable) {
        for (column, field) in table.known where field.type == .integer || field.type == .number {
            items.append((column, field.title, field.type == .integer))
        }
        guard !items.isEmpty else { return nil }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        for item in items {
            let value = row.value(item.column)
            guard !value.isEmpty else { continue }
            let form = WrittenNumber.form(of: row.cells.bytes, value)
            guard form == .other || item.isInteger && form != .integer else { continue }
            let text = QuotedText.short(row.text(item.column))
            if item.isInteger {
                report.add(
                    "not-an-integer", item.column, in: row,
                    Message("“\(item.title)”应为整数，填的是“\(text)”", "\(item.title) is a whole number, not “\(text)”"),
                    hint: Message("请只写整数，如 12", "write a whole number such as 12"))
            } else {
                report.add(
                    "not-a-number", item.column, in: row,
                    Message("“\(item.title)”应为数字，填的是“\(text)”", "\(item.title) is a number, not “\(text)”"),
                    hint: Message("请只写半角数字，如 12 或 3.5", "write the number alone, such as 12 or 3.5"))
            }
        }
    }
}
