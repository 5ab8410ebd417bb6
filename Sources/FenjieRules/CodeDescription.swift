public import FenjieModel

/// What there is to know about a code: why it is reported, an example, and the cure.
public struct CodeDescription: Sendable {
    /// The code; it never changes once released.
    public let code: String
    /// How much it usually weighs.
    public let severity: Severity
    /// What it is called.
    public let title: Message
    /// Why it is reported.
    public let cause: Message
    /// What it looks like.
    public let example: Message
    /// What to do about it.
    public let cure: Message

    /// A description.
    ///
    /// - Parameters:
    ///   - code: the code in kebab case.
    ///   - severity: how much it usually weighs.
    ///   - title: what it is called.
    ///   - cause: why it is reported.
    ///   - example: what it looks like.
    ///   - cure: what to do about it.
    public init(
        _ code: String, _ severity: Severity, _ title: Message, cause: Message, example: Message, cure: Message
    ) {
        self.code = code
        self.severity = severity
        self.title = title
        self.cause = cause
        self.example = example
        self.cure = cure
    }
}
