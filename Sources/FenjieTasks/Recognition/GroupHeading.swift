internal import FenjieGrammar

/// A heading line: how it is numbered, and its text without the number.
struct GroupHeading {
    /// `nil` without numbering of a heading: 第一部分, 一、 or （一）.
    let style: Numbering.Style?
    let title: String

    /// Reads a line.
    ///
    /// - Parameters:
    ///   - text: the line.
    ///   - keepsNumbering: whether the title keeps its number.
    init(parsing text: String, keepsNumbering: Bool) {
        let numbering = Numbering(parsing: text)
        if let numbering, numbering.style <= .chineseInBrackets, !TextMarks.isBlank(numbering.text) {
            style = numbering.style
            title = keepsNumbering ? text : TextMarks.trimmed(numbering.text)
        } else {
            style = nil
            title = text
        }
    }

    /// The text of a heading's cell without its 一、 or （一）; a cell that lists several headings stays as it is.
    static func unnumbered(_ cell: String) -> String {
        guard let first = cell.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
            "第一二三四五六七八九十（(〔﹙".unicodeScalars.contains(first)
        else { return cell }
        let text = TextMarks.trimmed(cell)
        let lines = text.split(whereSeparator: \.isNewline).dropFirst()
        guard lines.allSatisfy({ GroupHeading(parsing: String($0), keepsNumbering: true).style == nil }) else {
            return cell
        }
        let heading = GroupHeading(parsing: text, keepsNumbering: false)
        return heading.style == nil ? cell : heading.title
    }
}
