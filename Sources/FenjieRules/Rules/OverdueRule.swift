internal import FenjieGrammar
internal import FenjieModel

/// What is due is done.
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
                "核对状态；属实的写明原因和下一步措施。", "Check the status; if it is right, give the reason and the next steps.")),
        CodeDescription(
            "not-done-after-deadline", .warning, Message("已过时限仍未完成", "not done after the deadline"),
            cause: Message(
                "按 --as-of 的日期，完成时限已过，完成状态还是正在推进一类。",
                "By the day of --as-of the deadline has passed, and the status says that work goes on."),
            example: Message("时限 2024年6月底，截至 2024-09-30 填“正在推进”。", "Due in June 2024, and 正在推进 as of 2024-09-30."),
            cure: Message(
                "已完成的改填状态和完成日期；未完成的写明原因和下一步措施。", "If it is done, say so; else give the reason and the next steps.")),
        CodeDescription(
            "ongoing-after-deadline", .warning, Message("有时限的任务填了长期坚持", "a task with a day is said to go on for good"),
            cause: Message(
                "完成时限是一个已过的日期，状态却是长期坚持，这样就不会算作逾期。",
                "The deadline is a day that has passed, and the status says that the work goes on for good, so that it is never overdue."
            ),
            example: Message("时限 2024年6月底，截至 2024-09-30 填“长期坚持”。", "Due in June 2024, and 长期坚持 as of 2024-09-30."),
            cure: Message("核对状态；到期应完成的，填已完成或正在推进。", "Check the status; say done or under way where it had to be done.")),
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
        guard let meaning = status.meaning(row), !row.isBlank(column) else { return }
        let deadline = deadlines.reading(of: column, in: row)
        guard let due = deadline.due, due < asOf else { return }
        switch meaning {
        case .notStarted:
            report.add(
                "not-started-after-deadline", status.statusColumn, in: row,
                Message("完成时限 \(due) 已过，仍填“未启动”", "it was due on \(due), and is not begun"),
                hint: Message("请核对；属实的请写明原因和下一步措施", "check it; if it is right, give the reason and the next steps"))
        case .underway, .behind:
            // What goes on after its day is under way for good.
            guard !deadline.ongoing else { return }
            let text = QuotedText.short(row.text(status.statusColumn))
            report.add(
                "not-done-after-deadline", status.statusColumn, in: row,
                Message("完成时限 \(due) 已过，仍填“\(text)”", "it was due on \(due), and the status is \(text)"),
                hint: Message("请核对；属实的请写明原因和下一步措施", "check it; if it is right, give the reason and the next steps"))
        case .ongoing:
            guard deadline.kind == .date, !deadline.ongoing else { return }
            let text = QuotedText.short(row.text(status.statusColumn))
            report.add(
                "ongoing-after-deadline", status.statusColumn, in: row,
                Message("完成时限 \(due) 已过，却填“\(text)”", "it was due on \(due), and is said to go on: \(text)"),
                hint: Message("请核对；到期应完成的，按完成情况填", "check it; what had to be done is done, or late"))
        case .done, .other: return
        }
    }
}
