internal import FenjieFiles
internal import FenjieFormats
internal import FenjieGrammar
internal import FenjieLedger
public import FenjieModel
internal import FenjieTemplates
internal import FenjieText

/// Looks at ledgers on a day: at the one that was collected before it, else at each input.
public struct ReviewStep: WholeStep {
    /// As on the command line.
    public static let name = "review"
    /// What it does.
    public static let summary = Message(
        "按日期回头看台账：前面有 collect 时看它汇总的台账，否则每个输入是一份台账",
        "shows how the tasks of a ledger stand on a day: of the one that collect made, else each input is a ledger")
    /// What may be said about it.
    public static let options =
        [
            StepOption(
                "output", .outputs,
                Message(
                    "结果：.html、.xlsx、.txt、.csv 或 .json，可写几个",
                    "the results: .html, .xlsx, .txt, .csv or .json, or several")),
            StepOption.reviewAsOf,
            StepOption.previousLedger,
            StepOption.previousAsOf,
            StepOption.dueSoon,
            StepOption("template", .text, Message("台账的模板：名称或文件", "the form of the ledger: a name or a file")),
        ] + StepOption.meaning + StepOption.reading
    /// The day of a ledger that is not there says nothing.
    public static let requirements = [(option: "previous-as-of", needs: "previous")]

    /// Tables, and ledgers for programs.
    public static let extensions = InputExtensions.ledgers

    private let review: LedgerReview
    private let previous: InputFile?
    private let outputs: [(form: ReviewFile, pattern: OutputPattern)]
    /// The ledger that a step before this one writes, below the output folder.
    private let collected: String?
    private let language: Language

    /// Prepares the review.
    public init(_ options: StepOptions, _ setup: inout StepSetup) throws {
        let today = SystemCalendar.today
        guard let day = options.date("as-of") ?? CivilDate(year: today.year, month: today.month, day: today.day) else {
            throw PipelineFailure(Place(), Message("系统日期不可用，请写 as-of", "there is no date today; give as-of"))
        }
        setup.depend(on: "today \(day)")
        var review = LedgerReview.Options(ledger: try setup.template(options.text("template") ?? "ledger"), asOf: day)
        review.reading = options.reading
        review.sheet = options.text("sheet")
        review.directory = try setup.directory(options)
        review.units = UnitGrammar.Options(
            firstLeads: options.flag("first-leads") || review.ledger.firstLeads,
            known: review.directory?.knownNames)
        review.deadlines = options.deadlines
        review.horizon = options.integer("due-soon") ?? review.horizon
        review.previousAsOf = options.date("previous-as-of")
        if let problem = review.problem { throw PipelineFailure(Place(), problem) }
        self.review = LedgerReview(review)
        previous = try options.text("previous").map { try setup.file(setup.resolved($0)) }
        collected = setup.ledgers.first
        language = setup.reportLanguage()
        var patterns = options.patterns("output")
        if patterns.isEmpty { patterns = [try OutputPattern(parsing: "{stem}-回头看.html")] }
        outputs = try patterns.map { pattern in
            guard let form = ReviewFile(rawValue: pattern.fileExtension) else {
                let names = ReviewFile.allCases.map { ".\($0.rawValue)" }
                throw PipelineFailure(
                    Place(file: pattern.text),
                    Message(
                        "结果的扩展名应为 \(names.joined(separator: "、"))", "a review is named \(names.joined(separator: ", "))"
                    ))
            }
            return (form, pattern)
        }
    }

    /// The results, as far as they do not depend on the inputs.
    public var targets: [String] {
        guard let collected else { return [] }
        let ledger = Input(path: collected, relativePath: collected)
        return outputs.map { $0.pattern.path(for: ledger) }
    }

    /// Reviews the ledgers.
    public func run(_ inputs: [WholeInput], _ outputs: StepOutputs) throws -> WholeResult {
        if let collected {
            let path = PathText.joined(outputs.folder, collected)
            return WholeResult(findings: try look(at: Input(path: path, relativePath: collected), outputs))
        }
        var findings: [Finding] = []
        for input in inputs where input.failure == nil { findings += try look(at: input.input, outputs) }
        return WholeResult(findings: findings)
    }

    private func look(at ledger: Input, _ outputs: StepOutputs) throws -> [Finding] {
        // By its short name, so that what is written does not depend on where it is written.
        let bytes = try InputFile(path: ledger.path).contents()
        let result = try review.review(InputFile(bytes: bytes, name: ledger.relativePath), previous: previous)
        var findings = result.findings
        for (form, pattern) in self.outputs {
            findings += try outputs.write(pattern.path(for: ledger)) { try form.write(result, in: language, to: &$0) }
        }
        return findings
    }
}
