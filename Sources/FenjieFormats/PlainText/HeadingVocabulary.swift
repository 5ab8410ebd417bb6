public import FenjieModel

/// What a column heading means, for layouts that find the header by its words.
///
/// The words are those of the templates; whoever builds the layouts passes them in.
public struct HeadingVocabulary: Sendable {
    private let meaning: @Sendable (String) -> Field?

    /// Creates a vocabulary.
    ///
    /// - Parameter meaning: the field that a heading names, or `nil` where it is none. It is asked often and must be quick.
    public init(_ meaning: @escaping @Sendable (String) -> Field?) {
        self.meaning = meaning
    }

    /// The field that a heading names; `nil` where the text is no heading.
    public func field(of heading: String) -> Field? { meaning(heading) }
}
