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
    private let limits: XLSXLimits
    /// The name of the element of a `start` or `end`, without prefix.
    private(set) var name = 0..<0
    private(set) var attributes: [XMLAttribute] = []
    /// The text of a `text`, before references are replaced.
    private(set) var text = 0..<0
    /// Whether the text is as it stands: no reference, no carriage return.
    private(set) var isTextPlain = true
    /// Open elements: their names one after the other.
    private var openNames: [UInt8] = []
    private var openStarts: [Int] = []
    /// Open elements that are passed through without a token.
    private var silent: [Bool] = []
    private var silentCount = 0
    private var namespaces = XMLNamespaces()
    private var isEmptyElement = false
    private var isInCharacterData = false
    private var hasRoot = false

    init(_ stream: any ByteStream, name: String, limits: XLSXLimits) throws(XLSXFailure) {
        self.limits = limits
        window = try XMLWindow(stream, name: name, largest: limits.valueBytes)
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

    private var wasSilent = false
    /// The prefix of the element of the last start tag.
    private var prefix = 0..<0

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

    // MARK: Tags

    private mutating func scanStartTag() throws(XLSXFailure) {
        guard !openStarts.isEmpty || !hasRoot else { throw wrong("有两个根元素", "it has two root elements") }
        while true {
            let start = window.position
            if try scanStartTagInWindow() { break }
            // The tag is not all here yet: read on and begin it again.
            guard try window.advance(keeping: start) else { throw wrong("标记没有结束", "a tag does not end") }
        }
        hasRoot = true
        guard openStarts.count < limits.depth else {
            throw .limit(
                Message("部件 \(window.name) 的 XML 嵌套过深", "the XML of part \(window.name) is nested too deep"),
                limits.depth)
        }
        openStarts.append(openNames.count)
        silent.append(false)
        let whole = (prefix.isEmpty ? name.lowerBound : prefix.lowerBound)..<name.upperBound
        for index in whole { openNames.append(window.bytes[index]) }
        try bindNamespaces()
    }

    /// Reads a start tag if all of it is in the window; the position moves only then.
    private mutating func scanStartTagInWindow() throws(XLSXFailure) -> Bool {
        var index = window.position + 1
        guard let (colon, nameEnd) = try scanName(at: index) else { return false }
        prefix = colon < 0 ? 0..<0 : index..<colon
        name = (colon < 0 ? index : colon + 1)..<nameEnd
        index = nameEnd
        attributes.removeAll(keepingCapacity: true)
        while true {
            let spaceStart = index
            index = skipSpace(from: index)
            guard index + 1 < window.end else { return false }
            switch window.bytes[index] {
            case UInt8(ascii: ">"):
                window.position = index + 1
                if attributes.count > 1 { try checkDuplicates() }
                return true
            case UInt8(ascii: "/"):
                guard window.bytes[index + 1] == UInt8(ascii: ">") else { throw wrong("标记有误", "a tag is wrong") }
                window.position = index + 2
                isEmptyElement = true
                if attributes.count > 1 { try checkDuplicates() }
                return true
            default:
                guard index > spaceStart else { throw wrong("属性之间缺少空格", "attributes stand without a space between") }
                guard let next = try scanAttribute(at: index) else { return false }
                index = next
            }
        }
    }

    private mutating func scanAttribute(at start: Int) throws(XLSXFailure) -> Int? {
        guard let (colon, nameEnd) = try scanName(at: start) else { return nil }
        var index = skipSpace(from: nameEnd)
        guard index < window.end else { return nil }
        guard window.bytes[index] == UInt8(ascii: "=") else { throw wrong("属性没有值", "an attribute has no value") }
        index = skipSpace(from: index + 1)
        guard index < window.end else { return nil }
        let quote = window.bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw wrong("属性值没有引号", "an attribute value has no quotes")
        }
        index += 1
        let valueStart = index
        var hasReferences = false
        let end = window.end
        while index < end {
            let byte = window.bytes[index]
            if byte == quote { break }
            if byte == UInt8(ascii: "<") { throw wrong("属性值中有 <", "an attribute value holds <") }
            if byte == UInt8(ascii: "&") || byte < 0x20 { hasReferences = true }
            index += 1
        }
        guard index < end else { return nil }
        guard attributes.count < limits.attributes else {
            throw .limit(
                Message("部件 \(window.name) 中一个元素的属性过多", "an element of part \(window.name) has too many attributes"),
                limits.attributes)
        }
        if hasReferences { try checkReferences(in: valueStart..<index) }
        attributes.append(
            XMLAttribute(
                name: start..<nameEnd, localStart: colon < 0 ? start : colon + 1, value: valueStart..<index,
                hasReferences: hasReferences))
        return index + 1
    }

    /// Reads a name: where its colon stands (-1 for none) and where it ends; `nil` where the window ends first.
    @inline(__always)
    private func scanName(at start: Int) throws(XLSXFailure) -> (colon: Int, end: Int)? {
        var index = start
        var colon = -1
        let end = window.end
        while index < end {
            let byte = window.bytes[index]
            if byte == UInt8(ascii: ":") {
                guard colon < 0, index > start else { throw wrong("名称有误", "a name is wrong") }
                colon = index
            } else if !Self.isNameByte(byte) {
                break
            }
            index += 1
        }
        guard index < end else { return nil }
        guard index > start, colon != index - 1, Self.startsName(window.bytes[start]) else {
            throw wrong("名称有误", "a name is wrong")
        }
        return (colon, index)
    }

    private mutating func scanEndTag() throws(XLSXFailure) {
        guard let nameStart = openStarts.last else { throw wrong("多出结束标记", "there is an end tag too many") }
        let length = openNames.count - nameStart
        let start = window.position
        try need(length + 3, from: start)
        var index = window.position + 2
        for offset in 0..<length where window.bytes[index + offset] != openNames[nameStart + offset] {
            throw wrong("开始和结束标记不匹配", "start and end tags do not match")
        }
        let nameEnd = index + length
        name = index..<nameEnd
        if let colon = window.bytes[name].firstIndex(of: UInt8(ascii: ":")) { name = (colon + 1)..<nameEnd }
        index = skipSpace(from: nameEnd)
        while index == window.end {
            // White space before the bracket, and the window ends in it.
            let before = window.position
            guard try window.advance(keeping: before) else { throw wrong("标记没有结束", "a tag does not end") }
            let shift = before - window.position
            name = (name.lowerBound - shift)..<(name.upperBound - shift)
            index = skipSpace(from: index - shift)
        }
        guard window.bytes[index] == UInt8(ascii: ">") else {
            throw wrong("开始和结束标记不匹配", "start and end tags do not match")
        }
        window.position = index + 1
        leaveElement()
    }

    private mutating func leaveElement() {
        if namespaces.count > 0 { namespaces.leave(depth: openStarts.count) }
        wasSilent = silent.popLast() ?? false
        if wasSilent { silentCount -= 1 }
        if let start = openStarts.popLast() { openNames.removeLast(openNames.count - start) }
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
    private mutating func need(_ count: Int, from start: Int) throws(XLSXFailure) {
        while window.end - window.position < count {
            guard try window.advance(keeping: window.position) else { throw wrong("内容不完整", "it is cut short") }
        }
    }

    @inline(__always)
    private func skipSpace(from start: Int) -> Int {
        var index = start
        while index < window.end, Self.isSpace(window.bytes[index]) { index += 1 }
        return index
    }

    private func checkDuplicates() throws(XLSXFailure) {
        if attributes.count <= 12 {
            for later in 1..<attributes.count {
                for earlier in 0..<later where isSameName(attributes[later].name, attributes[earlier].name) {
                    throw wrong("属性重复", "an attribute comes twice")
                }
            }
            return
        }
        var seen: Set<[UInt8]> = []
        for attribute in attributes where !seen.insert(Array(window.bytes[attribute.name])).inserted {
            throw wrong("属性重复", "an attribute comes twice")
        }
    }

    @inline(__always)
    private func isSameName(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count
        where window.bytes[left.lowerBound + offset] != window.bytes[right.lowerBound + offset] {
            return false
        }
        return true
    }

    private mutating func bindNamespaces() throws(XLSXFailure) {
        for attribute in attributes {
            let start = attribute.name.lowerBound
            guard window.bytes[start] == UInt8(ascii: "x"), attribute.name.count >= 5, matches("xmlns", at: start)
            else {
                continue
            }
            let rest = (start + 5)..<attribute.name.upperBound
            guard rest.isEmpty || window.bytes[rest.lowerBound] == UInt8(ascii: ":") else { continue }
            guard namespaces.count < limits.attributes else {
                throw .limit(
                    Message("部件 \(window.name) 的命名空间过多", "part \(window.name) has too many namespaces"),
                    limits.attributes)
            }
            namespaces.bind(
                Array(window.bytes[rest.dropFirst()]),
                to: XMLVocabulary(uri: window.bytes.span.extracting(attribute.value)), depth: openStarts.count)
        }
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
    private static func isNameByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }

    private static func startsName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte == UInt8(ascii: "_")
    }
}
