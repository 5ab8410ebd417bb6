internal import FenjieFiles
internal import FenjieGrammar
internal import FenjieLedger
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieTemplates
internal import FenjieText

/// Makes a worksheet for each unit.
struct SplitCommand: Command {
    static let name = "split"
    static let summary = Message("把任务分解表拆成每个单位一份的任务表", "makes a worksheet for each unit out of a task table")
    static let discussion = [
        Message(
            "-o 指定文件夹，除任务表外另写 index.csv 和 index.xlsx（目录与核对）。加 --one-workbook 时 -o 是一个工作簿。"
                + "文件名可用占位符：{序号} {单位} {标题} {期次} {职责}。",
            "-o names a folder, which also gets index.csv and index.xlsx (contents and proof). With --one-workbook, -o is a "
                + "workbook. File names can hold {number} {unit} {title} {period} {role}."),
        Message(
            "任务表的栏目由 --template 决定（默认 unit-quarterly，另有 unit-monthly、look-back，也可用自己的模板文件）。",
            "--template decides on the columns (unit-quarterly if not given; also unit-monthly, look-back, or a file of yours)."
        ),
    ]

    private static let by = ValueOption.choice(.splitBasis, SplitBasis.self)
        .withDefault(.unit)
    private static let fileNames = ValueOption<FileNamePattern>(.fileNames, placeholder: Message("模式", "PATTERN")) {
        text throws(ValueProblem) in
        do throws(LedgerFailure) {
            return try FileNamePattern(parsing: text, leavingAway: OutputFormats.fileExtensions)
        } catch {
            throw ValueProblem(error.message, hint: error.hint)
        }
    }.withDefault(.standard, shownAs: "{序号}-{单位}.xlsx")
    private static let only = ValueOption<String>.text(.only, placeholder: Message("单位", "UNIT")).repeated
    private static let oneWorkbook = Flag(.oneWorkbook)
    private static let to = ValueOption<String>.choice(.worksheetFormat, placeholder: Message("格式", "FORMAT"))
    private static func format(_ context: CommandContext) -> any OutputFormat {
        let word = context.options[to] ?? "xlsx"
        return OutputFormats.named(word) ?? OutputFormats.forExtension(word) ?? OutputFormats.all[0]
    }
    private static let period = ValueOption<String>.text(.period, placeholder: Message("期次", "TEXT"))
    private static let dryRun = Flag("dry-run", Message("只说明将生成什么，不写文件", "say what it would make and write nothing"))

    static let options: [any DeclaredOption] =
        [by, fileNames, only, oneWorkbook, to, period, dryRun] + MeaningFlags.all + ReadingFlags.all
    static let conflicts: [[any DeclaredOption]] = [[oneWorkbook, fileNames], [oneWorkbook, to]]
    static let hasOwnJSON = true
    static let examples = [
        CommandExample(
            "fenjie split 任务分解表.xlsx -o 下发/ --period 2024年第一季度", Message("每个单位一个工作簿", "a workbook for each unit")),
        CommandExample("fenjie split 任务分解表.txt --dry-run", Message("先看会生成什么", "see first what it would make")),
        CommandExample(
            "fenjie split 任务分解表.xlsx --one-workbook -o 各单位任务.xlsx",
            Message("一个工作簿，目录可点击", "one workbook with linked contents")),
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        let inputs = try context.inputs(extensions: InputExtensions.tables)
        let isDryRun = context.options[Self.dryRun]
        let output = try Self.output(context)
        let maker = try IssueMaker(try Self.issueOptions(context))
        var folders = FileNameSet()
        var reports: [JSONValue] = []
        try context.forEach(inputs) { input in
            let (issues, findings) = try maker.issues(of: try context.open(input))
            context.log.add(findings)
            for issue in issues {
                let isOnly = inputs.count == 1 && issues.count == 1
                let stem = issues.count == 1 ? PathText.stem(of: input.relativePath) : issue.title
                let target = isOnly ? output : output.inside(&folders, stem: stem)
                let plan = target.plan(issue, pattern: context.options[Self.fileNames])
                if isDryRun {
                    if !context.options[CommonOptions.json] {
                        try context.console.write(
                            CoveringLetter(plan).text(folder: target.path, in: context.console.language))
                    }
                    reports.append(IssueReport.json(plan, output: target.path, written: nil))
                } else {
                    reports.append(
                        IssueReport.json(plan, output: target.path, written: try target.write(plan, context)))
                }
            }
        }
        if context.options[CommonOptions.json] {
            try context.console.print(IssueReport.json(reports, context).text(indent: 2))
        }
        return context.status
    }

