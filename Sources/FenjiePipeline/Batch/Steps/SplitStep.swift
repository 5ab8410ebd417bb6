public import FenjieFiles
internal import FenjieFormats
internal import FenjieGrammar
internal import FenjieLedger
public import FenjieModel
internal import FenjieTemplates
internal import FenjieText

/// Makes worksheets out of each input.
public struct SplitStep: ItemStep {
    /// As on the command line.
    public static let name = "split"
    /// What it does.
    public static let summary = Message(
        "把每个任务分解表拆成每个单位一份的任务表", "makes a worksheet for each unit out of each task table")
    /// What may be said about it.
    public static let options =
        [
            StepOption(
                "output", .output,
                Message("每个输入一个文件夹，如 {folder}{stem}/；或一个工作簿", "a folder for each input: {folder}{stem}/; or a workbook")
            ),
            StepOption("template", .text, Message("任务表的模板：名称或文件", "the form of the worksheets: a name or a file")),
            StepOption.splitBasis,
            StepOption.fileNames,
            StepOption.only,
            StepOption.oneWorkbook,
            StepOption.worksheetFormat,
            StepOption.period,
            StepOption.encoding,
        ] + StepOption.meaning + StepOption.reading

    /// A workbook of all units has one name and one format.
    public static let conflicts = [["one-workbook", "name"], ["one-workbook", "to"]]

    private let maker: IssueMaker
    private let output: OutputPattern
    private let fileNames: FileNamePattern
    private let format: any OutputFormat
    private let encoding: TextEncoding?
    private let isOneWorkbook: Bool

    /// Prepares the split.
    public init(_ options: StepOptions, _ setup: inout StepSetup) throws {
        var issue = IssueOptions(form: try setup.template(options.text("template") ?? "unit-quarterly"))
        issue.basis = options.choice("by", as: SplitBasis.self) ?? .unit
        issue.only = options.texts("only")
        issue.period = options.text("period") ?? ""
        issue.reading = options.reading
        issue.sheet = options.text("sheet")
        issue.directory = try setup.directory(options)
        issue.units = UnitGrammar.Options(firstLeads: options.flag("first-leads") || issue.form.firstLeads)
        issue.deadlines = options.deadlines
        maker = try IssueMaker(issue)
        let word = options.text("to") ?? "xlsx"
        format = OutputFormats.named(word) ?? OutputFormats.forExtension(word) ?? OutputFormats.all[0]
        encoding = options.text("encoding").flatMap(TextEncoding.init(parsing:))
        isOneWorkbook = options.flag("one-workbook")
        fileNames =
            try options.text("name").map {
                try FileNamePattern(parsing: $0, leavingAway: OutputFormats.fileExtensions)
            } ?? .standard
        let written = options.pattern("output")
        output = try written ?? OutputPattern(parsing: isOneWorkbook ? "{folder}{stem}.xlsx" : "{folder}{stem}/")
        guard isOneWorkbook, output.fileExtension != "xlsx" else { return }
        throw PipelineFailure(
            Place(file: output.text),
            Message("one-workbook 的 output 应是 .xlsx 文件", "with one-workbook, output names an .xlsx file"))
    }

    /// A folder for each input, or a workbook.
    public func targets(for input: Input) -> [String] {
        let path = output.path(for: input)
        return [isOneWorkbook || path.hasSuffix("/") ? path : path + "/"]
    }

    /// Splits an input.
    public func run(_ item: StepItem, _ outputs: StepOutputs) throws -> [Finding] {
        var (issues, findings) = try maker.issues(of: item.file)
        var names = FileNameSet()
        let target = targets(for: item.input)[0]
        for issue in issues {
            if isOneWorkbook {
                findings += try writeWorkbook(
                    issue, issues.count == 1 ? target : Self.beside(target, issue, &names), outputs)
            } else {
                // Several tables of one input get a folder each.
                let folder =
                    issues.count == 1 ? target : target + names.insert(stem: issue.title, fileExtension: "") + "/"
                findings += try write(issue, into: folder, item.workers, outputs)
            }
        }
        return findings
    }

    private static func beside(_ target: String, _ issue: WorksheetIssue, _ names: inout FileNameSet) -> String {
        let stem = PathText.name(of: String(target.dropLast(".xlsx".count)))
        return PathText.folder(of: target) + names.insert(stem: "\(stem)-\(issue.title)", fileExtension: ".xlsx")
    }

    private func writeWorkbook(_ issue: WorksheetIssue, _ path: String, _ outputs: StepOutputs) throws -> [Finding] {
        let plan = IssuePlan(
            issue, pattern: fileNames, fileExtension: ".xlsx", workbook: PathText.name(of: path))
        let file = WorksheetFile(format: format, writing: WritingOptions(), issue: issue)
        return try outputs.write(path) { try file.writeAll(plan, to: &$0) }
    }

    private func write(
        _ issue: WorksheetIssue, into folder: String, _ workers: Workers, _ outputs: StepOutputs
    ) throws -> [Finding] {
        let plan = IssuePlan(issue, pattern: fileNames, fileExtension: "." + format.fileExtensions[0])
        let writing = WritingOptions(encoding: format.isText ? encoding : nil)
        let file = WorksheetFile(format: format, writing: writing, issue: issue)
        let results = workers.map(plan.entries) { entry in
            Result {
                try outputs.write(folder + entry.file) { try file.write(entry.portion, to: &$0) }
            }
        }
        var findings: [Finding] = []
        for result in results { findings += try result.get() }
        for name in IssueIndex.fileNames {
            try outputs.write(folder + name) { try IssueWriter.write(IssueIndex(plan), named: name, writing, to: &$0) }
        }
        return findings
    }
}
