/// A stretch of time as a text names it, before it is known which year is meant: 9月底, 明年上半年, 三季度末.
struct DateExpression {
    /// How a text names a year without its number.
    enum YearWord {
        /// 今年, 本年: the document's year.
        case current
        /// 当年: the year spoken of.
        case same
        /// 明年: the year after the document's.
        case next
        /// 后年.
        case afterNext
        /// 去年.
        case last
        /// 次年, 翌年: the year after the one spoken of.
        case following
    }

    /// Which part of the year or month it is.
    enum Part: Equatable {
        case year
        case yearStart
        case yearMiddle
        case yearEnd
        /// 上半年 (1), 下半年 (2).
        case half(Int)
        case quarter(Int)
        /// 前三季度.
        case firstQuarters(Int)
        case month
        case monthStart
        case monthMiddle
        case monthEnd
        /// 上旬 (1), 中旬 (2), 下旬 (3).
        case tenDays(Int)
        case day(Int)
    }

    var year: Int?
    var yearWord: YearWord?
    var month: Int?
    /// 本月 (0), 下月 (1).
    var monthShift: Int?
    var part: Part = .year
    /// 底, 末, 内: the end is named, so that 前 behind it is clear.
    var namesEnd = false
    /// 前, 以前, 之前.
    var isBefore = false
    /// 起, 开始, 以后: only the beginning is named.
    var isStart = false
    /// 启动, 开工 behind it: work begins then.
    var isLaunch = false
    /// 到, 截至 before it, or 前, 内, 底 in it: said as a limit.
    var isLimit = false
    /// A wider word for a narrower time, such as 年初.
    var isVague: Bool { part == .yearStart || part == .monthStart }

    /// Whether it could end before the time it names begins: 9月前.
    var isAmbiguous: Bool {
        guard isBefore, !namesEnd else { return false }
        switch part {
        case .day, .yearEnd, .monthEnd, .yearMiddle, .monthMiddle, .yearStart, .monthStart: return false
        case .year, .half, .quarter, .firstQuarters, .month, .tenDays: return true
        }
    }

    /// Whether a month belongs to it and is not named.
    var lacksMonth: Bool {
        guard month == nil, monthShift == nil else { return false }
        switch part {
        case .month, .monthStart, .monthMiddle, .monthEnd, .tenDays, .day: return true
        default: return false
        }
    }

    /// The first and last day in a year and month; `nil` where the calendar has no such day.
    func interval(year: Int, month: Int?) -> (first: CivilDate, last: CivilDate)? {
        switch part {
        case .year: Self.months(1...12, of: year)
        case .yearStart: Self.months(1...1, of: year)
        case .yearMiddle: Self.days(30...30, of: 6, in: year)
        case .yearEnd: Self.days(31...31, of: 12, in: year)
        case .half(let half): Self.months(half == 1 ? 1...6 : 7...12, of: year)
        case .quarter(let quarter): Self.months((quarter * 3 - 2)...(quarter * 3), of: year)
        case .firstQuarters(let count): Self.months(1...(count * 3), of: year)
        default: month.flatMap { monthInterval(year: year, month: $0) }
        }
    }

    private func monthInterval(year: Int, month: Int) -> (first: CivilDate, last: CivilDate)? {
        let length = CivilDate.monthLength(year: year, month: month)
        guard length > 0 else { return nil }
        return switch part {
        case .monthStart, .tenDays(1): Self.days(1...10, of: month, in: year)
        case .monthMiddle: Self.days(15...15, of: month, in: year)
        case .monthEnd: Self.days(length...length, of: month, in: year)
        case .tenDays(2): Self.days(11...20, of: month, in: year)
        case .tenDays: Self.days(21...length, of: month, in: year)
        case .day(let day): Self.days(day...day, of: month, in: year)
        default: Self.days(1...length, of: month, in: year)
        }
    }

    private static func months(_ months: ClosedRange<Int>, of year: Int) -> (first: CivilDate, last: CivilDate)? {
        guard let first = CivilDate(year: year, month: months.lowerBound, day: 1),
            let last = CivilDate.lastDay(year: year, month: months.upperBound)
        else { return nil }
        return (first, last)
    }

    private static func days(
        _ days: ClosedRange<Int>, of month: Int, in year: Int
    ) -> (first: CivilDate, last: CivilDate)? {
        guard let first = CivilDate(year: year, month: month, day: days.lowerBound),
            let last = CivilDate(year: year, month: month, day: days.upperBound)
        else { return nil }
        return (first, last)
    }
}
