/// A date in numbers and marks only: 2022.9.30, 2022-09, 9/30, 20220930.
struct NumericDate {
    private(set) var reading: DateExpressionReader.Reading?

    /// Reads the date that begins at a place; `reading` stays `nil` where the numbers are none.
    init(in text: DeadlineText, at start: Int) {
        guard let first = DeadlineNumber(in: text, at: start), !first.isChinese else { return }
        if first.length >= 5 {
            reading = Self.packed(first)
            return
        }
        let mark = text[first.end]
        guard mark == "." || mark == "/" || mark == "-",
            let second = DeadlineNumber(in: text, at: first.end + 1), !second.isChinese
        else { return }
        let third =
            text[second.end] == mark
            ? DeadlineNumber(in: text, at: second.end + 1).flatMap { $0.isChinese ? nil : $0 } : nil
        let follower = text[(third ?? second).end]
        if let third, second.length <= 2, third.length <= 2, let year = Self.year(first, third: third),
            follower != "月", follower != "年"
        {
            reading = Self.day(year: year, month: second, day: third, in: text)
        } else if first.isYear, second.length <= 2, follower != "年", follower != "季" {
            reading = (Self.month(second.value, of: first.value), second.end)
        } else if first.length == 2, (18..<40).contains(first.value), (1...12).contains(second.value), third == nil,
            mark != "-", Self.endsDate(follower, mark: mark)
        {
            reading = (Self.month(second.value, of: 2000 + first.value), second.end)
        } else if first.length <= 2, second.length <= 2, Self.endsDate(follower, mark: mark) {
            reading = Self.day(year: nil, month: first, day: second, in: text)
        }
    }

    /// 20220930 and 202209.
    private static func packed(_ number: DeadlineNumber) -> DateExpressionReader.Reading? {
        let isLong = number.length == 8
        let value = isLong ? number.value / 100 : number.value
        guard isLong || number.length == 6, (1900..<2200).contains(value / 100), (1...12).contains(value % 100) else {
            return nil
        }
        var date = month(value % 100, of: value / 100)
        if isLong { date.part = .day(number.value % 100) }
        return (date, number.end)
    }

    private static func year(_ first: DeadlineNumber, third: DeadlineNumber) -> Int? {
        if first.isYear { return first.value }
        return first.length == 2 && first.value > 12 ? 2000 + first.value : nil
    }

    private static func month(_ month: Int, of year: Int?) -> DateExpression {
        var date = DateExpression()
        date.year = year
        date.month = month
        date.part = .month
        return date
    }

    private static func day(
        year: Int?, month number: DeadlineNumber, day: DeadlineNumber, in text: DeadlineText
    ) -> DateExpressionReader.Reading? {
        guard year != nil || ((1...12).contains(number.value) && (1...31).contains(day.value)) else { return nil }
        var date = month(number.value, of: year)
        date.part = .day(day.value)
        let next = text[day.end]
        return (date, next == "日" || next == "号" ? day.end + 1 : day.end)
    }

    /// Whether a month and day may end before a scalar; before a measure they are a fraction: 5.5万元, 6.5%.
    private static func endsDate(_ scalar: Unicode.Scalar, mark: Unicode.Scalar) -> Bool {
        switch scalar {
        case "%", "‰", "万", "亿", "千", "百", "倍", "元", "个", "米", "公", "吨", "平", "亩", "分", "年", "月", "季", "天", "周":
            false
        case "日", "号": mark == "."
        case "-": mark != "-"
        default: true
        }
    }
}
