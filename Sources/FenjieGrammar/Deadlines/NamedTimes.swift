/// Times that have a name instead of figures: 国庆节前, “十四五”末.
struct NamedTime {
    let reading: DateExpressionReader.Reading

    /// Holidays on a fixed day, and the day before each. Those of the lunar calendar hang on a table of years.
    private static let holidays = WordTable<(month: Int, day: Int)>([
        ("元旦", (12, 31)), ("国庆", (9, 30)), ("五一", (4, 30)), ("六一", (5, 31)), ("七一", (6, 30)), ("八一", (7, 31)),
    ])

    /// Reads the name at a place, in a year where one was named before it.
    init?(in text: DeadlineText, at start: Int, of year: DateExpression) {
        if let (eve, end) = Self.holidays.match(in: text, at: start) {
            let place = text.end(of: ["节假期", "节", "假期", "长假"], at: end) ?? end
            guard text.end(of: DateWords.before, at: place) != nil else { return nil }
            var date = year
            date.month = eve.month
            date.part = .day(eve.day)
            // New Year's Eve lies in the year before.
            if eve.month == 12 { date.year = date.year.map { $0 - 1 } }
            reading = (date, place)
            return
        }
        guard year.year == nil, let plan = Self.plan(in: text, at: start) else { return nil }
        reading = plan
    }

    /// A five-year plan, the first of which began in 1953; the 14th ends with 2025.
    private static func plan(in text: DeadlineText, at start: Int) -> DateExpressionReader.Reading? {
        guard text[start] == "十", text[start + 2] == "五", let ordinal = Self.units[text[start + 1]],
            let end = text.end(of: Self.planEnds, at: start + 3)
        else { return nil }
        var date = DateExpression()
        date.year = 1955 + 5 * (10 + ordinal)
        date.part = .yearEnd
        date.namesEnd = true
        return (date, end)
    }

    private static let units: [Unicode.Scalar: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let planEnds: [StaticWord] = ["规划期末", "规划期", "期间", "时期", "期末", "末期", "末"]
}
