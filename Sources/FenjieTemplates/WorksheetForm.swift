/// How often a form is filled in.
public enum Periodicity: String, Sendable, CaseIterable {
    /// Once, or whenever it is asked for.
    case none
    /// Every month.
    case monthly
    /// Every quarter.
    case quarterly
    /// Every year.
    case yearly
}

/// What stands around the table of a worksheet that goes out.
///
/// Texts hold placeholders in braces, see ``WorksheetText``.
public struct WorksheetForm: Sendable {
    /// The line above the table.
    public var title = "{标题}（{单位}）"
    /// The parts of the issuing line below the title; a part whose placeholder has no value is left away.
    public var issuing = ["单位：{单位}", "期次：{期次}", "共{任务数}项"]
    /// Lines below the table.
    public var closing: [String] = []
    /// The labels of the signature block.
    public var signatures: [String] = []
    /// Whether all but the fill-in columns is locked, without a password.
    public var isProtected = true

    /// The usual form.
    public init() {}
}

/// What a placeholder in the texts of a worksheet stands for.
public enum WorksheetText: String, Sendable, CaseIterable {
    /// The title of the issued table.
    case title
    /// The unit, or whatever else the worksheet is made for.
    case unit
    /// The reporting period.
    case period
    /// How many tasks it has.
    case tasks
    /// In how many it leads.
    case lead
    /// For how many it is responsible.
    case responsible
    /// In how many it assists.
    case assisting

    /// The Chinese word for it.
    public var chinese: String {
        switch self {
        case .title: "标题"
        case .unit: "单位"
        case .period: "期次"
        case .tasks: "任务数"
        case .lead: "牵头数"
        case .responsible: "负责数"
        case .assisting: "配合数"
        }
    }

    /// All words in both languages.
    public static var words: [String] { allCases.flatMap { [$0.chinese, $0.rawValue] } }

    /// Fills the placeholders of a text.
    ///
    /// - Parameters:
    ///   - text: a text with placeholders in braces.
    ///   - values: what they stand for.
    /// - Returns: the text, or `nil` where a placeholder has no value.
    public static func fill(_ text: String, with values: [WorksheetText: String]) -> String? {
        var filled = ""
        for piece in pieces(of: text) {
            switch piece {
            case .text(let text): filled += text
            case .placeholder(let word):
                guard let part = Self(word: word), let value = values[part], !value.isEmpty else { return nil }
                filled += value
            }
        }
        return filled
    }

    /// The placeholders of a text that mean nothing.
    static func unknownWords(in text: String) -> [String] {
        pieces(of: text).compactMap { piece in
            if case .placeholder(let word) = piece, Self(word: word) == nil { word } else { nil }
        }
    }

    private init?(word: String) {
        guard let part = Self.allCases.first(where: { $0.rawValue == word || $0.chinese == word }) else { return nil }
        self = part
    }

    private enum Piece {
        case text(String)
        case placeholder(String)
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
            pieces.append(.placeholder(String(rest[rest.index(after: start)..<end])))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }
}
