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

    /// Reads the text inside a bracket.
    ///
    /// - Parameters:
    ///   - source: the text without the bracket.
    ///   - isAtEnd: whether nothing but marks and other brackets follow; in mid-sentence only labels are believed.
    init?(parsing source: ArraySlice<Unicode.Scalar>, isAtEnd: Bool) {
        guard source.count <= Self.longest else { return nil }
        let content = Self.withoutReference(source.prefix(source.count - Self.trailingMarks(of: source)))
        guard content.count >= 2 else { return nil }
        holdsForAll = content.startIndex > source.startIndex
        let labels = OutlineLabels.labels(in: content)
        let lead = content.firstIndex { !OutlineText.isSpace($0) } ?? content.startIndex
        if let first = labels.first, first.range.lowerBound <= lead {
            take(labels, from: content)
            return
        }
        guard isAtEnd else { return nil }
        if content.contains("。") {
            guard let (sentences, limits) = Self.partSentences(content) else { return nil }
            units = sentences
            deadline = limits
            return
        }
        let (rest, limit) = Self.partDeadline(content)
        if Self.namesRoles(rest) || Self.isUnitList(rest) {
            units = Self.withoutMark(OutlineText.trimmed(rest))
            deadline = limit
            return
        }
        guard content.count <= 24 else { return nil }
        let reading = Deadline(parsing: OutlineText.string(content))
        switch reading.kind {
        case .date where reading.due != nil || reading.doubts.contains { $0.code == "deadline-without-year" }:
            deadline = OutlineText.trimmed(content)
        case .ongoing, .yearround, .periodic, .immediate:
            guard content.count <= 12 else { return nil }
            deadline = OutlineText.trimmed(content)
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
        return UnitNote(parsing: content, isAtEnd: bracket.upperBound >= line.endIndex - 1) != nil
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

    private mutating func take(_ labels: [OutlineLabel], from content: ArraySlice<Unicode.Scalar>) {
        var end: Int?
        for label in labels {
            if OutlineLabels.isUnit(label.field) {
                // Neighbouring labels keep what stands between them.
                if let end, end == label.range.lowerBound {
                    units.append(contentsOf: content[label.range])
                } else {
                    if !units.isEmpty { units.append("；") }
                    units.append(contentsOf: content[label.range])
                }
                end = label.range.upperBound
            } else if label.field == .deadline {
                deadline = deadline.isEmpty ? OutlineLabels.withoutMarks(label.value) : deadline
            } else {
                others.append(label)
            }
        }
        units = Self.withoutMark(OutlineText.trimmed(units))
    }

    private static func withoutMark(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var text = text
        while let last = text.last, OutlineText.isSeparator(last) {
            text = OutlineText.trimmed(text.dropLast())
        }
        return text
    }

    // MARK: - Without labels

    /// 市教育局牵头，市财政局配合; 市教育局、市财政局按职责分工负责.
    private static func namesRoles(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = parts(of: content)
        let isRole = { (part: ArraySlice<Unicode.Scalar>) in
            roles.contains { part.count > $0.count && part.suffix($0.count).elementsEqual($0) }
        }
        guard parts.contains(where: isRole) else { return false }
        return parts.contains { part in
            endings.contains { ending in contains(ending, in: part) }
        }
    }

    /// Nothing but names of bodies: 市教育局、各区政府.
    private static func isUnitList(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = parts(of: content)
        guard !parts.isEmpty, parts.count > 1 || content.count >= 3 else { return false }
        let named = parts.filter { part in
            part.count >= 2 && part.count <= 30
                && endings.contains { part.count > $0.count && part.suffix($0.count).elementsEqual($0) }
        }
        return named.count * 10 >= parts.count * 7 && named.count > 0
    }

    /// The units and the deadline of a note that has both: 市教育局牵头，6月底前完成.
    private static func partDeadline(
        _ content: ArraySlice<Unicode.Scalar>
    ) -> (units: ArraySlice<Unicode.Scalar>, deadline: [Unicode.Scalar]) {
        guard let mark = content.lastIndex(where: { OutlineText.isSeparator($0) && $0 != "、" }) else {
            return (content, [])
        }
        let tail = OutlineText.trimmed(content[(mark + 1)...])
        guard isDeadline(tail) else { return (content, []) }
        return (content[..<mark], tail)
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
            guard namesRoles(rest) || isUnitList(rest) else {
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

    /// Whether a clause is a time and nothing else that matters.
    private static func isDeadline(_ clause: [Unicode.Scalar]) -> Bool {
        (2...20).contains(clause.count) && !clause.contains("、")
            && ![.unknown, .relative].contains(Deadline(parsing: OutlineText.string(clause)).kind)
    }

    /// How many marks and blanks end a text.
    private static func trailingMarks(of text: ArraySlice<Unicode.Scalar>) -> Int {
        let last = text.lastIndex { !OutlineText.isSeparator($0) && !OutlineText.isSpace($0) }
        return last.map { text.endIndex - 1 - $0 } ?? 0
    }

    private static func parts(of content: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
        var parts: [ArraySlice<Unicode.Scalar>] = []
        var start = content.startIndex
        var depth = 0
        for index in content.indices {
            if OutlineText.isOpening(content[index]) { depth += 1 }
            if OutlineText.isClosing(content[index]) { depth = max(0, depth - 1) }
            guard depth == 0, OutlineText.isSeparator(content[index]) || OutlineText.isSpace(content[index]) else {
                continue
            }
            if index > start { parts.append(content[start..<index]) }
            start = index + 1
        }
        if start < content.endIndex { parts.append(content[start...]) }
        return parts
    }

    private static func contains(_ word: [Unicode.Scalar], in text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.count >= word.count else { return false }
        for start in text.startIndex...(text.endIndex - word.count) where text[start...].starts(with: word) {
            return true
        }
        return false
    }

    private static let roles = [
        "牵头", "负责", "配合", "承办", "协办", "主办", "参与", "落实", "参加", "承担", "牵头负责", "按职责分工负责", "分别负责", "分工负责", "会同", "实施", "推进",
        "协助",
        "负责落实", "牵头落实", "组织实施", "牵头实施", "指导",
    ].map { Array($0.unicodeScalars) }
    private static let endings = [
        "局", "委", "办", "厅", "部", "院", "政府", "中心", "单位", "部门", "办公室", "公司", "集团", "管委会", "会", "站", "署", "街道", "镇", "乡",
        "区县", "县区",
        "处", "科", "科室", "工会", "学校", "高校", "银行", "支队", "总队", "大队", "分局", "区", "市", "县", "专班", "领导小组", "办事处", "党工委", "室",
        "队", "所",
        "股", "医院", "社",
    ].map { Array($0.unicodeScalars) }
}
