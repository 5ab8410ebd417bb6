internal import FenjieGrammar
internal import FenjieLedger
internal import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates
internal import FenjieText

/// Issues of worksheets as the JSON that machines read.
enum IssueReport {
    /// The report of a run: its issues, and what was noticed.
    static func json(_ issues: [JSONValue], _ context: CommandContext) -> JSONValue {
        guard case .object(let findings) = FindingReport.json(context.log, language: context.console.language) else {
            return .array(issues)
        }
        return .object([("issues", .array(issues))] + findings)
    }

    /// One issue.
    ///
    /// - Parameters:
    ///   - plan: which worksheet goes into which file.
    ///   - output: the folder or workbook.
    ///   - written: the numbers of those that were written; `nil` where none was to be.
    /// - Returns: an object.
    static func json(_ plan: IssuePlan, output: String, written: Set<Int>?) -> JSONValue {
        let split = plan.issue.split
        return .object([
            ("issue", .string(plan.issue.id)), ("title", .string(plan.issue.title)),
            ("period", .string(plan.issue.period)), ("template", .string(plan.issue.template.name)),
            ("by", .string(split.basis.rawValue)), ("output", .string(output)),
            ("worksheets", .array(plan.entries.map { json($0, plan, written: written) })),
            (
                "proof",
                .object([
                    ("tasks", .integer(split.proof.tasks)), ("tasks_out", .integer(split.proof.tasksOut)),
                    ("pairs", .integer(split.proof.pairsIn)), ("pairs_out", .integer(split.proof.pairsOut)),
                    ("holds", .bool(split.proof.holds)),
                ])
            ),
        ])
    }

    private static func json(_ entry: IssuePlan.Entry, _ plan: IssuePlan, written: Set<Int>?) -> JSONValue {
        let portion = entry.portion
        var members: [(name: String, value: JSONValue)] = [
            ("number", .integer(entry.number)), ("name", .string(portion.name)),
            ("kind", .string(portion.kind.rawValue)),
            ("file", .string(entry.file)),
        ]
        if plan.issue.split.basis == .unit {
            members += Role.allCases.map { ($0.rawValue, .integer(portion.count($0))) }
        }
        members.append(("tasks", .integer(portion.rows.count)))
        members.append(("first_due", plan.issue.firstDue(of: portion).map { .string($0) } ?? .null))
        if portion.isUnknown { members.append(("unknown", .bool(true))) }
        if let written { members.append(("written", .bool(written.contains(entry.number)))) }
        return .object(members)
    }
}
