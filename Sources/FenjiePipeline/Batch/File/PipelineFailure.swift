public import FenjieModel

/// Why a pipeline file cannot be used.
public struct PipelineFailure: Failure {
    /// Always `.usage`: nothing is touched where a pipeline file is wrong.
    public var kind: FailureKind { .usage }
    /// The pipeline file.
    public let place: Place
    /// What is wrong, in one statement.
    public let message: Message
    /// What to do about it.
    public let hint: Message?
    /// Everything that is wrong, each with its key path.
    public let findings: [Finding]

    init(_ place: Place, _ message: Message, hint: Message? = nil, findings: [Finding] = []) {
        self.place = place
        self.message = message
        self.hint = hint
        self.findings = findings
    }
}
