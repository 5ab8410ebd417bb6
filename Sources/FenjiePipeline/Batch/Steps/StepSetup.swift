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
    /// Gets every file that is read.
    private let inputs: InputRegister
    private var templates: [String: Template] = [:]
    private var directories: [String: UnitDirectory] = [:]

    init(
        _ pipeline: Pipeline, language: Language, renderer: any ReportRenderer, workers: Workers, inputs: InputRegister
    ) {
        self.pipeline = pipeline
        self.inputs = inputs
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
            inputs.add(path)
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
