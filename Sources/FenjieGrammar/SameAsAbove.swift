/// Marks by which a cell says that it holds what the cell above it holds: 同上, 〃, ″.
package enum SameAsAbove {
    /// Whether a cell holds such a mark and nothing else.
    ///
    /// - Parameter text: the text of a cell.
    /// - Returns: whether the value above is meant.
    package static func isMeant(by text: String) -> Bool {
        guard text.utf8.count <= 48, mayBegin(text) else { return false }
        let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace && !isFrame($0) }
        guard (1...6).contains(scalars.count) else { return false }
        if scalars.allSatisfy(isDitto) { return scalars.count <= 3 }
        return words.contains(String(String.UnicodeScalarView(scalars)))
    }

    /// Whether a text begins like a mark: most cells begin with another Chinese character.
    private static func mayBegin(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        switch first {
        case "同", "如", "与": return true
        default: return !("\u{4E00}"..."\u{9FFF}").contains(first) && !("0"..."z").contains(first)
        }
    }

    /// 〃 and what is typed in its place; an arrow up points at what is meant, one down shows how far it reaches.
    private static func isDitto(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "〃", "″", "\"", "＂", "“", "”", "〞", "〟", "〝", "′", "'", "＇", "’", "‘", "↑", "↓": true
        default: false
        }
    }

    /// Brackets and a stop around the word: （同上）, 同上。
    private static func isFrame(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "（", "）", "(", ")", "。", "．", ".": true
        default: false
        }
    }

    private static let words: Set<String> = [
        "同上", "同上行", "同上一行", "同上栏", "同上格", "同上项", "同上一项", "同前", "同前项", "同前行", "同前一项", "同前一行", "同上面",
        "如上", "与上同", "与上相同", "同上述", "〃同上",
    ]
}
