/// Labels behind the last sentence of an item, without brackets: …改造任务。责任单位：县住建局。
struct TrailingLabelNotation: OutlineNotation {
    /// Labels and their values are not longer than this.
    private static let reach = 400

    func read(_ text: [Unicode.Scalar], line: Int, into item: inout OutlineItem) -> Bool {
        guard text.contains(where: OutlineLabels.isColon), let start = start(in: text) else { return false }
        guard BracketNoteNotation().read(Array(text[..<start]), line: line, into: &item) else { return false }
        for label in OutlineLabels.labels(in: text[start...]) { item.add(label, line: line) }
        return true
    }

    /// Whether each sentence of a text begins with a label.
    private func isLabelsOnly(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.split(separator: "。").allSatisfy { sentence in
            OutlineLabels.startsWithLabel(sentence.drop { OutlineText.isSpace($0) })
        }
    }

    /// Where labels begin that reach to the end: behind a full stop or white space, outside brackets.
    private func start(in text: [Unicode.Scalar]) -> Int? {
        var depth = 0
        let first = max(1, text.count - Self.reach)
        for index in text.indices {
            if OutlineText.isOpening(text[index]) { depth += 1 }
            if OutlineText.isClosing(text[index]) { depth = max(0, depth - 1) }
            guard index >= first, depth == 0 else { continue }
            let before = text[index - 1]
            guard OutlineText.isTerminal(before) || OutlineText.isSpace(before) || OutlineText.isClosing(before),
                OutlineLabels.startsWithLabel(text[index...]), isLabelsOnly(text[index...])
            else { continue }
            return index
        }
        return nil
    }
}
