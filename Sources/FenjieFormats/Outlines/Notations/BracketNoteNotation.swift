/// Text with notes in brackets behind each task: …公开。（责任单位：市教育局）. Text without a note is taken whole.
struct BracketNoteNotation: OutlineNotation {
    func read(_ text: [Unicode.Scalar], line: Int, into item: inout OutlineItem) -> Bool {
        var start = 0
        for bracket in OutlineText.brackets(in: text[...]) {
            let content = text[(bracket.lowerBound + 1)..<(bracket.upperBound - 1)]
            guard let note = UnitNote(parsing: content, isAtEnd: isAtEnd(bracket, in: text)) else { continue }
            add(text[start..<bracket.lowerBound], line: line, into: &item)
            item.close(with: note, line: line)
            start = bracket.upperBound
        }
        if let open = unclosedNote(in: text, from: start) {
            add(text[start..<open], line: line, into: &item)
            if let note = UnitNote(parsing: text[(open + 1)...], isAtEnd: true) { item.close(with: note, line: line) }
        } else {
            add(text[start...], line: line, into: &item)
        }
        return true
    }

    /// Where a note with labels begins whose bracket was never closed.
    private func unclosedNote(in text: [Unicode.Scalar], from start: Int) -> Int? {
        var open: [Int] = []
        for index in start..<max(start, text.count) {
            if OutlineText.isOpening(text[index]) { open.append(index) }
            if OutlineText.isClosing(text[index]) { _ = open.popLast() }
        }
        return open.prefix(4).first { OutlineLabels.startsWithLabel(text[($0 + 1)...]) }
    }

    /// Adds text; marks alone belong to what stands before the note.
    private func add(_ text: ArraySlice<Unicode.Scalar>, line: Int, into item: inout OutlineItem) {
        let rest = text.drop { OutlineText.isSpace($0) || Self.isMark($0) }
        if let mark = text.first(where: { OutlineText.isTerminal($0) || $0 == "；" || $0 == ";" }),
            text.startIndex > 0, rest.startIndex > text.startIndex
        {
            item.add(mark: mark)
        }
        let body = text.startIndex == 0 ? text : rest
        if OutlineLabels.startsWithLabel(body), text.startIndex > 0 {
            for label in OutlineLabels.labels(in: body) { item.add(label, line: line) }
        } else {
            item.add(text: body, line: line)
        }
    }

    /// Whether only marks and further brackets follow, or a full stop stands before: the place of a note.
    private func isAtEnd(_ bracket: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        if bracket.lowerBound > 0, OutlineText.isTerminal(text[bracket.lowerBound - 1]) { return true }
        guard let next = text[bracket.upperBound...].first(where: { !OutlineText.isSpace($0) && !Self.isMark($0) })
        else {
            return true
        }
        return OutlineText.isOpening(next)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "；", ";", ".", "．", "，", ",", "、": true
        default: false
        }
    }
}
