/// What stands behind a date and limits it: a time of day, 前, 起.
extension DateExpressionReader {
    /// Reads what follows an expression: a time of day, 起, 前.
    func tail(of date: DateExpression, at start: Int) -> Reading {
        var date = date
        var place = timeOfDay(at: start)
        if let end = text.end(of: DateWords.remarks, at: place) { place = end }
        if let end = text.end(of: DateWords.before, at: place) {
            date.isBefore = true
            place = end
        } else if let end = text.end(of: DateWords.within, at: place), !DateWords.isWordMiddle("内", text[end]) {
            date.namesEnd = true
            place = end
        } else if let end = text.end(of: DateWords.onwards, at: place) {
            date.isStart = true
            place = end
        }
        date.isLaunch = text.end(of: DateWords.launches, at: place) != nil
        date.isLimit = date.isBefore || date.namesEnd
        return (date, place)
    }

    /// Skips 24时, 18:00, 下午5点 and a weekday in brackets.
    private func timeOfDay(at start: Int) -> Int {
        var place = start
        if text[place] == "(", text[place + 1] == "星" || text[place + 1] == "周",
            text[place + 3] == ")" || text[place + 4] == ")"
        {
            place += text[place + 3] == ")" ? 4 : 5
        }
        let beforeWord = place
        if text[place] == " " || text[place] == "T" { place += 1 }
        if let end = text.end(of: DateWords.dayTimes, at: place) { place = end }
        guard let hour = DeadlineNumber(in: text, at: place), hour.value <= 24 else {
            return place > beforeWord && text[beforeWord] != " " && text[beforeWord] != "T" ? place : beforeWord
        }
        switch text[hour.end] {
        case "时", "点": return text[hour.end + 1] == "整" || text[hour.end + 1] == "半" ? hour.end + 2 : hour.end + 1
        case ":":
            var end = hour.end
            while text[end] == ":", let part = DeadlineNumber(in: text, at: end + 1) { end = part.end }
            return end
        default: return beforeWord
        }
    }

    /// Whether no further part of a date or word can follow: the end, a mark, 前.
    func isBoundary(at place: Int) -> Bool {
        switch text[place] {
        case DeadlineText.none, " ", ",", ";", "、", "。", ")", "(", ":", "前", "-", "至", "到", "起": true
        case "之", "以": text[place + 1] == "前" || text[place + 1] == "内"
        case "完": text[place + 1] == "成"
        default: false
        }
    }
}
