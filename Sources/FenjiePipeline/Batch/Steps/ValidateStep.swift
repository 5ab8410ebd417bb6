public import FenjieFiles
internal import FenjieFormats
internal import FenjieGrammar
internal import FenjieLedger
public import FenjieModel
internal import FenjieRules
internal import FenjieTemplates

/// Checks each input.
public struct ValidateStep: ItemStep {
    /// As on the command line.
    public static let name = "validate"
    /// What it does.
    public static let summary = Message(
        "按模板检查每个文件，或与下发的任务表对照", "checks each input against a template, or what was issued")
    /// What may be said about it.
    public static let options =
        [
            StepOption.template,
            StepOption.against,
            StepOption(
                "report", .outputs,
                Message("每个文件的报告：.json、.html，或 .xlsx 标注件", "a report on each input: .json, .html, or a marked .xlsx")),
            StepOption.overdueAsOf,
            StepOption.previousTable,
        ] + StepOption.meaning + StepOption.reading

    private enum Report: String {
        case json
        case html
        case xlsx
    }

    private let validator: Validator
    private let reports: [(kind: Report, pattern: OutputPattern)]
    private let language: Language
    private let renderer: any ReportRenderer

    /// Prepares the checks.
    public init(_ options: StepOptions, _ setup: inout StepSetup) throws {
        var validation = ValidationOptions(template: try setup.inputTemplate(options))
        validation.followsPassport = !setup.namesTemplate(options)
        validation.reading = options.reading
        validation.sheet = options.text("sheet")
        validation.rules.directory = try setup.directory(options)
        validation.rules.units = UnitGrammar.Options(
            firstLeads: options.flag("first-leads") || validation.template.firstLeads,
            known: validation.rules.directory?.knownNames)
        validation.rules.deadlines = options.deadlines
        validation.rules.asOf = options.date("as-of")
        if let path = options.text("previous") {
            let reader = TableReader(options: validation.reading, template: validation.template)
            validation.rules.previous = try reader.read(setup.file(setup.resolved(path))).tables
        }
        validation.issued = try setup.issued(options.texts("against"), validation)
        validator = Validator(validation)
        reports = try options.patterns("report").map { (try Self.kind(of: $0), $0) }
        language = reports.isEmpty ? .english : setup.reportLanguage()
        renderer = setup.renderer
    }

    private static func kind(of pattern: OutputPattern) throws(PipelineFailure) -> Report {
        if let kind = Report(rawValue: pattern.fileExtension) { return kind }
        throw PipelineFailure(
            Place(file: pattern.text),
            Message("不知道这个报告是什么格式", "it cannot be told what kind of report this is"),
            hint: Message("扩展名可为 .json、.html、.xlsx", "the extension can be .json, .html or .xlsx"))
    }

    /// The reports.
    public func targets(for input: Input) -> [String] { reports.map { $0.pattern.path(for: input) } }

    /// Checks an input.
    public func run(_ item: StepItem, _ outputs: StepOutputs) throws -> [Finding] {
        let validation = try validator.validate(item.file)
        var findings = validation.findings
        for report in reports {
            findings += try outputs.write(report.pattern.path(for: item.input)) { destination in
                switch report.kind {
                case .json: try destination.write(Array(renderer.json(validation, language: language).utf8))
                case .html: try destination.write(Array(renderer.page(validation, language: language).utf8))
                case .xlsx: return try mark(validation, item.file, &destination)
                }
                return []
            }
        }
        return findings
    }

    private func mark(
        _ validation: Validation, _ file: InputFile, _ destination: inout Destination
    ) throws -> [Finding] {
        try destination.withFile { try MarkedWorkbook(validation, language: language).write(file, to: &$0) }
    }
}

extension StepSetup {
    /// What was issued, as the words of a step name it; a folder is searched for worksheets.
    mutating func issued(_ words: [String], _ options: ValidationOptions) throws -> [IssuedWorksheet] {
        guard !words.isEmpty else { return [] }
        let found = try inputs(words, extensions: InputExtensions.against)
        var files: [String: InputFile] = [:]
        for input in found { files[input.path] = try file(input.path) }
        let (issued, failures) = IssuedSheets(reading: options.reading).read(
            found, template: options.template, takesTables: true, workers: workers
        ) { [files] input in try files[input.path] ?? InputFile(path: input.path) }
        if let failure = failures.first { throw failure }
        guard !issued.isEmpty else {
            throw NothingIssued(option: "against", path: words.first.map(resolved), takesTables: true)
        }
        return issued
    }
}
