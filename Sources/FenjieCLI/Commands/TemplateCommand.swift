internal import FenjieFiles
internal import FenjieModel
internal import FenjieTemplates
internal import FenjieText

/// Lists, shows and checks templates.
struct TemplateCommand: Command {
    static let name = "template"
    static let summary = Message("列出、显示、检查模板", "lists, shows and checks templates")
    static let operands = Message("list | show 名称 | check 文件…", "list | show NAME | check FILE…")
    static let operandChoices = Action.allCases.map(\.rawValue)
    static let commonOptions: [any DeclaredOption] = [CommonOptions.json, CommonOptions.failOn] + CommonOptions.talk
    static let examples = [
        CommandExample(
            "fenjie template show issued > 我的模板.json",
            Message("复制一份内置模板来修改", "copies a template that ships with the program, to be changed")),
        CommandExample(
            "fenjie template check 我的模板.json", Message("检查改过的模板", "checks a template that was changed")),
    ]

    private enum Action: String, CaseIterable {
        case list
        case show
        case check
    }

    func run(_ context: CommandContext) throws -> ExitStatus {
        switch try context.firstOperand(as: Action.self, of: Self.self) {
        case .list: try list(context)
        case .show: try show(context)
        case .check: try check(context)
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
        guard let descriptor = Template.builtInDescriptor(name) else {
            throw UsageFailure(
                Message("没有名为 \(name) 的模板", "there is no template called \(name)"),
                hint: NearestNames.hint(for: name, among: Template.builtInNames))
        }
        try context.console.write(String(decoding: descriptor, as: UTF8.self))
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
}
