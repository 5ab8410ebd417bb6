internal import FenjieModel

/// What can stay uncertain about a deadline.
enum DeadlineDoubt: UInt16 {
    case withoutYear
    case withoutMonth
    case beforePeriod
    case vague
    case noSuchDay
    case nextYear
    case backwards
    case damaged
    case needsIssueDate
    case otherEvent
    case workingDays

    /// The stable name of the finding.
    var code: String {
        switch self {
        case .withoutYear: "deadline-without-year"
        case .withoutMonth: "deadline-without-month"
        case .beforePeriod: "deadline-before-period"
        case .vague: "deadline-vague"
        case .noSuchDay: "deadline-no-such-day"
        case .nextYear: "deadline-next-year"
        case .backwards: "deadline-backwards"
        case .damaged: "deadline-damaged"
        case .needsIssueDate: "deadline-needs-issue-date"
        case .otherEvent: "deadline-other-event"
        case .workingDays: "deadline-working-days"
        }
    }

    /// The finding, without a place; whoever knows the cell adds it.
    var finding: Finding {
        Finding(code, severity, field: Field.deadline.rawValue, message: message, hint: hint)
    }

    private var severity: Severity {
        switch self {
        case .vague, .nextYear, .otherEvent, .workingDays, .needsIssueDate: .info
        case .withoutYear, .withoutMonth, .beforePeriod, .noSuchDay, .backwards, .damaged: .warning
        }
    }

    private var message: Message {
        switch self {
        case .withoutYear: Message("完成时限没有写年份", "the deadline names no year")
        case .withoutMonth: Message("完成时限只写了日，没有写月份", "the deadline names a day without a month")
        case .beforePeriod:
            Message("“某月前”有两种读法：该月开始之前，或该月结束之前", "“before a month” can mean before it begins or before it ends")
        case .vague: Message("“初”没有确切的日子", "“early in” names no certain day")
        case .noSuchDay: Message("日历上没有这一天", "the calendar has no such day")
        case .nextYear: Message("结束早于开始，按次年理解", "the end lies before the beginning and is read as in the next year")
        case .backwards: Message("结束早于开始，未作猜测", "the end lies before the beginning; no date is guessed")
        case .damaged: Message("完成时限的数字残缺，未作猜测", "the figures of the deadline are damaged; no date is guessed")
        case .needsIssueDate: Message("完成时限从印发之日算起，印发日期未知", "the deadline counts from a day that is not known")
        case .otherEvent: Message("完成时限从另一事件算起，日期未知", "the deadline depends on an event whose date is not known")
        case .workingDays:
            Message("工作日按周一至周五计算，未计法定节假日", "working days are Monday to Friday; public holidays are not counted")
        }
    }

    private var hint: Message? {
        switch self {
        case .withoutYear: Message("用 --year 指定年份，如 --year 2022", "name the year with --year, such as --year 2022")
        case .beforePeriod: Message("写成“某月底前”或具体日期", "write the last day, such as 9月底前")
        case .needsIssueDate:
            Message(
                "用 --issued 指定印发日期，如 --issued 2022-05-20", "name the day with --issued, such as --issued 2022-05-20")
        case .damaged, .noSuchDay, .backwards, .withoutMonth: Message("请对照原件改正", "correct it against the original")
        case .workingDays: Message("请对照当年的放假安排核对", "check it against the year's holidays")
        case .vague, .nextYear, .otherEvent: nil
        }
    }
}
