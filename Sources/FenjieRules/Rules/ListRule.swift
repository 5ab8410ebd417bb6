internal import FenjieModel
internal import FenjieTemplates

/// No item of a list is empty (Table Schema, type `list`).
struct ListRule: Rule {
    static let name = "list-type"
    static let codes = [
        CodeDescription(
            "list-item-empty", .warning, Message("列表中有空项", "an item of a list is empty"),
            cause: Message(
                "单元格列出多个值，其中两个分隔符之间什么也没有，可能漏写了一项。",
                "The cell lists several values, and nothing stands between two separators; an item may be lost."),
            example: Message("“市财政局、、市教育局”。", "市财政局、、市教育局."),
            cure: Message("补上漏写的一项，或删去多余的顿号。", "Add the item that is lost, or delete a separator."))
    ]

    private let columns: [CheckedColumn]

    init?(_ table: CheckedTable) {
        columns = table.known.filter { $0.field.type == .list }.map(\.column)
        guard !columns.isEmpty else { return nil }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        for index in columns.indices where Self.hasEmptyItem(row.cells.bytes, row.value(columns[index])) {
            report.add(
                "list-item-empty", columns[index], in: row,
                Message("两个分隔符之间没有内容", "nothing stands between two separators"),
                hint: Message("请补上漏写的一项，或删去多余的分隔符", "add the item, or delete a separator"))
        }
    }

    /// Whether two separators (、 ， ； , ;) follow each other, or one stands at an end.
    private static func hasEmptyItem(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        var wasSeparator = true
        var index = range.lowerBound
        while index < range.upperBound {
            // Chinese characters, three bytes each, are most of what there is.
            if 0xE4...0xE9 ~= bytes[index] {
                wasSeparator = false
                index += 3
                continue
            }
            let separator = separatorWidth(bytes, index, range.upperBound)
            if separator > 0 {
                if wasSeparator { return true }
                wasSeparator = true
                index += separator
            } else {
                let space = CellBytes.spaceWidth(bytes, at: index, end: range.upperBound)
                if space == 0 { wasSeparator = false }
                index += max(1, space)
            }
        }
        return false
    }

    private static func separatorWidth(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        switch bytes[index] {
        case 0x2C, 0x3B: return 1
        case 0xE3: return end - index >= 3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x81 ? 3 : 0
        case 0xEF:
            return end - index >= 3 && bytes[index + 1] == 0xBC
                && (bytes[index + 2] == 0x8C || bytes[index + 2] == 0x9B)
                ? 3 : 0
        default: return 0
        }
    }
}
