/// All layouts, each with one line. Earlier ones win ties.
public struct TextLayouts: Sendable {
    /// The layouts in the order in which they are tried.
    public let all: [any TextLayout]

    /// Creates the layouts.
    ///
    /// - Parameter vocabulary: what headings mean.
    public init(vocabulary: HeadingVocabulary = .builtIn) {
        all = [
            TabBlocksLayout(vocabulary: vocabulary),
            PDFTextLayout(vocabulary: vocabulary),
        ]
    }
}
