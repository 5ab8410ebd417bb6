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
}
