internal import FenjieFiles
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieTemplates
internal import FenjieText

/// Lists, shows and checks templates, and makes empty tables to fill in.
struct TemplateCommand: Command {
    static let name = "template"
    static let summary = Message(
        "列出、显示、检查模板，或生成空白表", "lists, shows and checks templates, and makes empty tables")
    static let operands = Message(
        "list | show 名称 | check 文件… | blank 名称|文件", "list | show NAME | check FILE… | blank NAME|FILE")
    static let operandChoices = Action.allCases.map(\.rawValue)
    static let options: [any DeclaredOption] = [rows]
    static let operandOptions: [(option: any DeclaredOption, choices: [String])] = [
        (rows, [Action.blank.rawValue]), (CommonOptions.output, [Action.show.rawValue, Action.blank.rawValue]),
    ]
    static let commonOptions: [any DeclaredOption] =
        [CommonOptions.output, CommonOptions.json, CommonOptions.force, CommonOptions.failOn] + CommonOptions.talk
    static let examples = [
        CommandExample(
            "fenjie template show issued > 我的模板.json",
            Message("复制一份内置模板来修改", "copies a template that ships with the program, to be changed")),
        CommandExample(
            "fenjie template check 我的模板.json", Message("检查改过的模板", "checks a template that was changed")),
        CommandExample(
            "fenjie template blank 我的模板.json -o 空白表.xlsx",
            Message("生成可填写的空白表", "makes an empty table to fill in")),
    ]

    private static let rows = ValueOption<Int>.integer(
        "rows", in: 1...10_000, placeholder: Message("行数", "N"),
        Message("空白表的行数", "how many rows an empty table has")
    ).withDefault(20, shownAs: "20")

    /// What `show` calls the schema of pipeline files.
    private static let pipeline = "pipeline"

    private enum Action: String, CaseIterable {
        case list
        case show
        case check
        case blank
    }

    func run(_ context: CommandContext) throws -> ExitStatus {
        switch try context.firstOperand(as: Action.self, of: Self.self) {
        case .list: try list(context)
        case .show: try show(context)
        case .check: try check(context)
        case .blank: try blank(context)
        }
        return context.status
    }

    private func list(_ context: CommandContext) throws {
        try context.checkOperands(atMost: 1)
        let templates = try Template.builtInNames.map { (name: $0, template: try Template(builtIn: $0)) }
        if context.options[CommonOptions.json] {
            let entries = templates.map { name, template in
                JSONValue.object([
                    ("name", .string(name)), ("title", .string(template.title)),
                    ("description", .string(template.description)),
                ])
            }
            return try context.console.print(JSONValue.array(entries).text())
        }
        let width = templates.reduce(0) { max($0, TextWidth.columns($1.name)) }
        for (name, template) in templates {
            try context.console.print("\(TextWidth.padded(name, to: width))  \(template.title)")
        }
    }

    private func show(_ context: CommandContext) throws {
        try context.checkOperands(atMost: 2)
        guard context.operands.count == 2 else {
            throw UsageFailure(
                Message("show 后面缺少模板名称", "show needs the name of a template"),
                hint: Message("fenjie template list 列出全部模板", "fenjie template list lists them"))
        }
        let name = context.operands[1]
        if name == Self.pipeline { return try write(PipelineSchema.json.text(indent: 2) + "\n", context) }
        guard let descriptor = Template.builtInDescriptor(name) else {
            throw UsageFailure(
                Message("没有名为 \(name) 的模板", "there is no template called \(name)"),
                hint: NearestNames.hint(for: name, among: Template.builtInNames + [Self.pipeline]))
        }
        try write(String(decoding: descriptor, as: UTF8.self), context)
    }

    /// Writes a text where `-o` says.
    private func write(_ text: String, _ context: CommandContext) throws {
        guard let path = context.options[CommonOptions.output], path != "-" else {
            return try context.console.write(text)
        }
        var file = try OutputFile(path: path, replacing: context.options[CommonOptions.force])
        try file.write(Array(text.utf8))
        try file.commit()
    }

    private func check(_ context: CommandContext) throws {
        let files = try context.inputs(named: Array(context.operands.dropFirst()), extensions: ["json"])
        try context.forEach(files) { input in
            let descriptor = try context.open(input).contents(limit: 16 << 20)
            do {
                context.log.add(try Template.check(descriptor: descriptor, file: input.path).findings)
            } catch let failure as TemplateFailure {
                // No JSON at all: the other files are checked nevertheless.
                context.log.add(failure)
            }
        }
    }

    private func blank(_ context: CommandContext) throws {
        try context.checkOperands(atMost: 2)
        guard context.operands.count == 2 else {
            throw UsageFailure(
                Message("blank 后面缺少模板的名称或文件", "blank needs the name or file of a template"),
                hint: Message("fenjie template list 列出全部模板", "fenjie template list lists them"))
        }
        let template = try context.template(named: context.operands[1])
        guard let path = context.options[CommonOptions.output], path != "-" else {
            throw UsageFailure(
                Message("请用 -o 指定空白工作簿的文件名", "name the empty workbook with -o"),
                hint: Message("例如 -o 空白表.xlsx", "for example -o empty.xlsx"))
        }
        let table = BlankTable(template, rows: context.options[Self.rows])
        context.log.add(try table.write(to: path, replacing: context.options[CommonOptions.force]))
    }
}
