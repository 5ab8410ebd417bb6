package import FenjieModel
package import FenjieText

/// Findings and failures as the JSON object that machines read.
package enum FindingReport {
    /// `{"valid":bool,"findings":[…]}`; failures stand among the findings with a code for their kind.
    package static func json(_ log: FindingLog, language: Language) -> JSONValue {
        let failures = log.failures
        let findings = log.findings
        let isValid = failures.isEmpty && !findings.contains { $0.severity == .error }
        let entries = failures.map { json($0, language: language) } + findings.map { json($0, language: language) }
        return .object([("valid", .bool(isValid)), ("findings", .array(entries))])
    }

    /// One finding; keys that make no sense for it are absent.
    package static func json(_ finding: Finding, language: Language) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            ("code", .string(finding.code)), ("severity", .string(finding.severity.rawValue)),
        ]
        members += self.members(of: finding.place)
        let texts = [("field", finding.field), ("number", finding.number), ("unit", finding.unit)]
        for (name, text) in texts { if let text { members.append((name, .string(text))) } }
        members.append(("message", .string(finding.message.text(in: language))))
        if let hint = finding.hint { members.append(("hint", .string(hint.text(in: language)))) }
        return .object(members)
    }

    private static func json(_ failure: some Failure, language: Language) -> JSONValue {
        let code =
            switch failure.kind {
            case .usage: "usage"
            case .input: "input-unreadable"
            case .output: "output-unwritable"
            case .bug: "bug"
            }
        return json(
            Finding(code, .error, at: failure.place, message: failure.message, hint: failure.hint), language: language)
    }

    private static func members(of place: Place) -> [(name: String, value: JSONValue)] {
        var members: [(name: String, value: JSONValue)] = []
        if let file = place.file { members.append(("file", .string(file))) }
        if let sheet = place.sheet { members.append(("sheet", .string(sheet))) }
        // Where a text has no rows, its lines are what a person counts.
        if let row = place.row ?? place.line { members.append(("row", .integer(row))) }
        if let column = place.column { members.append(("column", .integer(column))) }
        if let cell = place.cell { members.append(("cell", .string(cell))) }
        return members
    }
}
