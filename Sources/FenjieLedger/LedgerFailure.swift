public import FenjieModel

/// Why worksheets could not be issued, collected or reviewed.
public struct LedgerFailure: Failure, Hashable {
    /// The command line, an input or an output.
    public let kind: FailureKind
    /// Where it happened.
    public let place: Place
    /// What is wrong.
    public let message: Message
    /// What to do about it.
    public let hint: Message?

    package init(_ kind: FailureKind, at place: Place = Place(), _ message: Message, hint: Message? = nil) {
        self.kind = kind
        self.place = place
        self.message = message
        self.hint = hint
    }

    /// The same failure, in a file.
    package func inFile(_ file: String) -> LedgerFailure {
        LedgerFailure(kind, at: place.inFile(file), message, hint: hint)
    }
}
