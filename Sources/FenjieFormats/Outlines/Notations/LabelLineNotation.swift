/// Labels on lines of their own below an item: 责任单位：… 完成时限：….
struct LabelLineNotation: OutlineNotation {
    func read(_ text: [Unicode.Scalar], line: Int, into item: inout OutlineItem) -> Bool {
        guard OutlineLabels.startsWithLabel(text[...]) else { return false }
        for label in OutlineLabels.labels(in: text[...]) { item.add(label, line: line) }
        return true
    }
}
