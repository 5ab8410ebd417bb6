/// One way in which a paragraph says what is to be done and by whom.
///
/// To add one, write a file under `Notations/` and a line below.
protocol OutlineNotation: Sendable {
    /// Reads a paragraph into the item it belongs to.
    ///
    /// - Parameters:
    ///   - text: the paragraph without its ordinal.
    ///   - line: the line it begins on.
    ///   - item: the item.
    /// - Returns: whether the paragraph is of this notation.
    func read(_ text: [Unicode.Scalar], line: Int, into item: inout OutlineItem) -> Bool
}

/// The notations in the order in which they are tried; the last one knows every paragraph.
enum OutlineNotations {
    static let all: [any OutlineNotation] = [
        LabelLineNotation(),
        TrailingLabelNotation(),
        BracketNoteNotation(),
    ]
}
