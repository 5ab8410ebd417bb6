internal import FenjieModel

/// How an issued text and what came back differ, in the characters that do.
struct TextChange {
    private let before: String
    private let after: String

    /// The change between two texts that are not the same.
    init(from issued: String, to returned: String) {
        let old = Array(issued)
        let new = Array(returned)
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        before = String(old[start..<(old.count - end)])
        after = String(new[start..<(new.count - end)])
    }

    /// The change in words.
    var message: Message {
        let old = Self.short(before)
        let new = Self.short(after)
        if before.isEmpty { return Message("多了“\(new)”", "“\(new)” was added") }
        if after.isEmpty { return Message("少了“\(old)”", "“\(old)” was taken away") }
        return Message("“\(old)”被改成“\(new)”", "“\(old)” became “\(new)”")
    }

    private static func short(_ text: String) -> String {
        let line = String(text.map { $0.isWhitespace ? " " : $0 })
        return line.count > 24 ? String(line.prefix(24)) + "…" : line
    }
}
