internal import FenjieGrammar

/// One line of running text, freed of Markdown marks.
struct OutlineLine: Sendable {
    /// The line in the file, counted from 1.
    let number: Int
    /// The text without white space at its ends.
    let text: [Unicode.Scalar]
    /// Whether a blank line stands before it.
    let followsBlank: Bool
    /// The number of # before it; 0 for running text.
    let depth: Int
    /// Whether a bullet stood before it.
    let hasBullet: Bool
    /// Whether it reaches the width at which the text was wrapped.
    var isFull = false
    /// The ordinal at its head; 一是 is none, it belongs to the sentence.
    var numbering: Numbering?

    init(number: Int, raw: String, followsBlank: Bool) {
        var text = Array(raw.unicodeScalars)
        if let star = text.firstIndex(of: "*"), text[star...].dropFirst().first == "*" { text.removeAll { $0 == "*" } }
        var depth = 0
        while depth < text.count, text[depth] == "#" || text[depth] == "＃" { depth += 1 }
        if depth > 0 { text = OutlineText.trimmed(text[depth...]) }
        while let first = text.first, first == ">" { text = OutlineText.trimmed(text.dropFirst()) }
        let marks: [Unicode.Scalar] = ["-", "•", "●", "■", "◆", "▪", "*", "+"]
        hasBullet = text.count > 2 && marks.contains(text[0]) && (text[1] == " " || text[0].value > 0x7F)
        if hasBullet { text = OutlineText.trimmed(text.dropFirst()) }
        self.number = number
        self.text = text
        self.followsBlank = followsBlank
        self.depth = depth
        let numbering = Numbering(parsing: OutlineText.string(text.prefix(40)))
        self.numbering = numbering?.style == .spoken ? nil : numbering
    }

    /// Whether a new item or heading begins here.
    var isOrdinal: Bool { numbering != nil }
}

/// Lists of scalars as text.
enum OutlineText {
    /// The scalars as a string.
    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Without white space at both ends.
    static func trimmed(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> [Unicode.Scalar] {
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return [] }
        return Array(scalars[first...last])
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// Whether a sentence can end in a scalar.
    static func isTerminal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "？", "!", "?", "．": true
        default: false
        }
    }

    /// Whether a scalar parts or ends what stands before it: ， ； 、 。 and their half-width forms.
    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", ",", "；", ";", "、", "。": true
        default: false
        }
    }

    /// Whether a scalar is a mark within or behind a clause: a separator or a colon.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool { isSeparator(scalar) || scalar == "：" || scalar == ":" }

    static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "（", "(", "〔", "【", "[", "［", "〈", "｛", "﹙": true
        default: false
        }
    }

    static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "）", ")", "〕", "】", "]", "］", "〉", "｝", "﹚": true
        default: false
        }
    }

    /// The stretches in brackets that lie in no other bracket, brackets included; widths may differ.
    static func brackets(in text: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: [Int] = []
        for index in text.indices {
            if isOpening(text[index]) {
                open.append(index)
            } else if isClosing(text[index]), let start = open.popLast(), open.isEmpty {
                found.append(start..<(index + 1))
            }
        }
        return found
    }
}
