/// Reads date expressions from plain text. Each call looks at a bounded stretch only.
struct DateExpressionReader {
    let text: DeadlineText

    /// A date expression and where the text goes on.
    typealias Reading = (date: DateExpression, end: Int)

    /// Reads the expression that begins at a place.
    ///
    /// - Parameters:
    ///   - start: the place.
    ///   - first: the beginning of a range whose end is to be read; it lends its month and form.
    /// - Returns: the expression with what limits it, or `nil` where none begins.
    func read(at start: Int, closing first: DateExpression? = nil) -> Reading? {
        guard let (date, end) = head(at: start, closing: first) else { return nil }
        return tail(of: date, at: end)
    }

    func head(at start: Int, closing first: DateExpression?) -> Reading? {
        if let named = NamedTime(in: text, at: start, of: DateExpression()) { return named.reading }
        if let number = DeadlineNumber(in: text, at: start) {
            return numberLed(number, at: start, closing: first)
        }
        switch text[start] {
        case "今", "本", "当", "明", "次", "翌", "来", "后", "下", "上", "去", "同":
            return wordLed(at: start, closing: first)
        case "年", "岁": return bareYearPart(at: start)
        case "第", "前", "首", "末": return quarter(DateExpression(), at: start)
        case "元" where text[start + 1] == "月":
            var date = DateExpression()
            date.month = 1
            return monthRest(date, at: start + 2)
        case "中", "底", "初": return monthPart(DateExpression(), at: start, isBare: true, closing: first)
        case "月": return bareMonthPart(at: start)
        default: return nil
        }
    }

    // MARK: - Led by a number

    func numberLed(_ number: DeadlineNumber, at start: Int, closing first: DateExpression?) -> Reading? {
        let next = text[number.end]
        var date = DateExpression()
        switch next {
        case "年":
            guard let year = year(of: number) else { return nil }
            date.year = year
            return yearRest(date, at: number.end + 1)
        case "月": return month(number, of: date)
        case "季": return quarter(date, at: start)
        case "日", "号": return first == nil && text[number.end + 1] == "内" ? nil : day(number, of: date)
        case ".", "/", "-":
            if let reading = NumericDate(in: text, at: start).reading { return complete(reading) }
        default: break
        }
        if !number.isChinese, number.length >= 5 { return NumericDate(in: text, at: start).reading }
        if let unit = DateChain(in: text, after: number).unit { return chained(number, unit: unit, of: date) }
        return first.flatMap { bareNumber(number, closing: $0) }
    }

    /// A numeric year and month may go on in words: 2022.9月底.
    func complete(_ reading: Reading) -> Reading {
        guard reading.date.part == .month, text[reading.end] == "月" else { return reading }
        return monthRest(reading.date, at: reading.end + 1) ?? reading
    }

    /// A number that shares its unit with one behind it: the 3 of 3-6月.
    func chained(_ number: DeadlineNumber, unit: Unicode.Scalar, of date: DateExpression) -> Reading? {
        var date = date
        switch unit {
        case "月":
            guard (1...12).contains(number.value) else { return nil }
            date.month = number.value
            date.part = .month
        case "季":
            guard (1...4).contains(number.value) else { return nil }
            date.part = .quarter(number.value)
        case "日", "号":
            guard (1...31).contains(number.value) else { return nil }
            date.part = .day(number.value)
        default:
            guard number.isYear, date.year == nil else { return nil }
            date.year = number.value
        }
        return (date, number.end)
    }

    /// The end of a range that leaves its unit out: the 25 of 9.15-25.
    func bareNumber(_ number: DeadlineNumber, closing first: DateExpression) -> Reading? {
        guard !number.isChinese, isBoundary(at: number.end) else { return nil }
        var date = first
        switch first.part {
        case .day where (1...31).contains(number.value): date.part = .day(number.value)
        case .month where (1...12).contains(number.value): date.month = number.value
        case .year where number.isYear: date.year = number.value
        default: return nil
        }
        return (date, number.end)
    }

    /// The year a number before 年 means: 2022, or 22 where a month or 底 follows.
    func year(of number: DeadlineNumber) -> Int? {
        if number.isYear { return number.value }
        guard number.length == 2, (15..<60).contains(number.value), !number.isChinese else { return nil }
        switch text[number.end + 1] {
        case "底", "末", "年", "上", "下", "0"..."9": return 2000 + number.value
        default: return nil
        }
    }

    // MARK: - Led by a word

    func wordLed(at start: Int, closing first: DateExpression?) -> Reading? {
        var date = DateExpression()
        if let (word, end) = DateWords.yearWords.match(in: text, at: start) {
            date.yearWord = word
            return yearRest(date, at: end)
        }
        if let (shift, end) = DateWords.monthWords.match(in: text, at: start) {
            date.monthShift = shift
            date.part = .month
            return monthRest(date, at: end)
        }
        if text[start + 1] == "半", text[start + 2] == "年" { return half(date, at: start) }
        return monthPart(date, at: start, isBare: true, closing: first)
    }

