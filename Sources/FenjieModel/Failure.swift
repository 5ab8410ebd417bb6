/// What kind of failure stops the work; each kind has its exit status.
public enum FailureKind: Sendable {
    /// The command line, a template or a pipeline file is wrong (status 2).
    case usage
    /// An input could not be read (status 3).
    case input
    /// An output could not be written (status 4).
    case output
    /// A bug of ours (status 70).
    case bug
}

/// An error that stops the work on one file: it says where, what is wrong and what to do.
///
/// Each room has its own error type that conforms to this protocol; it becomes text where it is printed.
public protocol Failure: Error, Sendable {
    /// What kind of failure it is.
    var kind: FailureKind { get }
    /// Where it happened.
    var place: Place { get }
    /// What is wrong.
    var message: Message { get }
    /// What to do about it.
    var hint: Message? { get }
}

extension Failure {
    /// No hint.
    public var hint: Message? { nil }
}
