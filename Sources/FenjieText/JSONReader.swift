public import FenjieModel

/// Why a text is no JSON, and where.
public struct JSONFailure: Error, Sendable, Hashable {
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong.
    public let message: Message

    /// A text that is not UTF-8, with the line of the first byte that is not.
    fileprivate static func notUTF8(_ bytes: [UInt8]) -> JSONFailure {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var line = 1
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { line += scalar == "\n" ? 1 : 0 }
        return JSONFailure(line: line, message: Message("文字不是 UTF-8 编码", "the text is not UTF-8"))
    }
}

extension JSONValue {
    /// Reads a whole JSON text, RFC 8259; of numbers more is taken than its section 6 allows (`01`, `1.`).
    ///
    /// - Parameters:
    ///   - bytes: the text in UTF-8.
    ///   - allowsComments: whether `// …` and `/* … */` may stand between values, and a comma behind the last one.
    /// - Throws: ``JSONFailure`` at the first thing that is wrong; a name that occurs twice in an object is.
    public init(parsing bytes: [UInt8], allowsComments: Bool = false) throws(JSONFailure) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8(bytes) }
        var reader = JSONReader(bytes: bytes, allowsComments: allowsComments)
        self = try reader.wholeText()
    }

    /// The member of a name; `nil` for any other value.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The members of an object in their order; `nil` for any other value.
    public var members: [(name: String, value: JSONValue)]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The text of a string; `nil` for any other value.
    public var string: String? { if case .string(let text) = self { text } else { nil } }

    /// A whole number; `nil` for any other value.
    public var integer: Int? { if case .integer(let number) = self { number } else { nil } }

    /// The items of an array; `nil` for any other value.
    public var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
}

/// Goes through JSON text once, byte by byte; nesting is limited, so that no text exhausts the stack.
private struct JSONReader {
    private let bytes: [UInt8]
    private let allowsComments: Bool
    private var position = 0

    private static let depthLimit = 128

    init(bytes: [UInt8], allowsComments: Bool) {
        self.bytes = bytes
        self.allowsComments = allowsComments
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func wholeText() throws(JSONFailure) -> JSONValue {
        let value = try self.value(depth: 0)
        try skipSpace()
        guard position == bytes.count else { throw failure("多出文字", "there is text behind the end") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONFailure) -> JSONValue {
        try skipSpace()
        guard depth < Self.depthLimit else { throw failure("嵌套过深", "it is nested too deeply") }
        switch peek {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
        case nil: throw failure("文字到此中断，缺少一个值", "the text ends where a value should stand")
        default:
            if takeWord("true") { return .bool(true) }
            if takeWord("false") { return .bool(false) }
            if takeWord("null") { return .null }
            throw failure("此处应为一个值（文字要加双引号）", "a value should stand here (texts need double quotes)")
        }
    }

    private mutating func object(depth: Int) throws(JSONFailure) -> JSONValue {
        position += 1
        var members: [(name: String, value: JSONValue)] = []
        var names: Set<String> = []
        while try !ends(with: UInt8(ascii: "}"), isFirst: members.isEmpty) {
            guard peek == UInt8(ascii: "\"") else {
                throw failure("此处应为加双引号的名称", "a name in double quotes should stand here")
            }
            let name = try string()
            guard names.insert(name).inserted else {
                throw failure("名称 \(name) 出现了两次", "the name \(name) occurs twice")
            }
            try skipSpace()
            guard take(UInt8(ascii: ":")) else { throw failure("\(name) 后面缺少冒号", "a colon is missing behind \(name)") }
            members.append((name, try value(depth: depth + 1)))
        }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONFailure) -> JSONValue {
        position += 1
        var items: [JSONValue] = []
        while try !ends(with: UInt8(ascii: "]"), isFirst: items.isEmpty) { items.append(try value(depth: depth + 1)) }
        return .array(items)
    }

    /// Whether a list ends here; otherwise the comma before its next item is passed.
    private mutating func ends(with close: UInt8, isFirst: Bool) throws(JSONFailure) -> Bool {
        try skipSpace()
        if take(close) { return true }
        guard !isFirst else { return false }
        guard take(UInt8(ascii: ",")) else {
            let mark = String(decoding: [close], as: UTF8.self)
            throw failure("此处应为逗号或 \(mark)", "a comma or \(mark) should stand here")
        }
        try skipSpace()
        return allowsComments && take(close)
    }

    private mutating func number() throws(JSONFailure) -> JSONValue {
        let start = position
        var isWhole = true
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"): isWhole = false
            default:
                return try number(String(decoding: bytes[start..<position], as: UTF8.self), isWhole)
            }
            position += 1
        }
        return try number(String(decoding: bytes[start..<position], as: UTF8.self), isWhole)
    }

