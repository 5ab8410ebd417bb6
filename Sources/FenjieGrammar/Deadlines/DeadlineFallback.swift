/// What can be said of a text in which nothing names a time.
enum DeadlineFallback {
    /// Whether it speaks of work under way: 稳步推进.
    static func isOngoing(_ text: DeadlineText) -> Bool { contains(["推进", "坚持"], in: text) }

    /// Whether it hangs on an event: 会议召开前, 汛期前, 项目验收后.
    static func isEvent(_ text: DeadlineText) -> Bool {
        guard text.count <= 24, text.count > 1 else { return false }
        if text.count <= 12, contains(spans, in: text) { return true }
        var last = text.count - 1
        if text[last] == "完", text[last - 1] == "成" { last -= 2 }
        return switch text[last] {
        case "前", "后", "起": text[last - 1] != "目" && text[last - 1] != "提" && text[last - 1] != "先"
        case "间": text[last - 1] == "期"
        default: text.end(of: ["前完成", "后完成", "前报送", "后报送", "前落实"], at: text.count - 3) != nil
        }
    }

    /// Stretches of time whose days are not known here.
    private static let spans: [StaticWord] = [
        "本周", "下周", "次日", "近期", "任期", "规划期", "汛期", "防火期", "假期", "寒假", "暑假", "春季", "夏季", "秋季", "冬季", "今冬", "明春", "采暖季",
        "供暖季",
    ]

    private static func contains(_ words: [StaticWord], in text: DeadlineText) -> Bool {
        for place in 0..<text.count where text.end(of: words, at: place) != nil { return true }
        return false
    }
}
