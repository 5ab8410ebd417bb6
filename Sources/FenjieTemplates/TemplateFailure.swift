public import FenjieModel

/// Why a template cannot be used.
public struct TemplateFailure: Failure {
    /// Always `.usage`: nothing is touched where a template is wrong.
    public var kind: FailureKind { .usage }
    /// The template file.
    public let place: Place
    /// What is wrong, in one statement.
    public let message: Message
    /// What to do about it.
    public let hint: Message?
    /// Everything that is wrong, each with its key path.
    public let findings: [Finding]

    package init(file: String, line: Int? = nil, _ message: Message, hint: Message? = nil, findings: [Finding] = []) {
        place = Place(file: file, line: line)
        self.message = message
        self.hint = hint
        self.findings = findings
    }
}
