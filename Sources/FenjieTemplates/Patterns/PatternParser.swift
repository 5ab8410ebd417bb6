internal import FenjieModel

/// Reads the text of a pattern: XML Schema Part 2, appendix F, and the spellings that other engines share with it.
struct PatternParser {
    /// One part of a pattern.
    indirect enum Node {
        case one(ScalarTest)
        case sequence([Node])
        case choice([Node])
        case repeated(Node, least: Int, most: Int?)
    }

    /// Brackets in brackets; deeper ones are refused rather than followed.
    private static let depthLimit = 64
    /// The most that a count in braces can ask for.
    private static let countLimit = 1_000

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    static func node(of text: String) throws(PatternFailure) -> Node {
        var parser = PatternParser(scalars: Array(text.unicodeScalars))
        let node = try parser.choice()
        guard parser.index == parser.scalars.count else { throw parser.failure("多出右括号", "a bracket too many") }
        return node
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        index += 1
        return true
    }

    private func failure(_ chinese: String, _ english: String) -> PatternFailure {
        PatternFailure(
            message: Message("第 \(index + 1) 个字符：\(chinese)", "at character \(index + 1): \(english)"))
    }

    // MARK: Structure

    private mutating func choice() throws(PatternFailure) -> Node {
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternFailure) -> Node {
        var parts: [Node] = []
        // Values are matched as a whole, so that marks of beginning and end say nothing more.
        _ = take("^")
        while let scalar = next, scalar != "|", scalar != ")" {
            if scalar == "$", index + 1 == scalars.count || scalars[index + 1] == "|" || scalars[index + 1] == ")" {
                index += 1
                continue
            }
            parts.append(try quantified(atom()))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func quantified(_ atom: Node) throws(PatternFailure) -> Node {
        let node: Node
        switch next {
        case "?": node = .repeated(atom, least: 0, most: 1)
        case "*": node = .repeated(atom, least: 0, most: nil)
        case "+": node = .repeated(atom, least: 1, most: nil)
        case "{":
            index += 1
            return lazily(try counted(atom))
        default: return atom
        }
        index += 1
        return lazily(node)
    }

    /// How eagerly a part is repeated makes no difference to whether the whole value matches.
    private mutating func lazily(_ node: Node) -> Node {
        _ = take("?")
        return node
    }

    private mutating func counted(_ atom: Node) throws(PatternFailure) -> Node {
        guard let least = try count() else { throw failure("花括号里应为次数", "braces hold a count") }
        var most: Int? = least
        if take(",") { most = try count() }
        guard take("}") else { throw failure("缺少右花括号", "a brace is not closed") }
        if let most, most < least { throw failure("次数的上限小于下限", "the greater count stands first") }
        return .repeated(atom, least: least, most: most)
    }

    private mutating func count() throws(PatternFailure) -> Int? {
        var value: Int?
        while let scalar = next, ("0"..."9").contains(scalar) {
            value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
            guard value ?? 0 <= Self.countLimit else { throw failure("次数过大", "the count is too large") }
            index += 1
        }
        return value
    }

    // MARK: Characters

    private mutating func atom() throws(PatternFailure) -> Node {
        guard let scalar = next else { throw failure("意外结束", "the end comes too soon") }
        switch scalar {
        case "(": return try group()
        case "[": return .one(try set())
        case ".":
            index += 1
            return .one(.any)
        case "\\": return .one(try escape())
        case "?", "*", "+", "{", "}", "]": throw failure("此处不能用 \(scalar)", "\(scalar) cannot stand here")
        case "^", "$": throw failure("此处的 \(scalar) 应写作 \\\(scalar)", "write \\\(scalar) here")
        default:
            index += 1
            return .one(.range(scalar, scalar))
        }
    }

    private mutating func group() throws(PatternFailure) -> Node {
        index += 1
        if take("?"), !take(":") { throw failure("不支持 (? 一类的写法", "groups of the kind (? are not supported") }
        depth += 1
        guard depth <= Self.depthLimit else { throw failure("括号层数过多", "brackets go too deep") }
        let node = try choice()
        guard take(")") else { throw failure("缺少右括号", "a bracket is not closed") }
        depth -= 1
        return node
    }

    /// `[a-z\d]`, `[^，]`, `[a-z-[aeiou]]`.
    private mutating func set() throws(PatternFailure) -> ScalarTest {
        index += 1
        depth += 1
        guard depth <= Self.depthLimit else { throw failure("括号层数过多", "brackets go too deep") }
        let isNegated = take("^")
        var tests: [ScalarTest] = []
        var without: ScalarTest?
        while let scalar = next, scalar != "]" || tests.isEmpty {
            guard without == nil else { throw failure("减去的集合应在最后", "what is taken away stands last") }
            if scalar == "-", index + 1 < scalars.count, scalars[index + 1] == "[", !tests.isEmpty {
                index += 1
                without = try set()
                continue
            }
            tests.append(try member())
        }
        guard take("]") else { throw failure("缺少右方括号", "a bracket is not closed") }
        depth -= 1
        let own: ScalarTest = isNegated ? .not(.union(tests)) : .union(tests)
        return without.map { .minus(own, $0) } ?? own
    }

    private mutating func member() throws(PatternFailure) -> ScalarTest {
        let first = try single()
        guard case .range(let low, let same) = first, low == same, next == "-", index + 1 < scalars.count,
            scalars[index + 1] != "]", scalars[index + 1] != "["
        else { return first }
        index += 1
        guard case .range(let high, _) = try single() else {
            throw failure("范围的一端应为字符", "a range ends in a character")
        }
        guard low <= high else { throw failure("范围的两端颠倒", "the ends of a range stand the wrong way round") }
        return .range(low, high)
    }

    private mutating func single() throws(PatternFailure) -> ScalarTest {
        guard let scalar = next else { throw failure("缺少右方括号", "a bracket is not closed") }
        if scalar == "\\" { return try escape() }
        index += 1
        return .range(scalar, scalar)
    }

    private mutating func escape() throws(PatternFailure) -> ScalarTest {
        index += 1
        guard let scalar = next else { throw failure("反斜杠后面没有字符", "nothing follows the backslash") }
        index += 1
        switch scalar {
        case "d": return .digit
        case "D": return .not(.digit)
        case "s": return .space
        case "S": return .not(.space)
        case "w": return .word
        case "W": return .not(.word)
        case "i": return .nameStart
        case "I": return .not(.nameStart)
        case "c": return .nameCharacter
        case "C": return .not(.nameCharacter)
        case "n": return .range("\n", "\n")
        case "r": return .range("\r", "\r")
        case "t": return .range("\t", "\t")
        case "p": return try property()
        case "P": return .not(try property())
        case "u": return try hexadecimal()
        case _ where scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)):
            index -= 1
            throw failure("不支持 \\\(scalar)", "\\\(scalar) is not supported")
        default: return .range(scalar, scalar)
        }
    }

    private mutating func property() throws(PatternFailure) -> ScalarTest {
        guard take("{") else { throw failure("\\p 后面应为花括号", "braces follow \\p") }
        var name = ""
        while let scalar = next, scalar != "}" {
            name.unicodeScalars.append(scalar)
            index += 1
        }
        guard take("}") else { throw failure("缺少右花括号", "a brace is not closed") }
        if ["Han", "IsCJKUnifiedIdeographs"].contains(name) { return .ideograph }
        guard !name.isEmpty, ScalarTest.categories.keys.contains(where: { $0.hasPrefix(name) }) else {
            throw failure("不认识的字符类别 \(name)", "there is no category \(name)")
        }
        return .category(name)
    }

    private mutating func hexadecimal() throws(PatternFailure) -> ScalarTest {
        let digits = String(String.UnicodeScalarView(scalars[index...].prefix(4)))
        guard digits.unicodeScalars.count == 4, let value = UInt32(digits, radix: 16),
            let scalar = Unicode.Scalar(value)
        else { throw failure("\\u 后面应为 4 位十六进制数", "four hexadecimal digits follow \\u") }
        index += 4
        return .range(scalar, scalar)
    }
}
