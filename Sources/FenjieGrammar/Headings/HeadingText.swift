/// A column heading made plain: no white space, no brackets and what they hold, no filling instructions.
struct HeadingText {
    /// The scalars that carry the meaning.
    private(set) var scalars: [Unicode.Scalar] = []

    /// A heading longer than this is running text.
    static let longest = 24

    init(_ heading: some StringProtocol) {
        var outside: [Unicode.Scalar] = []
        var inside: [Unicode.Scalar] = []
        var depth = 0
        var isFirstBracket = true
        for scalar in heading.unicodeScalars {
            // Whatever follows is no heading; what was kept is enough to see that.
            if outside.count > 4 * Self.longest { break }
            switch Self.role(of: scalar) {
            case .opening: depth += 1
            case .closing:
                depth = max(0, depth - 1)
                isFirstBracket = isFirstBracket && (depth > 0 || inside.isEmpty)
            case .noise: break
            case .meaning(let plain):
                if depth == 0 {
                    outside.append(plain)
                } else if isFirstBracket, inside.count <= Self.longest {
                    inside.append(plain)
                }
            }
        }
        scalars = Self.withoutInstruction(outside.isEmpty ? inside : outside)
        dropEnumeration()
    }

    /// A heading of known scalars.
    init(scalars: some Sequence<Unicode.Scalar>) { self.scalars = Array(scalars) }

    /// The heading as it is compared.
    var string: String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }

    /// Whether a word stands anywhere in it.
    func contains(_ word: StaticWord) -> Bool {
        guard word.scalars.count <= scalars.count else { return false }
        for start in 0...(scalars.count - word.scalars.count) where has(word, at: start) { return true }
        return false
    }

    /// Whether it ends in a word.
    func hasSuffix(_ word: StaticWord) -> Bool { has(word, at: scalars.count - word.scalars.count) }

    /// Whether it begins with a word.
    func hasPrefix(_ word: StaticWord) -> Bool { has(word, at: 0) }

    private func has(_ word: StaticWord, at start: Int) -> Bool {
        guard start >= 0, start + word.scalars.count <= scalars.count else { return false }
        for offset in word.scalars.indices where scalars[start + offset] != word.scalars[offset] { return false }
        return true
    }

    /// The phrases that 及, 和, 、 or a stroke part: 责任单位及责任人.
    var phrases: [HeadingText] {
        scalars.split { scalar in
            switch scalar {
            case "及", "和", "与", "、", "/", ",", "，", "或", "|", ";", "；", "\\", "＋", "+", "&": true
            default: false
            }
        }.map { HeadingText(scalars: $0) }
    }

    /// The heading without a figure at its end that counts columns: 责任单位2; `nil` where there is none.
    var withoutCounter: HeadingText? {
        let figures = scalars.reversed().prefix { ("0"..."9").contains($0) }.count
        guard (1...2).contains(figures), figures < scalars.count else { return nil }
        return HeadingText(scalars: scalars.dropLast(figures))
    }

    /// Whether two headings are the same one, but for what counts them.
    static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (HeadingText(one), HeadingText(other))
        return (one.withoutCounter ?? one).scalars == (other.withoutCounter ?? other).scalars
    }

    private enum Role {
        case opening
        case closing
        case noise
        case meaning(Unicode.Scalar)
    }

    private static func role(of scalar: Unicode.Scalar) -> Role {
        switch scalar {
        case "(", "（", "[", "［", "【", "〔", "〈", "《", "{", "｛", "<", "＜", "「", "『", "〖": .opening
        case ")", "）", "]", "］", "】", "〕", "〉", "》", "}", "｝", ">", "＞", "」", "』", "〗": .closing
        case "*", "＊", "#", "＃", "\"", "'", "“", "”", "‘", "’", "。", "!", "！", "?", "？", "_", "·", "•", "★", "☆", "▲",
            "●", "■":
            .noise
        case "\u{FF10}"..."\u{FF19}", "\u{FF21}"..."\u{FF3A}", "\u{FF41}"..."\u{FF5A}":
            .meaning(lowercase(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar))
        case "：": .meaning(":")
        case "／": .meaning("/")
        default: isSpace(scalar) ? .noise : .meaning(lowercase(scalar))
        }
    }

    private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(scalar.value + 0x20) ?? scalar : scalar
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// The part before a second phrase that tells how to fill the column in: 整改情况应填写….
    private static func withoutInstruction(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let text = HeadingText(scalars: scalars)
        for start in scalars.indices.dropFirst(2)
        where scalars[start] == ":" || instructions.contains(where: { text.has($0, at: start) }) {
            return Array(scalars[..<start])
        }
        return scalars.last == ":" ? scalars.dropLast() : scalars
    }

    private static let instructions: [StaticWord] = [
        "应填", "填写", "请填", "需填", "须填", "如实填", "填报要求", "注意", "例如", "精确到", "格式", "可填", "从下拉", "请选择", "必填", "选填",
        "如有", "没有的填", "无则填", "若无",
    ]

    /// Drops a number before the heading: 1.责任单位, 一、任务.
    private mutating func dropEnumeration() {
        var end = 0
        while end < scalars.count,
            ("0"..."9").contains(scalars[end]) || "一二三四五六七八九十".unicodeScalars.contains(scalars[end])
        {
            end += 1
        }
        guard end > 0, end + 1 < scalars.count else { return }
        switch scalars[end] {
        case ".", "、", "．", ":": scalars.removeFirst(end + 1)
        default: if ("0"..."9").contains(scalars[end - 1]) { scalars.removeFirst(end) }
        }
    }
}
