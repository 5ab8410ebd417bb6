internal import FenjieGrammar
internal import FenjieModel

/// What is due has begun.
struct OverdueRule: Rule {
    static let name = "overdue"
    static let codes = [
        CodeDescription(
            "not-started-after-deadline", .warning, Message("已过时限仍未启动", "not begun after the deadline"),
            cause: Message(
                "按 --as-of 的日期，完成时限已过，完成状态仍是未启动。",
                "By the day of --as-of the deadline has passed, and the status says that nothing was begun."),
            example: Message("时限 2024年6月底，截至 2024-09-30 填“未启动”。", "Due in June 2024, and 未启动 as of 2024-09-30."),
            cure: Message(
                "核对状态；属实的写明原因和下一步措施。", "Check the status; if it is right, give the reason and the next steps."))
    ]

    private let status: StatusReader
    private let column: CheckedColumn
    private let deadlines: CellCache<Deadline>
    private let asOf: CivilDate

    init?(_ table: CheckedTable) {
        guard let status = StatusReader(table), let column = table.column(.deadline), let asOf = table.options.asOf
        else { return nil }
        self.status = status
        self.column = column
        self.asOf = asOf
        deadlines = table.deadlines
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        guard status.meaning(row) == .notStarted, !row.isBlank(column),
            let due = deadlines.reading(of: column, in: row).due, due < asOf
        else { return }
        report.add(
            "not-started-after-deadline", status.statusColumn, in: row,
            Message("完成时限 \(due) 已过，仍填“未启动”", "it was due on \(due), and is not begun"),
            hint: Message("请核对；属实的请写明原因和下一步措施", "check it; if it is right, give the reason and the next steps"))
    }
}
