/// Text with notes in brackets behind each task: …公开。（责任单位：市教育局）. Text without a note is taken whole.
struct BracketNoteNotation: OutlineNotation {
    func read(_ text: [Unicode.Scalar], line: Int, into item: inout OutlineItem) -> Bool {
        var start = 0
        for bracket in OutlineText.brackets(in: text[...]) {
            let content = text[(bracket.lowerBound + 1)..<(bracket.upperBound - 1)]
            let note = UnitNote(
                parsing: content, at: place(of: bracket, in: text),
                followsName: UnitNames.endsWithName(text[start..<bracket.lowerBound]),
                isBeforeNote: bracket.upperBound < text.count && OutlineText.isOpening(text[bracket.upperBound]))
            guard let note else { continue }
            add(text[start..<bracket.lowerBound], line: line, into: &item)
            item.close(with: note, line: line)
            start = bracket.upperBound
        }
        if let open = unclosedNote(in: text, from: start) {
            add(text[start..<open], line: line, into: &item)
            if let note = UnitNote(parsing: text[(open + 1)...], at: .end) { item.close(with: note, line: line) }
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
        let marks = text[..<rest.startIndex]
        if let mark = marks.first(where: { OutlineText.isTerminal($0) || $0 == "；" || $0 == ";" }), text.startIndex > 0
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

    /// How much room for doubt a bracket's place leaves.
    private func place(of bracket: Range<Int>, in text: [Unicode.Scalar]) -> UnitNote.Place {
        if bracket.lowerBound > 0, OutlineText.isTerminal(text[bracket.lowerBound - 1]) { return .behindStop }
        let rest = text[bracket.upperBound...]
        guard let next = rest.first(where: { !OutlineText.isSpace($0) && !Self.isMark($0) }) else { return .end }
        if OutlineText.isOpening(next) { return .end }
        switch rest.first {
        case "。", "；", ";", "．": return .clauseEnd
        case "，", ",": return .pause
        default: return .middle
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "；", ";", ".", "．", "，", ",", "、": true
        default: false
        }
    }
}
