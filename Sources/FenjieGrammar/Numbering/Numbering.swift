/// The ordinal at the head of a line: 一、 （一） 1. ① 第一章 一是.
///
///     let numbering = Numbering(parsing: "（二）加强公开")
///     numbering?.style      // .chineseInBrackets
///     numbering?.value      // 2
///     numbering?.text       // "加强公开"
public struct Numbering: Sendable, Hashable {
    /// How an ordinal is written, from the widest level to the narrowest.
    public enum Style: Int, Sendable, CaseIterable, Comparable {
        /// 第一部分, 第一篇.
        case part
        /// 第一章.
        case chapter
        /// 第一节.
        case section
        /// 第一条.
        case article
        /// 一、
        case chinese
        /// （一）
        case chineseInBrackets
        /// 1. and 1、
        case arabic
        /// 1.1, 1.1.1
        case decimal
        /// （1） and 1）
        case arabicInBrackets
        /// ①
        case circled
        /// 一是, 第一，
        case spoken

        /// Wider levels first.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// How it is written.
    public let style: Style
    /// What it counts; for 1.2.3 the last number.
    public let value: Int
    /// The ordinal as printed, with its mark.
    public let marker: String
    /// The text behind it.
    public let text: String

    /// Reads a counted noun at the head of a line as an ordinal: 任务一：加强公开, 行动2：…; `nil` where there is none.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - style: the level that it stands for.
    package init?(countedNounOf line: some StringProtocol, as style: Style) {
        let head = Array(line.unicodeScalars.prefix(OrdinalReader.reach))
        guard let noun = Self.countedNouns.first(where: { head.starts(with: $0) }),
            let colon = head.firstIndex(where: { $0 == "：" || $0 == ":" }), colon > noun.count
        else { return nil }
        var count = String.UnicodeScalarView()
        count.append(contentsOf: head[noun.count..<colon])
        // 任务一： counts like 一、
        guard let ordinal = Numbering(parsing: String(count) + "、"), ordinal.text.isEmpty else { return nil }
        self.style = style
        value = ordinal.value
        let end = line.unicodeScalars.index(line.unicodeScalars.startIndex, offsetBy: colon + 1)
        marker = String(line[..<end])
        text = String(line[end...])
    }

    private static let countedNouns = ["任务", "行动", "工程", "举措", "专项"].map { Array($0.unicodeScalars) }

    /// Reads the ordinal at the head of a line; `nil` where the line has none.
    public init?(parsing line: some StringProtocol) {
        let scalars = line.unicodeScalars
        var start = scalars.startIndex
        while start < scalars.endIndex, OrdinalReader.isSpace(scalars[start]) {
            start = scalars.index(after: start)
        }
        let head = Array(scalars[start...].prefix(OrdinalReader.reach))
        guard let ordinal = OrdinalReader(head: head).read() else { return nil }
        var end = scalars.index(start, offsetBy: ordinal.length)
        let mark = end
        while end < scalars.endIndex, OrdinalReader.isSpace(scalars[end]) { end = scalars.index(after: end) }
        style = ordinal.style
        value = ordinal.value
        marker = String(line[start..<mark])
        text = String(line[end...])
    }
}
