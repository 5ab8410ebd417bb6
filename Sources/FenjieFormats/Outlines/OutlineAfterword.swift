/// Words below the last item that are no task: they ask all units to report or to act.
enum OutlineAfterword {
    /// Whether a paragraph speaks to all who read it, and names nobody in a note.
    static func matches(_ text: [Unicode.Scalar]) -> Bool {
        guard let last = text.last, OutlineText.isTerminal(last), text.count <= 300 else { return false }
        let opening = text.prefix(14)
        guard
            references.contains(where: { text.starts(with: $0) })
                || text.first == "各" && bodies.contains(where: { holds($0, opening) })
        else { return false }
        return requests.contains { holds($0, text.prefix(60)) }
            && !OutlineItem([(text, 0)]).segments.contains(where: \.hasUnits)
    }

    private static func holds(_ word: [Unicode.Scalar], _ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.indices.contains { text[$0...].starts(with: word) }
    }

    private static let references = ["以上", "上述", "请各", "请有关", "请相关", "有关单位", "相关单位", "有关部门", "相关部门"].map {
        Array($0.unicodeScalars)
    }
    private static let bodies = ["单位", "部门", "地", "级", "乡镇", "街道", "镇", "县", "区", "市"].map {
        Array($0.unicodeScalars)
    }
    private static let requests = ["要", "请", "应", "须", "务必"].map { Array($0.unicodeScalars) }
}