    private static func issueOptions(_ context: CommandContext) throws -> IssueOptions {
        var options = IssueOptions(form: try context.template(default: "unit-quarterly"))
        options.basis = context.options[by]
        options.only = context.options.all(only)
        options.period = context.options[period] ?? ""
        // Worksheets as text are written in the encoding that was named; else it is that of the input.
        let isTextOutput = format(context).isText
        options.reading = context.readingOptions(
            encoding: isTextOutput ? nil : context.options[CommonOptions.encoding])
        options.sheet = context.options[ReadingFlags.sheet]
        options.units = try context.unitOptions()
        options.units.firstLeads = options.units.firstLeads || options.form.firstLeads
        options.deadlines = context.deadlineOptions
        options.directory = try context.unitDirectory()
        return options
    }

    private static func output(_ context: CommandContext) throws -> SplitOutput {
        let isOne = context.options[oneWorkbook]
        let path = context.options[CommonOptions.output]
        let format = format(context)
        guard let path, path != "-" else {
            guard context.options[dryRun] else {
                throw UsageFailure(
                    Message("拆分的结果是多个文件，不能写到标准输出", "the result is files and cannot go to standard output"),
                    hint: Message("请用 -o 指定文件夹；先预览可加 --dry-run", "name a folder with -o, or look first with --dry-run"))
            }
            return SplitOutput(path: isOne ? "各单位任务表.xlsx" : "下发/", isOneWorkbook: isOne, format: format)
        }
        if isOne, PathText.extension(of: path) != "xlsx" {
            throw UsageFailure(
                Message("--one-workbook 的 -o 应是 .xlsx 文件", "with --one-workbook, -o names an .xlsx file"),
                place: Place(file: path))
        }
        return SplitOutput(path: path, isOneWorkbook: isOne, format: format)
    }
}

/// Where the worksheets of an issue go.
private struct SplitOutput {
    var path: String
    let isOneWorkbook: Bool
    let format: any OutputFormat

    /// The place of one of several issues: a folder, or a workbook beside the one that was named.
    func inside(_ names: inout FileNameSet, stem: String) -> SplitOutput {
        var output = self
        if isOneWorkbook {
            let name = names.insert(stem: "\(PathText.stem(of: path))-\(stem)", fileExtension: ".xlsx")
            output.path = PathText.joined(PathText.folder(of: path), name)
        } else {
            output.path = PathText.joined(path, names.insert(stem: stem, fileExtension: ""))
        }
        return output
    }

    func plan(_ issue: WorksheetIssue, pattern: FileNamePattern) -> IssuePlan {
        IssuePlan(
            issue, pattern: pattern, fileExtension: "." + format.fileExtensions[0],
            workbook: isOneWorkbook ? PathText.name(of: path) : nil)
    }

    /// Writes the worksheets of a plan and says what became of it.
    func write(_ plan: IssuePlan, _ context: CommandContext) throws -> Set<Int> {
        let writer = IssueWriter(
            plan, format: format,
            writing: WritingOptions(encoding: format.isText ? context.options[CommonOptions.encoding] : nil),
            replacing: context.replacement)
        let outcome = isOneWorkbook ? try writer.write(workbook: path) : try writer.write(into: path)
        context.log.add(outcome.findings)
        for failure in outcome.failures { context.log.add(failure) }
        context.console.say(
            Message(
                "已写出 \(outcome.written.count) 份任务表：\(path)",
                "\(Message.counted(outcome.written.count, "worksheet is", "worksheets are")) in \(path)")
        )
        if outcome.failures.isEmpty { context.console.say(IssueIndex(plan).proof) }
        return outcome.written
    }
}
