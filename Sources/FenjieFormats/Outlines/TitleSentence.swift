/// A title as the first sentence of an item: 加强公开。及时发布….
struct TitleSentence {
    let title: [Unicode.Scalar]
    let rest: [Unicode.Scalar]

    /// No title is longer.
    private static let longest = 32
    /// What stands before a colon is shorter still.
    private static let longestBeforeColon = 16

    /// Parts a text; `nil` where its first sentence is no title or nothing follows.
    init?(parsing text: [Unicode.Scalar]) {
        guard let end = text.prefix(Self.longest + 1).firstIndex(where: { $0 == "。" || $0 == "：" || $0 == ":" }),
            end > 1
        else { return nil }
        if text[end] != "。", end > Self.longestBeforeColon { return nil }
        let head = text[..<end]
        guard head.filter({ $0 == "，" || $0 == "," }).count <= 1, !head.contains("；") else { return nil }
        title = OutlineText.trimmed(head)
        rest = OutlineText.trimmed(text[(end + 1)...])
        guard !rest.isEmpty, !title.isEmpty else { return nil }
    }
}
