internal import FenjieFiles
public import FenjieModel
internal import FenjieText

/// How the output of an input is named: `{folder}{stem}.xlsx`, below the output folder.
///
/// Placeholders stand in braces, in Chinese or English; `{{` and `}}` stand for braces.
public struct OutputPattern: Sendable, Hashable {
    /// What a placeholder stands for.
    enum Part: String, CaseIterable, Sendable {
        /// The folders of the input below the one that was named, with a slash behind each.
        case folder
        /// The name of the input without its extension.
        case stem
        /// The name of the input.
        case name
        /// The extension of the input without its dot.
        case `extension`

        var chinese: String {
            switch self {
            case .folder: "文件夹"
            case .stem: "主名"
            case .name: "文件名"
            case .extension: "扩展名"
            }
        }

        func value(of path: String) -> String {
            switch self {
            case .folder: PathText.folder(of: path)
            case .stem: PathText.stem(of: path)
            case .name: PathText.name(of: path)
            case .extension: PathText.extension(of: path)
            }
        }
    }

    private enum Piece: Sendable, Hashable {
        case text(String)
        case part(Part)
    }

    /// The pattern as written.
    public let text: String
    private var pieces: [Piece] = []

    /// Reads a pattern.
    ///
    /// - Parameter text: the pattern as written.
    /// - Throws: ``PatternProblem`` where a placeholder is unknown or the outputs would not lie below the output folder.
    public init(parsing text: String) throws(PatternProblem) {
        self.text = text
        var literal = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            if character == "{" || character == "}", rest.first == character {
                rest.removeFirst()
                literal.append(character)
            } else if character == "{", let end = rest.firstIndex(of: "}") {
                if !literal.isEmpty { pieces.append(.text(literal)) }
                literal = ""
                pieces.append(.part(try Self.part(String(rest[..<end]))))
                rest = rest[rest.index(after: end)...]
            } else if character == "{" || character == "}" {
                throw PatternProblem(
                    message: Message("花括号不成对", "a brace stands alone"),
                    hint: Message("花括号本身写成 {{ 或 }}", "write {{ or }} for a brace itself"))
            } else {
                literal.append(character)
            }
        }
        if !literal.isEmpty { pieces.append(.text(literal)) }
        guard !text.isEmpty else { throw PatternProblem(message: Message("文件名是空的", "the name is empty"), hint: nil) }
        guard !text.hasPrefix("/"), !text.split(separator: "/").contains("..") else {
            throw PatternProblem(
                message: Message("应写成输出文件夹以下的位置", "it must lie below the output folder"),
                hint: Message(
                    "去掉开头的 / 和 ..；输出文件夹由 output 或 -o 指定", "leave / and .. away; output or -o names the folder"))
        }
    }

    private static func part(_ word: String) throws(PatternProblem) -> Part {
        if let part = Part.allCases.first(where: { $0.rawValue == word.lowercased() || $0.chinese == word }) {
            return part
        }
        throw PatternProblem(
            message: Message("不认识的占位符 {\(word)}", "unknown placeholder {\(word)}"),
            hint: NearestNames.hint(for: word, among: Part.allCases.flatMap { [$0.rawValue, $0.chinese] }))
    }

    /// Whether different inputs get different names.
    var isPerInput: Bool {
        pieces.contains { piece in
            switch piece {
            case .part(.stem), .part(.name): true
            default: false
            }
        }
    }

    /// The extension that every output has, in lower case; empty where there is none or it depends on the input.
    var fileExtension: String {
        guard case .text(let text)? = pieces.last else { return "" }
        return PathText.extension(of: "x" + text)
    }

    /// The path of an output below the output folder.
    func path(for input: Input) -> String {
        pieces.reduce(into: "") { path, piece in
            switch piece {
            case .text(let text): path += text
            case .part(let part): path += part.value(of: input.relativePath)
            }
        }
    }
}

/// Why a text is no pattern for names of outputs.
public struct PatternProblem: Error, Sendable {
    /// What is wrong.
    public let message: Message
    /// What to do about it.
    public let hint: Message?
}
