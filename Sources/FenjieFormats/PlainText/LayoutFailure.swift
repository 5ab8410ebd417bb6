public import FenjieModel

/// Why a text could not be read as a table.
public struct LayoutFailure: Failure, Hashable {
    /// Always an input failure.
    public var kind: FailureKind { .input }
    /// The line at which the reading stopped.
    public var place: Place
    /// What is wrong.
    public var message: Message
    /// What to do about it.
    public var hint: Message?

    /// Creates a failure.
    ///
    /// - Parameters:
    ///   - line: the line in the file, counted from 1, where one can be named.
    ///   - message: what is wrong.
    ///   - hint: what to do about it.
    public init(line: Int? = nil, _ message: Message, hint: Message? = nil) {
        place = Place(line: line)
        self.message = message
        self.hint = hint
    }
}
