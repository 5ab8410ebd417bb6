public import FenjieModel
internal import Synchronization

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

    /// The same vocabulary with a memory: several layouts ask for the same lines of one text.
    func remembering() -> HeadingVocabulary {
        let memory = Memory()
        return HeadingVocabulary { [self] heading in memory.field(of: heading, orElse: meaning) }
    }

    private final class Memory: Sendable {
        private static let capacity = 65_536
        private let fields = Mutex<[String: Field?]>([:])

        func field(of heading: String, orElse meaning: (String) -> Field?) -> Field? {
            if let known = fields.withLock({ $0[heading] }) { return known }
            let field = meaning(heading)
            fields.withLock { fields in
                if fields.count < Self.capacity { fields[heading] = .some(field) }
            }
            return field
        }
    }
}
