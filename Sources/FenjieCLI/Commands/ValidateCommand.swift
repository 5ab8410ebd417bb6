internal import FenjieFiles
internal import FenjieFormats
internal import FenjieGrammar
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieRules
internal import FenjieTemplates
internal import FenjieText

/// Checks tables against a template, and returned worksheets against what was issued.
struct ValidateCommand: Command {
    static let name = "validate"
    static let summary = Message(
        "按模板检查任务表，或对照下发的表检查交回的表", "checks tables against a template, or against what was issued")
    static let discussion = [
        Message(
            "每个问题都有代码，\(Product.name) explain 代码 说明原因和办法；哪些检查、轻重如何，可在模板的 constraints 和 rules 中修改。",
            "Every finding has a code, and \(Product.name) explain CODE says what to do. Constraints and rules are the template's."
        ),
        Message(
            "--as-of 给出日期时才检查逾期；--units 给出名录时才核对单位名称。",
            "What is overdue is checked where --as-of gives a day, names of units where --units gives a directory."),
    ]

    private static let against = ValueOption<String>.inputFile(.against, placeholder: Message("下发件", "ISSUED")).repeated
    private static let asOf = ValueOption<CivilDate>.date(.overdueAsOf)
    private static let previous = ValueOption<String>.inputFile(.previousTable)

    private static let report = ValueOption<String>.outputFile(
        "report", placeholder: Message("文件", "FILE"),
        Message(
            "写出报告：.html 网页、.json、.xlsx 标注后的工作簿；多个输入的标注件写到文件夹，以 / 结尾",
            "write a report: an .html page, .json, or an .xlsx copy with marked cells; a folder, ending in /, for several "
                + "marked copies")
    ).repeated

    static let options: [any DeclaredOption] =
        [report, against, asOf, previous] + MeaningFlags.all + ReadingFlags.all
    static let commonOptions: [any DeclaredOption] =
        [CommonOptions.json, CommonOptions.template, CommonOptions.encoding, CommonOptions.force, CommonOptions.failOn]
        + CommonOptions.talk
    static let examples = [
        CommandExample("fenjie validate 任务分解表.csv", Message("按自带模板检查", "checks it by the template that ships")),
        CommandExample(
            "fenjie validate 上报.xlsx --against 下发/ --report 标注.xlsx",
            Message("写出标注了问题的副本", "writes a copy with marked cells")),
        CommandExample(
            "fenjie validate 上报/ --against 下发/ --report 问题.html",
            Message("对照下发的任务表检查交回的表", "compares returned sheets with those that were issued")),
        CommandExample(
            "fenjie validate 上报/ --template unit-quarterly --as-of 2024-09-30 --json",
            Message("检查整个文件夹，输出 JSON", "checks a folder and prints JSON")),
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        let inputs = try context.inputs(extensions: InputExtensions.returned)
        let reports = try ValidationReports(
            context.options.all(Self.report), inputs: inputs, replacing: context.replacement)
        let validator = Validator(try options(context))
        // By now it is known which files --against stands for.
        try reports.check(inputs)
        context.log.add(validator.findings)
        var validations: [Validation] = []
        try context.forEach(inputs) { input in
            let file = try context.open(input)
            let validation = try validator.validate(file)
            context.log.add(validation.findings)
            validations.append(validation)
            context.log.add(try reports.mark(validation, file, of: input, in: context.console.language))
            if !context.options[CommonOptions.json] {
                try context.console.print(Self.summary(of: validation, in: context.console.language))
            }
        }
        try reports.write(validations, context.log, in: context.console.language)
        return context.status
    }

    /// `表.csv：71 项任务，2 个错误、1 个警告`.
    private static func summary(of validation: Validation, in language: Language) -> String {
        let file = PlaceText.file(Place(file: validation.file), in: language) ?? ""
        let counts = FindingCounts(validation.findings)
        let found = validation.findings.isEmpty ? Message("没有问题", "nothing found") : counts.message
        return Message(
            "\(file)：\(validation.tasks) 项任务，\(found.chinese)",
            "\(file): \(Message.counted(validation.tasks, "task")), \(found.english)"
        ).text(in: language)
    }

    private func options(_ context: CommandContext) throws -> ValidationOptions {
        var options = ValidationOptions(template: try context.template())
        options.reading = context.readingOptions(encoding: context.options[CommonOptions.encoding])
        options.sheet = context.options[ReadingFlags.sheet]
        options.rules.directory = try context.unitDirectory()
        options.rules.units = try context.unitOptions(options.rules.directory)
        options.rules.units.firstLeads = options.rules.units.firstLeads || options.template.firstLeads
        options.rules.deadlines = context.deadlineOptions
        options.rules.asOf = context.options[Self.asOf]
        if let path = context.options[Self.previous] {
            options.rules.previous =
                try TableReader(options: options.reading, template: options.template).read(InputFile(path: path)).tables
        }
        options.followsPassport = context.options[CommonOptions.template] == nil
        if context.options.contains(Self.against) {
            options.issued = try IssuedInputs(
                of: Self.against, context, template: options.template, reading: options.reading, takesTables: true
            ).worksheets
        }
        return options
    }
}
