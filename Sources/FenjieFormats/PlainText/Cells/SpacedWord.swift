/// A word of a line, and how far it stands from the word before it.
struct SpacedWord: Sendable {
    let text: String
    /// Whether at least two columns of white space, or a TAB, stand before it: what parts the columns of aligned text.
    let isApart: Bool

    init(_ text: String, isApart: Bool = false) {
        self.text = text
        self.isApart = isApart
    }

    /// The parts of a line between white space.
    static func words(of line: LayoutLine, in text: LayoutText) -> [SpacedWord] {
        var words: [SpacedWord] = []
        var start = line.content.lowerBound
        var index = start
        var gap = 0
        func end() {
            guard start < index else { return }
            words.append(SpacedWord(String(decoding: text.utf8[start..<index], as: UTF8.self), isApart: gap > 1))
            gap = 0
        }
        while index < line.content.upperBound {
            let space = WhiteSpace.length(in: text.utf8, at: index, end: line.content.upperBound)
            guard space > 0 else {
                index += 1
                continue
            }
            end()
            // TAB and the ideographic space take two columns or more.
            gap += text.utf8[index] == 0x09 || text.utf8[index] == 0xE3 ? 2 : 1
            index += space
            start = index
        }
        end()
        return words
    }
}
