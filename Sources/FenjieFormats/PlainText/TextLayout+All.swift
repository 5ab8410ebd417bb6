/// All layouts, each with one line. Earlier ones win ties.
public struct TextLayouts: Sendable {
    /// The layouts in the order in which they are tried.
    public let all: [any TextLayout]

    /// Creates the layouts.
    ///
    /// - Parameters:
    ///   - vocabulary: what headings mean.
    ///   - keepsNumbering: whether the headings of outlines keep their ordinals.
    public init(vocabulary: HeadingVocabulary = .builtIn, keepsNumbering: Bool = false) {
        let vocabulary = vocabulary.remembering()
        all = [
            MarkdownLayout(vocabulary: vocabulary),
            GridLayout(vocabulary: vocabulary),
            BarRowsLayout(vocabulary: vocabulary),
            CellPerLineBarsLayout(vocabulary: vocabulary),
            TabBlocksLayout(vocabulary: vocabulary),
            TabSeparatedLayout(vocabulary: vocabulary),
            AlignedLayout(vocabulary: vocabulary),
            PDFTextLayout(vocabulary: vocabulary),
            CellPerLineLayout(vocabulary: vocabulary),
            RecordBlocksLayout(),
            OutlineLayout(vocabulary: vocabulary, keepsNumbering: keepsNumbering),
        ]
    }
}
