internal import FenjieFiles
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieText

/// What happens in a run, for machines: one line of JSON for each event, added to what is there.
final class RunLog {
    private let file: LogFile
    private let language: Language

    init(path: String, language: Language) throws {
        file = try LogFile(path: path)
        self.language = language
    }

    func start(pipeline: String, _ options: BatchOptions) throws {
        var members: [(name: String, value: JSONValue)] = [
            ("pipeline", .string(pipeline)), ("output", .string(options.output)), ("version", .string(options.version)),
            ("resume", .bool(options.resumes)),
        ]
        if let shard = options.shard { members.append(("shard", .string(shard.description))) }
        try write("start", members)
    }

    func note(_ findings: [Finding]) throws { try write("note", [("findings", json(findings))]) }

    func item(_ outcome: BatchOutcome) throws {
        let entry = outcome.entry
        var members: [(name: String, value: JSONValue)] =
            entry.step.map { [("step", .string($0))] } ?? [("input", .string(entry.input))]
        members.append(("status", .string(outcome.kind == .proven ? "proven" : entry.status.rawValue)))
        if outcome.kind == .worked {
            members += [
                ("seconds", .number((entry.seconds * 1000).rounded() / 1000)),
                ("outputs", .array(entry.outputs.map { .string($0.path) })), ("findings", json(outcome.findings)),
            ]
        }
        if let failure = outcome.failure { members.append(("failure", .string(failure.message.text(in: language)))) }
        try write("item", members)
    }

    func end(_ summary: BatchSummary) throws {
        guard case .object(let members) = BatchSummaryText(summary).json(output: nil) else { return }
        try write("end", members)
    }

    private func json(_ findings: [Finding]) -> JSONValue {
        .array(findings.map { $0.json(in: language) })
    }

    private func write(_ event: String, _ members: [(name: String, value: JSONValue)]) throws {
        var bytes: [UInt8] = []
        JSONValue.object([("time", .string(Timestamp.now.description)), ("event", .string(event))] + members)
            .write(into: &bytes)
        bytes.append(0x0A)
        try file.append(bytes)
    }
}
