internal import FenjieModel

/// What a scanner has come to.
enum XMLToken {
    /// A start tag; its name and attributes are at hand. An empty element is a start followed by an end.
    case start
    /// An end tag.
    case end
    /// A stretch of text; one text may come in several stretches.
    case text
    /// The end of the part.
    case finish
}

/// One attribute of the element under way, as offsets into the window.
struct XMLAttribute {
    /// The name with its prefix.
    var name: Range<Int>
    /// Where the name begins behind its prefix.
    var localStart: Int
    var value: Range<Int>
    var hasReferences: Bool
}

/// A pull scanner for the XML of workbooks: one pass over UTF-8 bytes, no string for a name or a value.
///
/// It refuses what is not well-formed, and document types altogether. Elements of foreign namespaces are skipped with
/// all they hold; of markup-compatibility alternatives only the fallback is shown. Offsets in tokens hold until `next`.
struct XMLScanner: ~Copyable {
    var window: XMLWindow
    let limits: XLSXLimits
    /// The name of the element of a `start` or `end`, without prefix.
    var name = 0..<0
    var attributes: [XMLAttribute] = []
    /// The text of a `text`, before references are replaced.
    private(set) var text = 0..<0
    /// Whether the text is as it stands: no reference, no carriage return.
    private(set) var isTextPlain = true
    /// Open elements: their names one after the other.
    var openNames: [UInt8] = []
    var openStarts: [Int] = []
    /// Open elements that are passed through without a token.
    var silent: [Bool] = []
    var silentCount = 0
    var namespaces = XMLNamespaces()
    var isEmptyElement = false
    /// Whether the element that ended last was one of them.
    var wasSilent = false
    /// The prefix of the element of the last start tag.
    var prefix = 0..<0
    private var isInCharacterData = false
    var hasRoot = false

    init(_ stream: any PartBytes, name: String, limits: XLSXLimits) throws(XLSXFailure) {
        self.limits = limits
        window = try XMLWindow(
            stream, name: name, size: max(1_024, limits.windowBytes), largest: limits.valueBytes)
    }

    /// How many elements are open, those without tokens left out.
    var depth: Int { openStarts.count - silentCount }

    /// Whether the position is between tags and a tag without prefix would be one of a known vocabulary.
    var isBetweenTags: Bool { !isEmptyElement && !isInCharacterData && namespaces.unprefixed == .known }

    /// Moves to the next token of a known vocabulary.
    mutating func next() throws(XLSXFailure) -> XMLToken {
        while true {
            let token = try advance()
            switch token {
            case .start:
                switch vocabularyOfElement() {
                case .known: return .start
                case .compatibility where nameIs("AlternateContent") || nameIs("Fallback"):
                    silent[silent.count - 1] = true
                    silentCount += 1
                default: try skipElement()
                }
            case .end:
                if !wasSilent { return .end }
            case .text, .finish: return token
            }
        }
    }

    /// Passes over the rest of the element whose start tag was the last token.
    mutating func skipElement() throws(XLSXFailure) {
        let outside = depth - 1
        while true {
            switch try advance() {
            case .end where depth == outside: return
            case .finish: throw wrong("元素没有结束", "an element does not end")
            default: continue
            }
        }
    }

    private func vocabularyOfElement() -> XMLVocabulary {
        guard !prefix.isEmpty else { return namespaces.unprefixed }
        return namespaces.vocabulary(of: window.bytes.span.extracting(prefix))
    }

    /// Moves to the next token whatever its namespace.
    private mutating func advance() throws(XLSXFailure) -> XMLToken {
        if isEmptyElement {
            isEmptyElement = false
            leaveElement()
            return .end
        }
        if isInCharacterData { return try characterData() }
        while true {
            if window.position == window.end, try !window.advance(keeping: window.position) {
                guard openStarts.isEmpty, hasRoot else { throw wrong("内容不完整", "it is cut short") }
                return .finish
            }
            if window.bytes[window.position] != UInt8(ascii: "<") {
                try scanText()
                if !openStarts.isEmpty { return .text }
                continue
            }
            let start = window.position
            try need(2, from: start)
            switch window.bytes[window.position + 1] {
            case UInt8(ascii: "/"):
                try scanEndTag()
                return .end
            case UInt8(ascii: "?"):
                try skip(past: "?>", from: 2)
            case UInt8(ascii: "!"):
                if try scanDeclaration() { return try characterData() }
            default:
                try scanStartTag()
                return .start
            }
        }
    }

    // MARK: Text