    /// 年底, 岁末 and the like without a year.
    func bareYearPart(at start: Int) -> Reading? {
        let reading = yearRest(DateExpression(), at: text[start] == "岁" ? start + 1 : start)
        guard let reading, reading.date.part != .year || reading.date.namesEnd else { return nil }
        return reading
    }

    /// 月底, 月末 without a month.
    func bareMonthPart(at start: Int) -> Reading? {
        guard text[start + 1] == "底" || text[start + 1] == "末" || text[start + 1] == "初" else { return nil }
        return monthPart(DateExpression(), at: start + 1, isBare: false, closing: nil)
    }

    // MARK: - Parts of a year

    /// What may follow a year: 底, 上半年, 三季度, 9月30日; else it is the whole year.
    func yearRest(_ date: DateExpression, at start: Int) -> Reading? {
        var date = date
        var place = start
        if text[place] == "度" { place += 1 }
        let hasDouble = text[place] == "年" && "底末终内中初度".unicodeScalars.contains(text[place + 1])
        if hasDouble { place += text[place + 1] == "度" ? 2 : 1 }
        switch text[place] {
        case "底", "末", "终":
            date.part = .yearEnd
            date.namesEnd = true
            return (date, place + 1)
        case "内" where !DateWords.isWordMiddle("内", text[place + 1]):
            date.namesEnd = true
            return (date, place + 1)
        case "中" where isBoundary(at: place + 1):
            date.part = .yearMiddle
            return (date, place + 1)
        case "初" where !DateWords.isWordMiddle("初", text[place + 1]):
            date.part = .yearStart
            return (date, place + 1)
        case "上", "下":
            if text[place + 1] == "半", text[place + 2] == "年" { return half(date, at: place) }
        case "第", "前", "首":
            if let reading = quarter(date, at: place) { return reading }
        case "元" where text[place + 1] == "月":
            date.month = 1
            return monthRest(date, at: place + 2)
        case "春", "夏", "秋", "冬":
            // No last day can be told.
            return NamedTime(in: text, at: place, of: date)?.reading
        default:
            if let named = NamedTime(in: text, at: place, of: date) { return named.reading }
            if let number = DeadlineNumber(in: text, at: place),
                let reading = numberInYear(number, of: date, at: place)
            {
                return reading
            }
        }
        return (date, place)
    }

    func numberInYear(_ number: DeadlineNumber, of date: DateExpression, at start: Int) -> Reading? {
        switch text[number.end] {
        case "月": return month(number, of: date)
        case "季": return quarter(date, at: start)
        case ".", "/":
            var reading = NumericDate(in: text, at: start).reading
            reading?.date.year = date.year
            reading?.date.yearWord = date.yearWord
            return reading
        default:
            return DateChain(in: text, after: number).unit.flatMap { unit in
                unit == "年" ? nil : chained(number, unit: unit, of: date)
            }
        }
    }

    func half(_ date: DateExpression, at start: Int) -> Reading? {
        var date = date
        date.part = .half(text[start] == "上" ? 1 : 2)
        return end(of: date, at: start + 3)
    }

    /// 三季度, 第三季度, 前三季度, 首季, 末季.
    func quarter(_ date: DateExpression, at start: Int) -> Reading? {
        var date = date
        var place = start
        let lead = text[place]
        if lead == "首" || lead == "末" {
            guard text[place + 1] == "季" else { return nil }
            date.part = .quarter(lead == "首" ? 1 : 4)
            place += 1
        } else {
            if lead == "第" || lead == "前" { place += 1 }
            guard let number = DeadlineNumber(in: text, at: place) else { return nil }
            if text[number.end] != "季" {
                guard lead == "第", let unit = DateChain(in: text, after: number).unit, unit == "季" else { return nil }
                return chained(number, unit: unit, of: date)
            }
            // 一二季度 names two.
            let value = number.isChinese && number.value > 10 ? number.value % 10 : number.value
            guard (1...4).contains(value) else { return nil }
            date.part = lead == "前" ? .firstQuarters(value) : .quarter(value)
            place = number.end
        }
        return end(of: date, at: text[place + 1] == "度" ? place + 2 : place + 1)
    }

    /// A closing 底, 末 or 内.
    func end(of date: DateExpression, at place: Int) -> Reading {
        var date = date
        switch text[place] {
        case "底", "末": date.namesEnd = true
        case "内" where !DateWords.isWordMiddle("内", text[place + 1]): date.namesEnd = true
        default: return (date, place)
        }
        return (date, place + 1)
    }
}
