internal import FenjieModel

/// One way in which headings of a field are built: a head noun at the end, words before it, words that forbid it.
struct HeadingRule: Sendable {
    let field: Field
    /// How sure a match is, from 0 to 1.
    let certainty: Double
    /// The heading ends in one of these.
    let nouns: [StaticWord]
    /// It holds one of these, where there are any.
    let modifiers: [StaticWord]
    /// It holds none of these.
    let exceptions: [StaticWord]
    /// The longest heading that it may read.
    let longest: Int

    init(
        _ field: Field, _ certainty: Double = 0.9, nouns: [StaticWord] = [], with modifiers: [StaticWord] = [],
        without exceptions: [StaticWord] = [], longest: Int = 14
    ) {
        self.field = field
        self.certainty = certainty
        self.nouns = nouns
        self.modifiers = modifiers
        self.exceptions = exceptions
        self.longest = longest
    }

    /// Whether a heading is built this way.
    func matches(_ heading: HeadingText) -> Bool {
        heading.scalars.count <= longest
            && (nouns.isEmpty || nouns.contains { heading.hasSuffix($0) })
            && (modifiers.isEmpty || modifiers.contains { heading.contains($0) })
            && !exceptions.contains { heading.contains($0) }
    }
}
