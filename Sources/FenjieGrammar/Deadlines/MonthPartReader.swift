/// The parts of a month: 9月底, 9月上旬, 9月30日.
extension DateExpressionReader {
    func month(_ number: DeadlineNumber, of date: DateExpression) -> Reading? {
        var date = date
        date.part = .month
        date.month = number.value
        guard (1...12).contains(number.value) else { return (date, number.end + 1) }
        return monthRest(date, at: number.end + 1)
    }

    /// What may follow a month: 底, 上旬, 30日; else it is the whole month.
    func monthRest(_ date: DateExpression, at start: Int) -> Reading? {
        var date = date
        date.part = .month
        let place = text[start] == "份" ? start + 1 : start
        if text[place] == "月", text[place + 1] == "底" || text[place + 1] == "末" {
            return monthPart(date, at: place + 1, isBare: false, closing: nil)
        }
        if let part = monthPart(date, at: place, isBare: false, closing: nil) { return part }
        guard let number = DeadlineNumber(in: text, at: place) else { return (date, place) }
        switch text[number.end] {
        case "日", "号": return day(number, of: date)
        case "-", "、", "至", "到":
            if let unit = DateChain(in: text, after: number).unit, unit == "日" || unit == "号" {
                return chained(number, unit: unit, of: date)
            }
        default: break
        }
        if !number.isChinese, number.length <= 2, isBoundary(at: number.end), number.value > 0 {
            date.part = .day(number.value)
            return (date, number.end)
        }
        return (date, place)
    }

    func monthPart(
        _ date: DateExpression, at place: Int, isBare: Bool, closing first: DateExpression?
    ) -> Reading? {
        var date = date
        switch (text[place], text[place + 1]) {
        case ("上", "旬"): date.part = .tenDays(1)
        case ("中", "旬"): date.part = .tenDays(2)
        case ("下", "旬"): date.part = .tenDays(3)
        case ("底", _), ("末", _):
            guard !isBare || first != nil else { return nil }
            date.part = .monthEnd
            date.namesEnd = true
            return (date, place + 1)
        case ("初", let next):
            guard !isBare, !DateWords.isWordMiddle("初", next) else { return nil }
            date.part = .monthStart
            return (date, place + 1)
        case ("中", _):
            guard !isBare, isBoundary(at: place + 1) else { return nil }
            date.part = .monthMiddle
            return (date, place + 1)
        case ("内", let next):
            guard !isBare, !DateWords.isWordMiddle("内", next) else { return nil }
            date.part = .month
            date.namesEnd = true
            return (date, place + 1)
        default: return nil
        }
        return end(of: date, at: place + 2)
    }

    func day(_ number: DeadlineNumber, of date: DateExpression) -> Reading {
        var date = date
        date.part = .day(number.value)
        return (date, number.end + 1)
    }
}