    /// Takes the text up to the next tag, or what is in the window of it.
    private mutating func scanText() throws(XLSXFailure) {
        let end = window.end
        let start = window.position
        var index = PlainText.end(window.bytes.span, from: start, to: end).index
        var isPlain = true
        var reference = -1
        while index < end {
            let byte = window.bytes[index]
            if byte == UInt8(ascii: "<") { break }
            isPlain = false
            if byte == UInt8(ascii: "&") { reference = index }
            index = PlainText.end(window.bytes.span, from: index + 1, to: end).index
        }
        if index == end, !window.isAtEnd {
            // Neither a reference nor a line end may be torn; references are short.
            if reference >= 0, end - reference <= 16 { index = reference }
            if index > start, window.bytes[index - 1] == 0x0D { index -= 1 }
            if index == start {
                guard try window.advance(keeping: start) else { throw wrong("内容不完整", "it is cut short") }
                return try scanText()
            }
        }
        text = start..<index
        isTextPlain = isPlain
        window.position = index
        if openStarts.isEmpty {
            for place in text where !Self.isSpace(window.bytes[place]) {
                throw wrong("根元素之外有文字", "text stands outside the root element")
            }
        }
        if !isPlain { try checkReferences(in: text) }
    }

    /// Takes what is in the window of a CDATA section.
    private mutating func characterData() throws(XLSXFailure) -> XMLToken {
        isInCharacterData = true
        while true {
            let start = window.position
            var index = start
            while index + 2 < window.end {
                if window.bytes[index] == UInt8(ascii: "]"), window.bytes[index + 1] == UInt8(ascii: "]"),
                    window.bytes[index + 2] == UInt8(ascii: ">")
                {
                    break
                }
                index += 1
            }
            if index + 2 < window.end {
                text = start..<index
                window.position = index + 3
                isInCharacterData = false
                isTextPlain = true
                return .text
            }
            if index > start, window.bytes[index - 1] == 0x0D { index -= 1 }
            if index > start {
                text = start..<index
                window.position = index
                isTextPlain = true
                return .text
            }
            guard try window.advance(keeping: start) else { throw wrong("CDATA 没有结束", "CDATA does not end") }
        }
    }

    // MARK: Declarations

    /// Handles `<!`: comments are skipped, CDATA begins (`true`), document types are refused.
    private mutating func scanDeclaration() throws(XLSXFailure) -> Bool {
        try need(4, from: window.position)
        if window.bytes.holds("<!--".utf8, at: window.position) {
            try skip(past: "-->", from: 4)
            return false
        }
        let opening = "<![CDATA["
        if !openStarts.isEmpty {
            try need(opening.utf8.count, from: window.position)
            if window.bytes.holds(opening.utf8, at: window.position) {
                window.position += opening.utf8.count
                return true
            }
        }
        throw wrong(
            "含有文档类型声明（DOCTYPE），工作簿不需要它，可能有害", "it has a document type, which no workbook needs and which may do harm")
    }

    /// Skips to behind `pattern`, which ends in `>`, looking from `offset` bytes behind the position.
    private mutating func skip(past pattern: StaticString, from offset: Int) throws(XLSXFailure) {
        let length = pattern.utf8CodeUnitCount
        var index = window.position + offset
        while true {
            while index + length <= window.end {
                if window.bytes[index + length - 1] == UInt8(ascii: ">"), matches(pattern, at: index) {
                    window.position = index + length
                    return
                }
                index += 1
            }
            // What was looked at need not stay.
            index = min(index, window.end)
            window.position = index
            guard try window.advance(keeping: index) else { throw wrong("注释或指令没有结束", "a comment does not end") }
            index = window.position
        }
    }

    // MARK: Helpers

    /// Makes sure that `count` bytes from `start`, the position, are in the window.
    @inline(__always)
    mutating func need(_ count: Int, from start: Int) throws(XLSXFailure) {
        while window.end - window.position < count {
            guard try window.advance(keeping: window.position) else { throw wrong("内容不完整", "it is cut short") }
        }
    }

    @inline(__always)
    func skipSpace(from start: Int) -> Int {
        var index = start
        while index < window.end, Self.isSpace(window.bytes[index]) { index += 1 }
        return index
    }

    /// Whether the name of the element is `expected`.
    @inline(__always)
    func nameIs(_ expected: StaticString) -> Bool {
        name.count == expected.utf8CodeUnitCount && matches(expected, at: name.lowerBound)
    }

    /// Whether `expected` stands at `start`; the caller has checked that so many bytes do.
    @inline(__always)
    func matches(_ expected: StaticString, at start: Int) -> Bool {
        for offset in 0..<expected.utf8CodeUnitCount {
            // A static string has as many bytes as it says.
            if unsafe window.bytes[start + offset] != expected.utf8Start[offset] { return false }
        }
        return true
    }

    func wrong(_ chinese: String, _ english: String) -> XLSXFailure {
        let byte = window.base + window.position
        return .part(window.name, "XML 有误，第 \(byte) 字节附近\(chinese)", "its XML is wrong near byte \(byte): \(english)")
    }

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    @inline(__always)
    static func isNameByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }

    static func startsName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte == UInt8(ascii: "_")
    }
}
