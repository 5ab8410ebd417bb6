internal import FenjieFiles
internal import FenjieFormats
internal import FenjieGrammar
public import FenjieModel
internal import FenjieTemplates
internal import FenjieText

/// What the steps of a pipeline share, and what they are made with.
public struct StepSetup {
    private let language: Language
    /// Turns what was checked into a page or a text; see ``ReportRenderer``.
    public let renderer: any ReportRenderer
    /// How many workers a step for all inputs may have.
    public let workers: Workers
    /// Findings about what the pipeline names: the unit directory, templates.
    public private(set) var findings: [Finding] = []
    /// Everything outside the pipeline file that decides on what outputs hold.
    private(set) var resources: [(name: String, digest: Digest)] = []

    /// The ledgers that steps before this one write, below the output folder.
    var ledgers: [String] = []

    private let pipeline: Pipeline
    private var templates: [String: Template] = [:]
    private var directories: [String: UnitDirectory] = [:]

    init(_ pipeline: Pipeline, language: Language, renderer: any ReportRenderer, workers: Workers) {
        self.pipeline = pipeline
        self.language = language
        self.renderer = renderer
        self.workers = workers
    }

    /// Whether the pipeline or a step names a template.
    func namesTemplate(_ options: StepOptions) -> Bool { (options.text("template") ?? pipeline.template) != nil }

    /// The form of the inputs: what the step names, else the pipeline, else the issued table.
    mutating func inputTemplate(_ options: StepOptions) throws -> Template {
        try template(options.text("template") ?? pipeline.template ?? "issued")
    }

    /// The template of a name, or in a file.
    mutating func template(_ name: String) throws -> Template {
        if let known = templates[name] { return known }
        let template: Template
        if name.contains("/") || name.hasSuffix(".json") {
            let path = pipeline.resolved(name)
            template = try Template(descriptor: try file(path).contents(limit: 16 << 20), file: path)
        } else {
            template = try Template(builtIn: name)
        }
        templates[name] = template
        return template
    }

    /// The unit directory that the step names, else the pipeline.
    mutating func directory(_ options: StepOptions) throws -> UnitDirectory? {
        guard let name = options.text("units") ?? pipeline.units else { return nil }
        if let known = directories[name] { return known }
        let read = try DirectoryReader().read(try file(pipeline.resolved(name)))
        findings += read.findings
        directories[name] = read.directory
        return read.directory
    }

    /// The files that some words of the pipeline file name.
    mutating func inputs(_ words: [String], extensions: [String]) throws -> [Input] {
        let found = InputDiscovery(named: words.map(pipeline.resolved), extensions: extensions)
        if let failure = found.failures.first { throw usage(failure) }
        return found.inputs
    }

    /// A file that decides on what outputs hold, in memory.
    mutating func file(_ path: String) throws -> InputFile {
        do throws(FileFailure) {
            let bytes = try InputFile(path: path).contents(limit: 1 << 30)
            resources.append((path, Digest(of: bytes.span)))
            return InputFile(bytes: bytes, name: path)
        } catch {
            throw usage(error)
        }
    }

    /// What reports are written in; asking for it makes the outputs depend on it.
    mutating func reportLanguage() -> Language {
        depend(on: "language \(language.rawValue)")
        return language
    }

    /// Something else that decides on what outputs hold.
    mutating func depend(on text: String) { resources.append((text, Digest(of: text))) }

    /// A path of the pipeline file as the program opens it.
    func resolved(_ path: String) -> String { pipeline.resolved(path) }

    /// Something that a step names cannot be read: the pipeline cannot run, and nothing was touched.
    private func usage(_ failure: FileFailure) -> PipelineFailure {
        PipelineFailure(failure.place, failure.message, hint: failure.hint)
    }
}

/// Turns what was checked into bytes; the program that runs the pipeline knows how its reports look.
public protocol ReportRenderer: Sendable {
    /// The report about one input as a page of HTML.
    func page(_ validation: Validation, language: Language) -> String
    /// The report about one input as JSON.
    func json(_ validation: Validation, language: Language) -> String
}

extension StepOptions {
    /// What a step says about reading its inputs.
    var reading: ReadingOptions {
        ReadingOptions(
            form: text("from"), encoding: text("input-encoding").flatMap(TextEncoding.init(parsing:)),
            delimiter: text("delimiter").flatMap(CSVDelimiter.init(parsing:)))
    }

    /// How a step reads deadlines.
    var deadlines: DeadlineOptions { DeadlineOptions(year: integer("year"), issued: date("issued")) }

    /// A day.
    func date(_ name: String) -> CivilDate? { text(name).flatMap(CivilDate.init(parsing:)) }
}

extension StepOption {
    /// What every step that reads tables may say.
    static let reading: [StepOption] = [
        StepOption(
            "from", .choice(InputForm.names), Message("输入的形式；不给则自动判断", "the form of the inputs; found out if not given")
        ),
        StepOption("sheet", .text, Message("只读这一张工作表，名称或序号", "read this sheet only, by name or number")),
        StepOption("delimiter", .delimiter, Message("CSV 的分隔符", "the delimiter of CSV")),
        inputEncoding,
    ]
    /// The encoding of what every step reads.
    static let inputEncoding = StepOption(
        "input-encoding", .encoding, Message("输入文本的编码", "the encoding of text inputs"))

    /// What every step that reads units and deadlines may say.
    static let meaning: [StepOption] = [
        StepOption("units", .file, Message("单位名录", "a directory of units")),
        StepOption(
            "year", .integer(DeadlineOptions.years), Message("没有写年份的时限属于哪一年", "the year of deadlines that name none")),
        StepOption(
            "issued", .date, Message("印发日期，用于“印发后30日内”", "the day of issue, for deadlines counted from it"),
            earlierName: "issue-date"),
        StepOption("first-leads", .flag, Message("列在第一位的单位牵头", "the unit listed first leads")),
    ]

    /// The form of the inputs.
    static let template = StepOption("template", .text, Message("模板的名称或文件", "the name of a template, or its file"))
}
