internal import FenjieGrammar
internal import FenjieModel

/// A label and what it says: 责任单位：市教育局.
struct OutlineLabel: Sendable {
    var name: String
    var field: Field
    var value: [Unicode.Scalar]
    /// Where the label begins and its value ends, in the text it was found in.
    var range: Range<Int>
}

/// Finds labels: a heading of the vocabulary before a colon.
enum OutlineLabels {
    /// No label is longer.
    private static let longest = 12

    /// Whether a text begins with a label that says who or when.
    static func startsWithLabel(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = text.first, !OutlineText.isOpening(first),
            let colon = text.prefix(longest + 4).firstIndex(where: isColon)
        else { return false }
        guard let field = field(of: text[text.startIndex..<colon]) else { return false }
        return isDetail(field)
    }

    /// The labels of a text, each with the value up to the next.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - accepts: whether a field counts as a label here.
    /// - Returns: the labels in order, each with its range.
    static func labels(
        in text: ArraySlice<Unicode.Scalar>, accepting accepts: (Field) -> Bool = isDetail
    ) -> [OutlineLabel] {
        var labels: [OutlineLabel] = []
        var wordStart = text.startIndex
        var depth = 0
        for index in text.indices {
            let scalar = text[index]
            if OutlineText.isOpening(scalar) { depth += 1 }
            if OutlineText.isClosing(scalar) { depth = max(0, depth - 1) }
            if depth == 0, isColon(scalar), index - wordStart <= longest, index > wordStart,
                let field = field(of: text[wordStart..<index]), accepts(field)
            {
                if let last = labels.indices.last { close(&labels[last], at: wordStart, in: text, isFollowed: true) }
                labels.append(
                    OutlineLabel(
                        name: OutlineText.string(
                            withoutCount(text[wordStart..<index].filter { !OutlineText.isSpace($0) })),
                        field: field,
                        value: [], range: wordStart..<text.endIndex))
            }
            if isSeparator(scalar) || isColon(scalar) { wordStart = index + 1 }
        }
        if let last = labels.indices.last { close(&labels[last], at: text.endIndex, in: text, isFollowed: false) }
        return labels
    }

    private static func close(
        _ label: inout OutlineLabel, at end: Int, in text: ArraySlice<Unicode.Scalar>, isFollowed: Bool
    ) {
        label.range = label.range.lowerBound..<end
        guard let colon = text[label.range].firstIndex(where: isColon) else { return }
        label.value = OutlineText.trimmed(text[(colon + 1)..<end])
        if isFollowed { label.value = withoutMarks(label.value) }
    }

    /// A value without the marks that part it from what follows.
    static func withoutMarks(_ value: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var value = value
        while let last = value.last, OutlineText.isSeparator(last) {
            value = OutlineText.trimmed(value.dropLast())
        }
        return value
    }

    /// A label without the number that counts what it names: 任务一：, 事项2：
    private static func withoutCount(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let counts = "一二三四五六七八九十百零〇0123456789".unicodeScalars
        guard let last = name.lastIndex(where: { !counts.contains($0) }), last >= 1 else { return name }
        return Array(name[...last])
    }

    /// What a label means; `nil` where it is no heading of the vocabulary.
    private static func field(of name: ArraySlice<Unicode.Scalar>) -> Field? {
        let trimmed = OutlineText.trimmed(name)
        // A short sentence before a label is the task, not part of the label.
        guard trimmed.count >= 2, trimmed.count <= longest, !OutlineText.isOpening(trimmed[0]),
            !trimmed.contains(where: OutlineText.isSeparator)
        else { return nil }
        if isOverseer(trimmed) { return .other }
        let reading = HeadingReading(parsing: OutlineText.string(withoutCount(trimmed)))
        return reading.certainty >= 0.7 && reading.field != .other ? reading.field : nil
    }

    /// Whether a label names who watches or accepts the work: 督导单位, 整改验收部门. It has a column of its own.
    private static func isOverseer(_ name: [Unicode.Scalar]) -> Bool {
        bodies.contains { body in
            name.count > body.count && name.suffix(body.count).elementsEqual(body)
                && overseers.contains { name.dropLast(body.count).suffix($0.count).elementsEqual($0) }
        }
    }

    private static let bodies = ["单位", "部门", "机构", "科室", "责任单位", "责任部门", "主体"].map { Array($0.unicodeScalars) }
    private static let overseers = [
        "督导", "督办", "督查", "督促", "监督", "验收", "审核", "核查", "核验", "销号", "考核", "评估", "复核",
    ].map { Array($0.unicodeScalars) }

    /// Whether a field says something about a task, and is not the task itself; ``Field/other`` is who watches it.
    static func isDetail(_ field: Field) -> Bool {
        switch field {
        case .leadUnit, .responsibleUnit, .assistingUnit, .deadline, .leader, .contact, .other: true
        default: false
        }
    }

    static func isUnit(_ field: Field) -> Bool {
        field == .leadUnit || field == .responsibleUnit || field == .assistingUnit
    }

    static func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == "：" || scalar == ":" || scalar == "︰" }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        OutlineText.isSeparator(scalar) || OutlineText.isSpace(scalar)
    }
}
