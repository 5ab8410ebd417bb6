package import FenjieModel
package import FenjieText

/// Findings and failures as the JSON object that machines read.
package enum FindingReport {
    /// `{"valid":bool,"findings":[…]}`; failures stand among the findings with a code for their kind.
    package static func json(_ log: FindingLog, language: Language) -> JSONValue {
        let failures = log.failures
        let findings = log.findings
        let isValid = failures.isEmpty && !findings.contains { $0.severity == .error }
        let entries = failures.map { json($0, language: language) } + findings.map { $0.json(in: language) }
        return .object([("valid", .bool(isValid)), ("findings", .array(entries))])
    }

    private static func json(_ failure: some Failure, language: Language) -> JSONValue {
        let code =
            switch failure.kind {
            case .usage: "usage"
            case .input: "input-unreadable"
            case .output: "output-unwritable"
            case .bug: "bug"
            }
        return Finding(code, .error, at: failure.place, message: failure.message, hint: failure.hint).json(in: language)
    }
}
