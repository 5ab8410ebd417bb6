internal import FenjieGrammar
internal import FenjieModel

/// What a bracket at the end of an item says about it: （责任单位：…）, （市教育局牵头，各区配合）, （6月底前完成）.
struct UnitNote: Sendable {
    /// The units as printed, labels included.
    var units: [Unicode.Scalar] = []
    var deadline: [Unicode.Scalar] = []
    /// Labels that are neither.
    var others: [OutlineLabel] = []
    /// Whether it begins with words that make it hold for the items above too.
    var holdsForAll = false

    /// A note is never longer than this.
    private static let longest = 1200

    init() {}

    /// Where a bracket stands; the less room for doubt its place leaves, the more is believed.
    enum Place {
        /// Behind a full stop.
        case behindStop
        /// Nothing but marks and other brackets follow.
        case end
        /// A full stop or semicolon follows, and then more text.
        case clauseEnd
        /// A comma follows.
        case pause
        case middle
    }

    /// Reads the text inside a bracket.
    ///
    /// - Parameters:
    ///   - source: the text without the bracket.
    ///   - place: where the bracket stands.
    ///   - followsName: whether it stands behind what may be a unit, whose other name it then is.
    ///   - isBeforeNote: whether another bracket follows at once, so that a bare year may be the task's.
    init?(
        parsing source: ArraySlice<Unicode.Scalar>, at place: Place, followsName: Bool = false,
        isBeforeNote: Bool = false
    ) {
        guard source.count <= Self.longest else { return nil }
        let content = Self.withoutReference(source.prefix(source.count - Self.trailingMarks(of: source)))
        guard content.count >= 2 else { return nil }
        holdsForAll = content.startIndex > source.startIndex
        let isAtEnd = place == .end || place == .behindStop
        if take(OutlineLabels.labels(in: content), from: content) { return }
        guard isAtEnd || place != .middle else { return nil }
        guard isAtEnd else {
            let (rest, limit) = Self.partDeadline(content)
            let isList = place == .clauseEnd && !followsName && UnitNames.isSureList(rest)
            guard isList || UnitNames.namesRoles(rest, strictly: true) else { return nil }
            units = Self.withoutMark(OutlineText.trimmed(rest))
            deadline = limit
            return
        }
        if content.contains("。") {
            guard let (sentences, limits) = Self.partSentences(content) else { return nil }
            units = sentences
            deadline = limits
            return
        }
        let (rest, limit) = Self.partDeadline(content)
        if UnitNames.namesRoles(rest) || UnitNames.isList(rest, behindStop: place == .behindStop) {
            units = Self.withoutMark(OutlineText.trimmed(rest))
            deadline = limit
            return
        }
        guard content.count <= 24 else { return nil }
        switch DeadlineExtent(of: OutlineText.string(content)) {
        case .whole: deadline = OutlineText.trimmed(content)
        case .years where isBeforeNote: deadline = OutlineText.trimmed(content)
        default: return nil
        }
    }

    /// Whether a line goes on with the note of the item above it.
    static func begins(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        if OutlineLabels.startsWithLabel(line.dropFirst()) { return true }
        guard let bracket = OutlineText.brackets(in: line).first, bracket.lowerBound == line.startIndex else {
            return false
        }
        let content = line[(bracket.lowerBound + 1)..<(bracket.upperBound - 1)]
        return UnitNote(parsing: content, at: bracket.upperBound >= line.endIndex - 1 ? .behindStop : .middle) != nil
    }

