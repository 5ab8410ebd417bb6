public import FenjieModel

/// The least severity of a finding that counts: for the exit status, and for what a pipeline does with an input.
public enum FailureThreshold: String, Sendable, CaseIterable {
    /// Errors count.
    case error
    /// Warnings and errors count.
    case warning
    /// Every finding counts.
    case info
    /// Findings never count.
    case never

    /// Whether a finding of some severity counts.
    public func includes(_ severity: Severity) -> Bool {
        switch self {
        case .error: severity >= .error
        case .warning: severity >= .warning
        case .info: true
        case .never: false
        }
    }
}
