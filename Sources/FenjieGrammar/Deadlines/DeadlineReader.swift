/// Walks over plain text once and collects what it says about time.
struct DeadlineReader {
    let text: DeadlineText
    private(set) var elements: [DeadlineElement] = []
    private let dates: DateExpressionReader
    private let periods: PeriodReader
    private let amounts: AmountReader
    private var clause = 0
    /// Inside 每年… a month without a year belongs to the period.
    private var isInsidePeriod = false

    init(_ text: DeadlineText) {
        self.text = text
        dates = DateExpressionReader(text: text)
        periods = PeriodReader(text: text)
        amounts = AmountReader(text: text)
        var place = 0
        while place < text.count { place = step(at: place) }
    }

    /// Reads what begins at a place; the next place to look at.
    private mutating func step(at place: Int) -> Int {
        let scalar = text[place]
        if Self.isMark(scalar) {
            clause = place + 1
            if scalar != "、", scalar != "(" { isInsidePeriod = false }
            return place + 1
        }
        guard Self.mayBegin(scalar) else { return place + 1 }
        if let (period, end) = periods.read(at: place) {
            isInsidePeriod = true
            return add(.period(period), place..<end)
        }
        if let (word, end) = DeadlineWord.table.match(in: text, at: place) {
            if scalar == "长", place > 0, text[place - 1] == "中" { return end }
            return add(.word(word), place..<end)
        }
        if let (amount, end) = amounts.read(at: place, clause: clause) {
            if isInsidePeriod { return end }
            return add(.amount(amount), (amount.trigger.isEmpty ? place : amount.trigger.lowerBound)..<end)
        }
        if let end = amounts.skip(at: place) { return end }
        if let end = span(at: place) { return end }
        guard let number = DeadlineNumber(in: text, at: place) else { return place + 1 }
        if Self.isDamage(number, before: text[number.end]) {
            return add(.damage, place..<damageEnd(number.end))
        }
        return number.end
    }

    /// Reads a date or a range of dates.
    private mutating func span(at place: Int) -> Int? {
        guard var (date, end) = dates.read(at: place) else { return nil }
        if date.part == .month, !(1...12).contains(date.month ?? 1) { return add(.damage, place..<end) }
        // 2022年月底: the month was lost.
        if date.part == .year, date.year != nil, text[end] == "月" || DeadlineText.isDigit(text[end]) {
            return add(.damage, place..<damageEnd(end))
        }
        date.isLimit = date.isLimit || isUntil(before: place)
        var first: DateExpression?
        if let link = Self.linkEnd(in: text, at: end), !date.isBefore {
            if let (last, lastEnd) = dates.read(at: link, closing: date) {
                first = date
                date = Self.inherit(last, from: date)
                end = lastEnd
            } else if text[end] != "-" || DeadlineWord.table.match(in: text, at: link) != nil {
                date.isStart = true
            }
        }
        if isInsidePeriod, date.year == nil { return end }
        // 2020年至2022年每年: the years only frame the period.
        if date.part == .year, text[end] == "每" { return end }
        return add(.date(date, from: first), place..<end)
    }

    /// What the end of a range leaves out, its beginning says.
    private static func inherit(_ last: DateExpression, from first: DateExpression) -> DateExpression {
        var last = last
        if last.lacksMonth { last.month = first.month }
        if last.year == nil, last.yearWord == nil {
            last.year = first.year
            last.yearWord = first.yearWord
        }
        return last
    }

    /// Where the end of a range begins, if a dash, 至 or 到 stands at a place.
    private static func linkEnd(in text: DeadlineText, at place: Int) -> Int? {
        switch text[place] {
        case "-", "至", "到": text[place + 1] == "-" ? place + 2 : place + 1
        case ",", "、": text[place + 1] == "至" || text[place + 1] == "到" ? place + 2 : nil
        default: nil
        }
    }

    private func isUntil(before place: Int) -> Bool {
        text[place - 1] == "到" || text[place - 1] == "至" || text[place - 1] == "止"
    }

    /// What stands behind damaged figures belongs to them: the 月底前 of 20229月底前.
    private func damageEnd(_ end: Int) -> Int { dates.read(at: end)?.end ?? end }

    private mutating func add(_ content: DeadlineElement.Content, _ range: Range<Int>) -> Int {
        elements.append(DeadlineElement(content: content, range: range, clause: clause))
        return range.upperBound
    }

    /// A run of figures that begins like a year and is no date: 20229.
    private static func isDamage(_ number: DeadlineNumber, before next: Unicode.Scalar) -> Bool {
        if next == "底" || next == "末", number.length <= 2 { return true }
        guard !number.isChinese, (5...8).contains(number.length) else { return false }
        switch next {
        case "元", "万", "亿", "个", "人", "户", "次", "平", "公", "亩", "米", "吨", "件", "家", "名", "处": return false
        default: break
        }
        var head = number.value
        while head > 9999 { head /= 10 }
        return (1990..<2100).contains(head)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", "。", "、", "(", ")", ":", "!", "?", "|", "•", "·", ".": true
        default: false
        }
    }

    /// Whether anything can begin with a scalar; a quick no for most.
    @inline(__always)
    private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x4E00 || DeadlineText.isDigit(scalar) || scalar == "〇"
    }
}
