internal import FenjieFiles
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieTemplates
internal import FenjieText

/// Lists, shows and checks templates, and makes empty tables to fill in.
struct TemplateCommand: Command {
    static let name = "template"
    static let summary = Message("查看、检查模板，或生成空白表", "lists, shows and checks templates, or makes an empty table")
    static let operands = Message("list|show|check|blank [名称|文件]", "list|show|check|blank [NAME|FILE]")
    static let discussion = [
        Message(
            "list 列出自带模板；show 名称 输出其描述文件，复制后可自行修改；check 文件 检查自己的模板；"
                + "blank 名称|文件 -o 空白表.xlsx 生成可填写的空白工作簿。",
            "list names those that ship; show NAME prints one, to be copied and changed; check FILE checks one of your own; "
                + "blank NAME|FILE -o EMPTY.xlsx makes an empty workbook to fill in.")
    ]

    private enum Word: String, CaseIterable {
        case list
        case show
        case check
        case blank
    }

    private static let blankRows = ValueOption<Int>.integer(
        "rows", in: 1...10_000, placeholder: Message("行数", "N"), Message("空白表的行数", "how many rows an empty table has")
    ).withDefault(20, shownAs: "20")

    static let options: [any DeclaredOption] = [blankRows]
    static let commonOptions: [any DeclaredOption] =
        [CommonOptions.output, CommonOptions.json, CommonOptions.force, CommonOptions.failOn] + CommonOptions.talk
    static let operandChoices = Word.allCases.map(\.rawValue)
    static let hasOwnJSON = true
    static let examples = [
        CommandExample(
            "fenjie template show unit-quarterly > 我的表式.json", Message("从自带模板改起", "begins a template of your own")),
        CommandExample("fenjie template check 我的表式.json", Message("检查有没有写错", "looks for mistakes in it")),
        CommandExample(
            "fenjie template blank 我的表式.json -o 空白表.xlsx", Message("生成空白表", "makes an empty table from it")),
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        let word = try context.firstOperand(as: Word.self, of: Self.self)
        try context.checkOperands(atMost: word == .list ? 1 : 2)
        switch word {
        case .list: try list(context)
        case .show: try show(context)
        case .check: try check(context)
        case .blank: try blank(context)
        }
        return context.status
    }

    private func list(_ context: CommandContext) throws {
        let templates = try Template.builtInNames.map { try Template(builtIn: $0) }
        guard !context.options[CommonOptions.json] else {
            return try context.console.print(
                JSONValue.array(
                    templates.map {
                        .object([
                            ("name", .string($0.name)), ("title", .string($0.title)),
                            ("fields", .array($0.fields.map { .string($0.name) })),
                        ])
                    }
                ).text(indent: 2))
        }
        let width = templates.reduce(0) { max($0, $1.name.utf8.count) }
        for template in templates {
            let gap = String(repeating: " ", count: width - template.name.utf8.count + 2)
            try context.console.print(template.name + gap + template.title)
        }
    }

    private func show(_ context: CommandContext) throws {
        let name = try operand(context)
        let bytes = try Template.builtInDescriptor(name) ?? descriptor(name)
        try write(bytes, context)
    }

    private func check(_ context: CommandContext) throws {
        let name = try operand(context)
        let bytes = try Template.isFile(name) ? descriptor(name) : Template.builtInDescriptor(name) ?? descriptor(name)
        let (template, findings) = try Template.check(descriptor: bytes, file: name)
        context.log.add(findings)
        if context.options[CommonOptions.json] {
            try context.console.print(
                FindingReport.json(context.log, language: context.console.language).text(indent: 2))
        } else if findings.isEmpty, let template {
            context.console.say(
                Message(
                    "模板 \(template.name) 没有问题，共 \(template.fields.count) 个栏目",
                    "the template \(template.name) is sound; it has \(template.fields.count) fields"))
        }
    }

    private func blank(_ context: CommandContext) throws {
        let template = try context.template(named: try operand(context))
        guard let path = context.options[CommonOptions.output], path != "-" else {
            throw UsageFailure(
                Message("请用 -o 指定空白工作簿的文件名", "name the empty workbook with -o"),
                hint: Message("例如 -o 空白表.xlsx", "for example -o empty.xlsx"))
        }
        context.log.add(
            try BlankTable(template, rows: context.options[Self.blankRows])
                .write(to: path, replacing: context.options[CommonOptions.force]))
    }

    private func operand(_ context: CommandContext) throws(UsageFailure) -> String {
        guard context.operands.count > 1 else {
            throw UsageFailure(
                Message("请给出模板的名称或文件", "name a template or a file"),
                hint: Message(
                    "自带模板：" + Template.builtInNames.joined(separator: "、"),
                    "those that ship: " + Template.builtInNames.joined(separator: ", ")))
        }
        return context.operands[1]
    }

    /// The text of a template file; a name that is no file offers the templates that ship.
    private func descriptor(_ path: String) throws -> [UInt8] {
        do {
            return try InputFile(path: path).contents(limit: 16 << 20)
        } catch {
            guard Template.isFile(path) else { throw UsageFailure.noTemplate(path) }
            throw UsageFailure(error.message, hint: error.hint, place: error.place)
        }
    }

    private func write(_ bytes: [UInt8], _ context: CommandContext) throws {
        guard let path = context.options[CommonOptions.output], path != "-" else {
            return try context.console.write(String(decoding: bytes, as: UTF8.self))
        }
        var file = try OutputFile(path: path, replacing: context.options[CommonOptions.force])
        try file.write(bytes)
        try file.commit()
    }
}

extension Template {
    /// Whether a word on the command line means a file rather than a template that ships.
    static func isFile(_ word: String) -> Bool { word.contains("/") || word.hasSuffix(".json") }
}

extension UsageFailure {
    /// There is no template of this name.
    static func noTemplate(_ name: String) -> UsageFailure {
        UsageFailure(
            Message("没有名为 \(name) 的模板，也没有这个文件", "there is neither a template nor a file called \(name)"),
            hint: NearestNames.hint(for: name, among: Template.builtInNames))
    }
}
