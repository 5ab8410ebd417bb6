internal import FenjieGrammar

/// A paragraph put together from the lines that wraps and page ends made of it.
struct OutlineParagraph: Sendable {
    /// What a paragraph is for.
    enum Kind: Sendable {
        /// An item or heading with its ordinal.
        case ordinal
        /// A heading without an ordinal: # in Markdown.
        case heading
        /// An item behind a bullet.
        case bullet
        /// A label with what it says: 责任单位：市教育局.
        case label
        /// Running text.
        case plain
        /// Signature, date, copies to: the document ends here.
        case closing
    }

    var kind: Kind
    /// The text, ordinals included.
    var text: [Unicode.Scalar]
    /// The line it begins on.
    let line: Int
    let depth: Int
    let numbering: Numbering?
    /// Whether it directly continues the paragraph before it, without a blank line.
    let followsBlank: Bool
    /// Whether a note on a line of its own closes it.
    var hasOwnNote = false
}

/// Puts wrapped lines together.
struct ParagraphJoiner {
    private let lines: [OutlineLine]
    private let isDoubleSpaced: Bool
    /// Ordinals whose paragraphs are sentences: they end in a full stop or a note.
    private let sentenceStyles: Set<Numbering.Style>
    private(set) var paragraphs: [OutlineParagraph] = []
    /// How far a bracket may stay open; past it, it was never closed.
    private static let openLimit = 1500

    init(_ source: OutlineLines) {
        lines = source.all
        isDoubleSpaced = source.isDoubleSpaced
        sentenceStyles = Self.sentenceStyles(source.all)
        var open = 0
        var openedAt = 0
        for (index, line) in lines.enumerated() {
            let kind = isAttachment(line) ? .closing : kind(at: index)
            let isInside = open > 0 && (paragraphs.last?.text.count ?? 0) - openedAt < Self.openLimit
            if index > 0, continues(index, kind: kind, isInsideBracket: isInside) {
                append(line.text)
                if kind == .plain, standsAsNote(index) { paragraphs[paragraphs.count - 1].hasOwnNote = true }
            } else {
                paragraphs.append(
                    OutlineParagraph(
                        kind: kind, text: line.text, line: line.number, depth: line.depth,
                        numbering: kind == .ordinal || kind == .closing ? line.numbering : nil,
                        followsBlank: line.followsBlank, hasOwnNote: kind == .label || standsAsNote(index)))
                open = 0
            }
            for scalar in line.text {
                if OutlineText.isOpening(scalar) {
                    if open == 0 { openedAt = max(0, (paragraphs.last?.text.count ?? 0) - line.text.count) }
                    open += 1
                } else if OutlineText.isClosing(scalar), open > 0 {
                    open -= 1
                }
            }
        }
    }

    /// Whether a line goes on with the list of attachments that closes a document.
    private func isAttachment(_ line: OutlineLine) -> Bool {
        guard line.numbering?.style == .arabic, !line.followsBlank, let last = paragraphs.last else { return false }
        return last.kind == .closing && (last.text.first == "附" || last.numbering?.style == .arabic)
    }

    private func kind(at index: Int) -> OutlineParagraph.Kind {
        let line = lines[index]
        if line.isOrdinal { return .ordinal }
        if line.depth > 0 { return .heading }
        if OutlineFurniture.isClosing(lines, at: index) { return .closing }
        if OutlineLabels.startsWithLabel(line.text[...]) { return .label }
        return line.hasBullet ? .bullet : .plain
    }

    /// Whether a line goes on with the paragraph before it.
    private func continues(_ index: Int, kind: OutlineParagraph.Kind, isInsideBracket: Bool) -> Bool {
        let line = lines[index]
        guard let last = paragraphs.last, line.depth == 0 else { return false }
        if isInsideBracket, last.kind != .closing {
            return kind == .plain || kind == .label || !endsSentence(last.text)
        }
        switch kind {
        case .ordinal, .bullet, .heading: return false
        case .label, .closing: return last.kind == .label && endsOpen(last.text)
        case .plain: break
        }
        if let first = line.text.first, OutlineText.isOpening(first), last.kind != .closing, last.kind != .heading,
            UnitNote.begins(line.text[...])
        {
            return true
        }
        switch last.kind {
        case .closing, .heading: return false
        case .label: return endsOpen(last.text) || (lines[index - 1].isFull && !endsSentence(last.text))
        case .ordinal, .bullet: return !endsSentence(last.text) && isSentence(last, wrappedBefore: index)
        case .plain:
            guard !endsSentence(last.text) else { return false }
            return lines[index - 1].isFull || (!line.followsBlank && last.text.count > 20)
                || (last.text.count > 40 && last.text.contains("，"))
        }
    }

