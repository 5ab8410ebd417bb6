/// A whole number in digits or Chinese figures.
struct DeadlineNumber {
    /// Capped, so that sums cannot overflow.
    let value: Int
    /// The number of figures.
    let length: Int
    let isChinese: Bool
    /// Where the text goes on.
    let end: Int

    /// Whether the figures name a year: four of them, and not far from now.
    var isYear: Bool { length == 4 && (1900..<2200).contains(value) }

    private static let limit = 999_999_999

    /// Reads the number that begins at a place; a run of figures is always read whole.
    init?(in text: DeadlineText, at start: Int) {
        if DeadlineText.isDigit(text[start]) {
            var end = start
            var value = 0
            while DeadlineText.isDigit(text[end]) {
                value = min(value * 10 + Int(text[end].value - 0x30), Self.limit)
                end += 1
            }
            self.init(value: value, length: end - start, isChinese: false, end: end)
            return
        }
        guard Self.figure(text[start]) != nil else { return nil }
        self.init(chineseIn: text, at: start)
    }

    private init(chineseIn text: DeadlineText, at start: Int) {
        var end = start
        var total = 0
        var pending: Int?
        var plainRun = 0
        var isPositional = false
        while let figure = Self.figure(text[end]) ?? Self.circle(in: text, at: end, after: start) {
            if figure < 10 {
                plainRun = min(plainRun * 10 + figure, Self.limit)
                pending = figure
            } else {
                isPositional = true
                total = min(total + max(pending ?? 1, 1) * figure, Self.limit)
                pending = nil
            }
            end += 1
        }
        self.init(
            value: isPositional ? total + (pending ?? 0) : plainRun, length: end - start, isChinese: true, end: end)
    }

    private init(value: Int, length: Int, isChinese: Bool, end: Int) {
        self.value = value
        self.length = length
        self.isChinese = isChinese
        self.end = end
    }

    /// What a Chinese figure counts for.
    @inline(__always)
    private static func figure(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        case "十": 10
        case "廿": 20
        case "卅": 30
        case "百": 100
        default: nil
        }
    }

    /// A letter O or a digit 0 typed for 〇 inside Chinese figures: 二O二二.
    private static func circle(in text: DeadlineText, at index: Int, after start: Int) -> Int? {
        guard index > start else { return nil }
        switch text[index] {
        case "O", "o", "0", "Ｏ": return 0
        default: return nil
        }
    }
}