    /// A note without the words that say which items it speaks of: 以上任务均由, 上述各项, 本部分.
    private static func withoutReference(_ source: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let start = source.drop { OutlineText.isSpace($0) }
        guard let word = references.first(where: { start.starts(with: $0) }) else { return source }
        var rest = start.dropFirst(word.count)
        while let word = referents.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(word.count) }
        return rest
    }

    private static let references = ["以上", "上述", "本部分", "本章", "本节"].map { Array($0.unicodeScalars) }
    private static let referents = [
        "各项", "全部", "所有", "任务", "工作", "事项", "措施", "内容", "条款", "均", "都", "由", "的", "，", "：",
    ].map { Array($0.unicodeScalars) }

    /// Takes labels and what they say; `false` where there are none, or where something else stands before them.
    private mutating func take(_ labels: [OutlineLabel], from content: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = labels.first, takeHead(content[..<first.range.lowerBound]) else { return false }
        var end: Int? = units.isEmpty ? nil : first.range.lowerBound
        var limits: [[Unicode.Scalar]] = deadline.isEmpty ? [] : [deadline]
        deadline = []
        for label in labels {
            if OutlineLabels.isUnit(label.field) {
                // Neighbouring labels keep what stands between them.
                if end != label.range.lowerBound, !units.isEmpty { units.append("；") }
                let (rest, limit) = Self.partDeadline(content[label.range])
                units.append(contentsOf: rest)
                if !limit.isEmpty { limits.append(limit) }
                end = rest.endIndex
            } else if label.field == .deadline {
                deadline = deadline.isEmpty ? OutlineLabels.withoutMarks(label.value) : deadline
            } else {
                others.append(label)
            }
        }
        if deadline.isEmpty { deadline = Array(limits.joined(separator: ["；"])) }
        units = Self.withoutMark(OutlineText.trimmed(units))
        return true
    }

    /// Takes what stands before the first label: nothing, a deadline, or units.
    private mutating func takeHead(_ source: ArraySlice<Unicode.Scalar>) -> Bool {
        let head = Self.withoutMark(OutlineText.trimmed(source))
        guard !head.isEmpty else { return true }
        if Self.isDeadline(head) {
            deadline = head
            return true
        }
        let (rest, limit) = Self.partDeadline(source)
        guard UnitNames.namesRoles(rest) || UnitNames.isList(rest, behindStop: false) else { return false }
        units = Array(source[..<rest.endIndex])
        if !limit.isEmpty { units = Self.withoutMark(units) }
        deadline = limit
        return true
    }

    private static func withoutMark(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var text = text
        while let last = text.last, OutlineText.isSeparator(last) {
            text = OutlineText.trimmed(text.dropLast())
        }
        return text
    }

    // MARK: - Without labels

    /// The units and the deadlines of a note that has both: 市教育局牵头，6月底前出台方案，年内持续推进.
    static func partDeadline(
        _ content: ArraySlice<Unicode.Scalar>
    ) -> (units: ArraySlice<Unicode.Scalar>, deadline: [Unicode.Scalar]) {
        let whole = content.prefix(content.count - trailingMarks(of: content))
        var rest = whole
        while let mark = rest.lastIndex(where: { OutlineText.isSeparator($0) && $0 != "、" }),
            isDeadline(OutlineText.trimmed(rest[(mark + 1)...]))
        {
            rest = rest[..<mark]
        }
        guard rest.endIndex < whole.endIndex else { return (content, []) }
        return (rest, OutlineText.trimmed(whole[(rest.endIndex + 1)...]))
    }

    /// The units and deadlines of a note of several sentences; `nil` where one of them is neither.
    private static func partSentences(
        _ content: ArraySlice<Unicode.Scalar>
    ) -> (units: [Unicode.Scalar], deadline: [Unicode.Scalar])? {
        var units: [[Unicode.Scalar]] = []
        var deadlines: [[Unicode.Scalar]] = []
        for sentence in content.split(separator: "。") {
            let text = OutlineText.trimmed(sentence)
            guard !text.isEmpty else { continue }
            let (rest, limit) = partDeadline(text[...])
            guard UnitNames.namesRoles(rest) || UnitNames.isList(rest, behindStop: true) else {
                guard isDeadline(text), text.count <= 15, !text.contains(where: OutlineText.isSeparator) else {
                    return nil
                }
                deadlines.append(text)
                continue
            }
            units.append(withoutMark(OutlineText.trimmed(rest)))
            if !limit.isEmpty { deadlines.append(limit) }
        }
        guard !units.isEmpty else { return nil }
        return (Array(units.joined(separator: ["；"])), Array(deadlines.joined(separator: ["；"])))
    }

    /// Whether a clause is a time, or begins with one.
    private static func isDeadline(_ clause: [Unicode.Scalar]) -> Bool {
        guard (2...24).contains(clause.count), !clause.contains("、") else { return false }
        let extent = DeadlineExtent(of: OutlineText.string(clause))
        return extent == .whole || extent == .opening || extent == .years
    }

    /// How many marks and blanks end a text.
    private static func trailingMarks(of text: ArraySlice<Unicode.Scalar>) -> Int {
        let last = text.lastIndex { !OutlineText.isSeparator($0) && !OutlineText.isSpace($0) }
        return last.map { text.endIndex - 1 - $0 } ?? 0
    }
}
