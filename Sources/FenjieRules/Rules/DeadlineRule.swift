internal import FenjieGrammar
internal import FenjieModel
internal import FenjieTemplates

/// Deadlines can be read.
struct DeadlineRule: Rule {
    static let name = "deadline"
    static let codes = [
        CodeDescription(
            "deadline-unreadable", .warning, Message("看不懂完成时限", "a deadline cannot be read"),
            cause: Message(
                "完成时限既不是日期，也不是全年、持续推进、每季度末一类的说法，无法据此提醒和统计。",
                "The cell is neither a date nor words such as 全年, 持续推进 or 每季度末, so that nothing can be counted by it."),
            example: Message("“按通知”。", "按通知."), cure: Message("写成 2024年9月底前 一类的时限。", "Write it like 2024年9月底前.")),
        doubt(
            "deadline-without-year", .warning, Message("完成时限没有写年份", "the deadline names no year"), "9月底前",
            Message("写上年份，或用 --year 指定。", "Add the year, or give --year.")),
        doubt(
            "deadline-without-month", .warning, Message("只写了日，没有写月份", "the deadline names a day without a month"),
            "15日前",
            Message("写上月份。", "Add the month.")),
        doubt(
            "deadline-before-period", .warning, Message("“某月前”有两种读法", "“before a month” has two readings"), "2024年9月前",
            Message("写成“9月底前”或“8月底前”。", "Write 9月底前, or 8月底前.")),
        doubt(
            "deadline-vague", .info, Message("“初”没有确切的日子", "“early in” names no certain day"), "2024年初",
            Message("写明日期。", "Name a day.")),
        doubt(
            "deadline-no-such-day", .warning, Message("日历上没有这一天", "the calendar has no such day"), "2024年2月30日",
            Message("改正日期。", "Correct the date.")),
        doubt(
            "deadline-next-year", .info, Message("结束早于开始", "the end lies before the beginning"), "10月至次年3月",
            Message("写明年份。", "Name the years.")),
        doubt(
            "deadline-backwards", .warning, Message("结束的年份早于开始", "the end lies in a year before the beginning"),
            "2024年3月至2022年6月",
            Message("改正年份。", "Correct the years.")),
        doubt(
            "deadline-damaged", .warning, Message("完成时限的数字残缺", "figures of the deadline are damaged"), "2024年月底前",
            Message("对照原件补全。", "Complete it from the original.")),
        doubt(
            "deadline-needs-issue-date", .info, Message("从印发之日算起", "counts from the day of issue"), "印发后30日内",
            Message("用 --issued 给出印发日期。", "Give the day of issue with --issued.")),
        doubt(
            "deadline-other-event", .info, Message("从另一事件算起", "counts from another event"), "项目批复后60日内",
            Message("日期确定后填写。", "Fill in the date once it is known.")),
        doubt(
            "deadline-working-days", .info, Message("按工作日计算", "counts working days"), "印发后10个工作日内",
            Message("核对法定节假日。", "Mind public holidays.")),
    ]

    private let column: CheckedColumn
    private let deadlines: CellCache<Deadline>
    private let noneValues: SortedTexts

    init?(_ table: CheckedTable) {
        guard let column = table.column(.deadline) else { return nil }
        self.column = column
        deadlines = table.deadlines
        noneValues = table.noneValues
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        guard !row.isBlank(column) else { return }
        let reading = deadlines.number(of: row.cells.bytes, row.value(column))
        guard !deadlines[reading].doubts.isEmpty || deadlines[reading].kind == .unknown,
            !noneValues.contains(row.cells.bytes, row.value(column))
        else { return }
        let deadline = deadlines[reading]
        for doubt in deadline.doubts { report.add(doubt, column, in: row) }
        guard deadline.kind == .unknown, deadline.doubts.isEmpty else { return }
        let text = row.text(column)
        report.add(
            "deadline-unreadable", column, in: row,
            Message("看不懂完成时限“\(QuotedText.short(text))”", "the deadline “\(QuotedText.short(text))” cannot be read"),
            hint: Message("请写成“2024年9月底前”一类的时限", "write it like 2024年9月底前"))
    }

    /// What the reader of deadlines may doubt.
    private static func doubt(
        _ code: String, _ severity: Severity, _ title: Message, _ example: String, _ cure: Message
    ) -> CodeDescription {
        CodeDescription(
            code, severity, title,
            cause: Message(
                "完成时限读得出，但有一处拿不准：\(title.chinese)。", "The deadline was read, with a doubt: \(title.english)."),
            example: Message("“\(example)”。", "\(example)."), cure: cure)
    }
}
