internal import FenjieGrammar
internal import FenjieModel

/// Nothing is due before it was issued.
struct IssueDateRule: Rule {
    static let name = "issue-date"
    static let codes = [
        CodeDescription(
            "deadline-before-issue", .warning, Message("完成时限早于印发日期", "a deadline lies before the day of issue"),
            cause: Message(
                "按 --issued 给出的印发日期，这一行在印发时已经到期，多半是年份写错。",
                "By the day of issue given with --issued the task was due already; the year is probably wrong."),
            example: Message("2024年3月1日印发，时限却是“2023年6月底前”。", "Issued on 2024-03-01, and due by 2023年6月底前."),
            cure: Message("核对年份。", "Check the year."))
    ]

    private let column: CheckedColumn
    private let deadlines: CellCache<Deadline>
    private let issued: CivilDate

    init?(_ table: CheckedTable) {
        guard let column = table.column(.deadline), let issued = table.options.deadlines.issued else { return nil }
        self.column = column
        self.issued = issued
        deadlines = table.deadlines
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        guard !row.isBlank(column), let due = deadlines.reading(of: column, in: row).due, due < issued else { return }
        report.add(
            "deadline-before-issue", column, in: row,
            Message("完成时限 \(due) 早于印发日期 \(issued)", "the deadline \(due) lies before the day of issue, \(issued)"),
            hint: Message("请核对年份", "check the year"))
    }
}
