internal import FenjieFiles
internal import FenjieFormats
internal import FenjieLedger
public import FenjieModel
internal import FenjieTemplates
internal import FenjieText

/// Adds all inputs up to a ledger.
public struct CollectStep: WholeStep {
    /// As on the command line.
    public static let name = "collect"
    /// What it does.
    public static let summary = Message("把全部交回的任务表汇总成台账", "adds all returned worksheets up to a ledger")
    /// What may be said about it.
    public static let options = [
        StepOption.issuedWorksheets,
        StepOption(
            "output", .outputs, Message("台账：.xlsx、.csv 或 .json，可写几个", "the ledger: .xlsx, .csv or .json, or several")),
        StepOption("template", .text, Message("任务表的模板：名称或文件", "the form of the worksheets: a name or a file")),
        StepOption.guardFormulas,
        StepOption.encoding,
        StepOption.inputEncoding,
    ]
    /// Whatever offices send, so that what cannot be read is told of.
    public static let extensions = InputExtensions.returned

    private let collection: ReturnCollection
    private let issued: IssuedCollection
    private let outputs: [(form: LedgerFile, path: String)]
    private let writing: WritingOptions
    private let language: Language

    /// Reads what was issued.
    public init(_ options: StepOptions, _ setup: inout StepSetup) throws {
        let form = try setup.template(options.text("template") ?? "unit-quarterly")
        var collecting = ReturnCollection.Options(template: form, ledger: try setup.template("ledger"))
        collecting.reading = options.reading
        collecting.workers = setup.workers.count
        collection = ReturnCollection(collecting)
        let words = options.texts("issued")
        let inputs = try setup.inputs(words, extensions: InputExtensions.issued)
        for input in inputs { _ = try setup.file(input.path) }
        let read = collection.issued(inputs)
        if let failure = read.failures.first { throw failure }
        issued = read.collection
        guard !issued.worksheets.isEmpty else {
            throw NothingIssued(option: "issued", path: words.first.map(setup.resolved), takesTables: false)
        }
        let written = options.texts("output")
        outputs = try (written.isEmpty ? ["台账.xlsx"] : written).map { path in
            guard let form = LedgerFile(rawValue: PathText.extension(of: path)) else {
                throw PipelineFailure(
                    Place(file: path), Message("台账的扩展名应为 .xlsx、.csv 或 .json", "a ledger is named .xlsx, .csv or .json"))
            }
            return (form, path)
        }
        language = outputs.contains { $0.form == .json } ? setup.reportLanguage() : .chinese
        setup.ledgers = outputs.map(\.path)
        writing = WritingOptions(
            encoding: options.text("encoding").flatMap(TextEncoding.init(parsing:)),
            guardsFormulas: options.flag("guard-formulas"))
    }

    /// The ledgers.
    public var targets: [String] { outputs.map(\.path) }

    /// Collects the inputs.
    public func run(_ inputs: [WholeInput], _ outputs: StepOutputs) throws -> WholeResult {
        let items = inputs.map { input in
            FolderContents.Item(
                path: input.input.path, relativePath: input.input.relativePath, failure: input.failure)
        }
        let ledger = collection.ledger(of: items, issued: issued)
        var findings = ledger.findings
        for output in self.outputs {
            findings += try outputs.write(output.path) { destination in
                try output.form.write(ledger, writing, in: language, to: &destination)
            }
        }
        return WholeResult(findings: findings, failure: Self.failure(of: ledger))
    }

    private static func failure(of ledger: Ledger) -> LedgerFailure? {
        let count = ledger.findings.count(where: Ledger.tellsOfUnreadableFile)
        guard count > 0 else { return nil }
        return LedgerFailure(
            .input,
            Message("\(count) 份上报读不出来，其余已汇总", "returns that cannot be read: \(count); all others are added up"),
            hint: Message("请有关单位重新报送后再运行", "ask those units to send theirs again, then run again"))
    }
}
