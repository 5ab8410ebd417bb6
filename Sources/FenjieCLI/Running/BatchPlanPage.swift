internal import FenjieFiles
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieText

/// What a run would do: a line for each input, with what would be written.
struct BatchPlanPage {
    private let context: CommandContext

    init(_ context: CommandContext) { self.context = context }

    /// Shows the plan; nothing is written.
    func show(_ batch: Batch, _ inputs: BatchInputs) throws -> ExitStatus {
        let isJSON = context.options[CommonOptions.json]
        var failures = 0
        try batch.plan(inputs) { input, state, targets in
            if case .elsewhere = state { return }
            if case .failure(let failure) = state {
                failures += 1
                if !isJSON { context.console.report(failure) }
            }
            try context.console.print(isJSON ? json(input, state, targets).text() : line(input, state, targets))
        }
        for (step, paths) in batch.wholeTargets {
            let name = step.split(separator: " ").last.map(String.init) ?? step
            if isJSON {
                try context.console.print(
                    JSONValue.object([
                        ("step", .string(step)), ("state", .string("work")),
                        ("outputs", .array(paths.map(JSONValue.string))),
                    ]).text())
            } else {
                try context.console.print(
                    Message("\(name)（全部文件） → ", "\(name) (all inputs) → ").text(in: context.console.language)
                        + paths.map(Printable.escaping).joined(separator: ", "))
            }
        }
        return failures > 0 ? .batch : .done
    }

    private func line(_ input: Input, _ state: PlannedState, _ targets: [String]) -> String {
        let path = Printable.escaping(input.path)
        let words: Message
        switch state {
        case .done: words = Message("已完成", "done already")
        case .failure: words = Message("不能处理", "cannot be done")
        case .work, .elsewhere:
            guard !targets.isEmpty else { return path }
            return path + " → " + targets.map(Printable.escaping).joined(separator: ", ")
        }
        return "\(path)  \(words.text(in: context.console.language))"
    }

    private func json(_ input: Input, _ state: PlannedState, _ targets: [String]) -> JSONValue {
        let word =
            switch state {
            case .work: "work"
            case .done: "done"
            case .elsewhere: "elsewhere"
            case .failure: "failure"
            }
        return .object([
            ("input", .string(input.path)), ("state", .string(word)),
            ("outputs", .array(targets.map(JSONValue.string))),
        ])
    }
}
