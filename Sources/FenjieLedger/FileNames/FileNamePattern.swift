internal import FenjieModel
internal import FenjieText

/// What a placeholder of a file name pattern stands for.
public enum FileNamePart: String, Sendable, CaseIterable {
    /// The position of the worksheet in its issue, padded with zeros to a common width.
    case number
    /// The unit, or whatever else the worksheets are made for.
    case unit
    /// The title of the table.
    case title
    /// The reporting period.
    case period
    /// The role of the unit where it has only one.
    case role

    /// The Chinese word for it.
    public var chinese: String {
        switch self {
        case .number: "序号"
        case .unit: "单位"
        case .title: "标题"
        case .period: "期次"
        case .role: "职责"
        }
    }

    /// The part that a word means, in either language.
    init?(word: String) {
        let folded = word.lowercased()
        guard let part = Self.allCases.first(where: { $0.rawValue == folded || $0.chinese == word }) else { return nil }
        self = part
    }
}

/// How the files of an issue are named: `{序号}-{单位}.xlsx`.
///
/// Placeholders stand in braces, in Chinese or English; `{{` and `}}` stand for braces. The extension of an
/// output format is left away: the form of the file decides on it.
public struct FileNamePattern: Sendable, Hashable {
    /// The pattern where the user gives none.
    public static let standard = FileNamePattern(pieces: [.part(.number), .text("-"), .part(.unit)])

    private enum Piece: Sendable, Hashable {
        case text(String)
        case part(FileNamePart)
    }

    private var pieces: [Piece]

    private init(pieces: [Piece]) { self.pieces = pieces }

    /// Reads a pattern.
    ///
    /// - Parameters:
    ///   - text: the pattern as typed.
    ///   - extensions: the extensions of output formats, without dots.
    /// - Throws: ``LedgerFailure`` where a placeholder is unknown, a brace stands alone, a character cannot stand in a
    ///   file name, or nothing is left.
    public init(parsing text: String, leavingAway extensions: [String]) throws(LedgerFailure) {
        pieces = []
        var literal = ""
        var rest = Self.text(text, without: extensions)[...]
        while let character = rest.popFirst() {
            if character == "{" || character == "}", rest.first == character {
                rest.removeFirst()
                literal.append(character)
            } else if character == "{" {
                guard let end = rest.firstIndex(of: "}") else { throw Self.loneBrace(in: text) }
                if !literal.isEmpty { pieces.append(.text(literal)) }
                literal = ""
                pieces.append(.part(try Self.part(String(rest[..<end]))))
                rest = rest[rest.index(after: end)...]
            } else if character == "}" {
                throw Self.loneBrace(in: text)
            } else {
                guard character.unicodeScalars.allSatisfy(SafeFileName.isAllowed) else {
                    throw Self.forbidden(character, in: text)
                }
                literal.append(character)
            }
        }
        if !literal.isEmpty { pieces.append(.text(literal)) }
        guard !pieces.isEmpty else {
            throw LedgerFailure(
                .usage, Message("文件名模式为空", "the file name pattern is empty"), hint: Self.wordsHint)
        }
    }

    /// The name for a worksheet, without extension; every value is made safe on its own, so that no value can look like
    /// a folder.
    ///
    /// - Parameter values: what the placeholders stand for; those that are missing are empty.
    /// - Returns: a name that is safe but for its length and uniqueness, see ``FileNameSet``.
    public func stem(_ values: [FileNamePart: String]) -> String {
        var stem = ""
        for piece in pieces {
            switch piece {
            case .text(let text): stem += text
            case .part(let part): stem += SafeFileName.cleaned(values[part] ?? "")
            }
        }
        return stem
    }

    private static func text(_ text: String, without extensions: [String]) -> String {
        let folded = text.lowercased()
        guard let ending = extensions.lazy.map({ "." + $0 }).first(where: folded.hasSuffix) else { return text }
        return String(text.dropLast(ending.count))
    }

    private static func part(_ word: String) throws(LedgerFailure) -> FileNamePart {
        if let part = FileNamePart(word: word) { return part }
        let words = FileNamePart.allCases.flatMap { [$0.chinese, $0.rawValue] }
        throw LedgerFailure(
            .usage,
            Message("文件名模式中有不认识的占位符 {\(word)}", "the file name pattern has an unknown placeholder {\(word)}"),
            hint: NearestNames.hint(for: word, among: words))
    }

    private static func loneBrace(in text: String) -> LedgerFailure {
        LedgerFailure(
            .usage, Message("文件名模式的花括号不成对：\(text)", "a brace stands alone in the file name pattern: \(text)"),
            hint: Message("花括号本身写作 {{ 或 }}", "write {{ or }} for a brace itself"))
    }

    private static func forbidden(_ character: Character, in text: String) -> LedgerFailure {
        let code = character.unicodeScalars.first.map { String($0.value, radix: 16, uppercase: true) } ?? ""
        return LedgerFailure(
            .usage,
            Message(
                "文件名模式中不能使用字符 U+\(code)", "the character U+\(code) cannot stand in a file name pattern"),
            hint: Message(
                "去掉 / \\ : * ? \" < > | 和控制字符；文件夹用 -o 指定",
                "leave out / \\ : * ? \" < > | and control characters; name the folder with -o"))
    }

    private static var wordsHint: Message {
        Message(
            "例如 {序号}-{单位}.xlsx；可用占位符："
                + FileNamePart.allCases.map { "{\($0.chinese)}" }.joined(separator: " "),
            "for example {number}-{unit}.xlsx; placeholders: "
                + FileNamePart.allCases.map { "{\($0.rawValue)}" }.joined(separator: " "))
    }
}