    private func number(_ text: String, _ isWhole: Bool) throws(JSONFailure) -> JSONValue {
        if isWhole, let number = Int(text) { return .integer(number) }
        guard let number = Double(text), number.isFinite else { throw failure("\(text) 不是数", "\(text) is no number") }
        return .number(number)
    }

    private mutating func string() throws(JSONFailure) -> String {
        position += 1
        let start = position
        // Most strings hold nothing that is escaped.
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        if take(UInt8(ascii: "\"")) { return String(decoding: bytes[start..<(position - 1)], as: UTF8.self) }
        var content = Array(bytes[start..<position])
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<0x20: throw failure("文字中有未转义的控制字符或换行", "a text holds a control character or a line end")
            default: content.append(byte)
            }
        }
        throw failure("文字缺少结束的双引号", "a text has no closing quote")
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONFailure) {
        guard let byte = peek else { throw failure("文字缺少结束的双引号", "a text has no closing quote") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"): content.append(contentsOf: String(try escapedScalar()).utf8)
        default: throw failure("不认识的转义", "an escape that JSON does not have")
        }
    }

    /// The scalar behind `\u`, with the second half of a pair where it needs one.
    private mutating func escapedScalar() throws(JSONFailure) -> Unicode.Scalar {
        var value = try hexadecimal()
        if (0xD800..<0xDC00).contains(value), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
            let low = try hexadecimal()
            guard (0xDC00..<0xE000).contains(low) else { throw failure("不成对的 \\u 转义", "half of a \\u pair is missing") }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw failure("不成对的 \\u 转义", "half of a \\u pair is missing") }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONFailure) -> UInt32 {
        let end = min(position + 4, bytes.count)
        let digits = String(decoding: bytes[position..<end], as: UTF8.self)
        guard digits.utf8.count == 4, digits.utf8.first != UInt8(ascii: "+"), digits.utf8.first != UInt8(ascii: "-"),
            let value = UInt32(digits, radix: 16)
        else { throw failure("\\u 后应为四位十六进制数", "four hexadecimal digits should stand behind \\u") }
        position = end
        return value
    }

    private mutating func skipSpace() throws(JSONFailure) {
        while let byte = peek {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case UInt8(ascii: "/") where allowsComments: try skipComment()
            default: return
            }
        }
    }

    private mutating func skipComment() throws(JSONFailure) {
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        if next == UInt8(ascii: "/") {
            while let byte = peek, byte != 0x0A { position += 1 }
        } else if next == UInt8(ascii: "*") {
            let start = position
            position += 2
            while position + 1 < bytes.count,
                bytes[position] != UInt8(ascii: "*") || bytes[position + 1] != UInt8(ascii: "/")
            {
                position += 1
            }
            guard position + 1 < bytes.count else {
                position = start
                throw failure("注释缺少结束的 */", "a comment has no closing */")
            }
            position += 2
        } else {
            throw failure("此处不应有 /", "a / should not stand here")
        }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    private func failure(_ chinese: String, _ english: String) -> JSONFailure {
        let line = 1 + bytes[..<min(position, bytes.count)].count { $0 == 0x0A }
        return JSONFailure(line: line, message: Message(chinese, english))
    }
}
