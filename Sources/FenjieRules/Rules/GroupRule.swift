internal import FenjieModel
internal import FenjieTemplates

/// The rows of a first-level task stand together.
struct GroupRule: Rule {
    static let name = "group"
    static let codes = [
        CodeDescription(
            "group-parted", .warning, Message("同一任务的行没有排在一起", "the rows of a task do not stand together"),
            cause: Message(
                "一级任务在隔了别的任务之后又出现，可能是行被移动，或合并单元格断开、填错。",
                "A first-level task comes again behind another one; rows may have moved, or a merged cell was undone."),
            example: Message("“惠民实事”的行之间夹着“营商环境”的行。", "A row of another task stands among those of 惠民实事."),
            cure: Message("把同一任务的行移到一起，或改正一级任务。", "Move the rows together, or correct the task."))
    ]

    private let column: CheckedColumn
    private var seen = FirstRows()
    private var current: [UInt8] = []

    init?(_ table: CheckedTable) {
        guard let column = table.column(.task), column.field?.span ?? .merge != .none else { return nil }
        self.column = column
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        guard !row.isBlank(column) else { return }
        let value = row.value(column)
        guard !CellBytes.equal(row.cells.bytes, value, current) else { return }
        current.removeAll(keepingCapacity: true)
        current.append(contentsOf: row.cells.bytes[value])
        guard let first = seen.insert(row.cells.bytes, value, row: row.cells.number) else { return }
        let text = QuotedText.short(row.text(column))
        report.add(
            "group-parted", column, in: row,
            Message(
                "“\(text)”自第 \(first) 行起已出现，中间隔了别的任务",
                "“\(text)” began in row \(first), and another task stands between"),
            hint: Message("请把同一任务的行排在一起", "move the rows of a task together"))
    }
}