    /// Whether a line is a note that no wrap has put there.
    private func standsAsNote(_ index: Int) -> Bool {
        guard let first = lines[index].text.first, OutlineText.isOpening(first), !lines[index].isOrdinal,
            index == 0 || lines[index].followsBlank && !isDoubleSpaced || !lines[index - 1].isFull
        else { return false }
        return UnitNote.begins(lines[index].text[...])
    }

    /// Whether an unfinished item is a sentence that goes on, and not a heading above its text.
    private func isSentence(_ paragraph: OutlineParagraph, wrappedBefore index: Int) -> Bool {
        if isLastWord(index), paragraph.text.count >= 18 { return true }
        if lines[index - 1].isFull, !lines[index].followsBlank || isDoubleSpaced { return true }
        if Self.isShortHeading(paragraph.text, paragraph.numbering?.style) { return false }
        if paragraph.text.contains("。") || (paragraph.text.count > 45 && paragraph.text.contains("，")) { return true }
        guard let style = paragraph.numbering?.style else { return true }
        return sentenceStyles.contains(style)
    }

    /// A few characters alone before the next ordinal: the end of a heading that was too long for its line.
    private func isLastWord(_ index: Int) -> Bool {
        lines[index].text.count <= 8 && !lines[index].text.contains(where: OutlineText.isMark)
            && index + 1 < lines.count && lines[index + 1].isOrdinal
    }

    /// A few words without any mark above the text they head.
    private static func isShortHeading(_ text: [Unicode.Scalar], _ style: Numbering.Style?) -> Bool {
        guard let style else { return false }
        return text.count <= (style >= .arabic ? 16 : 24)
            && !text.dropFirst(6).contains { OutlineText.isMark($0) || OutlineText.isOpening($0) }
    }

    private mutating func append(_ text: [Unicode.Scalar]) {
        guard let index = paragraphs.indices.last, let left = paragraphs[index].text.last, let right = text.first else {
            return
        }
        if left.value < 0x250, right.value < 0x250, left.properties.isAlphabetic, right.properties.isAlphabetic {
            paragraphs[index].text.append(" ")
        }
        paragraphs[index].text.append(contentsOf: text)
    }

    /// Whether a text is complete: a full stop, or a bracket behind one or with a note.
    private func endsSentence(_ text: [Unicode.Scalar]) -> Bool {
        guard var last = text.last else { return true }
        var end = text.count - 1
        while end > 0, last == "”" || last == "\"" || last == "’" {
            end -= 1
            last = text[end]
        }
        if OutlineText.isTerminal(last) { return true }
        guard OutlineText.isClosing(last) else { return false }
        // Only the last bracket matters; what lies far before it does not.
        let tail = text[max(0, text.count - 1500)...]
        guard let bracket = OutlineText.brackets(in: tail).last, bracket.upperBound == text.count else { return false }
        let content = text[(bracket.lowerBound + 1)..<(bracket.upperBound - 1)]
        return UnitNote(parsing: content, at: .end) != nil
            || (bracket.lowerBound > 0 && OutlineText.isTerminal(text[bracket.lowerBound - 1]))
    }

    /// Whether a text cannot end here: 责任单位：市教育局、
    private func endsOpen(_ text: [Unicode.Scalar]) -> Bool {
        switch text.last {
        case "：", ":", "、", "，", ",", "；", ";", "和", "及", "与": true
        default: false
        }
    }

    /// Looks at items directly above another heading: do they end like sentences?
    private static func sentenceStyles(_ lines: [OutlineLine]) -> Set<Numbering.Style> {
        var complete: [Numbering.Style: (ended: Int, all: Int)] = [:]
        for (index, line) in lines.enumerated() {
            guard let style = line.numbering?.style, let last = line.text.last else { continue }
            guard index + 1 == lines.count || lines[index + 1].isOrdinal || isShortHeading(line.text, style) else {
                continue
            }
            let ended = OutlineText.isTerminal(last) || OutlineText.isClosing(last) || last == "；" || last == ";"
            complete[style, default: (0, 0)].ended += ended ? 1 : 0
            complete[style, default: (0, 0)].all += 1
        }
        var styles: Set<Numbering.Style> = []
        for style in Numbering.Style.allCases {
            if let count = complete[style] {
                if count.ended * 2 > count.all { styles.insert(style) }
            } else if style >= .arabic {
                styles.insert(style)
            }
        }
        return styles
    }
}
