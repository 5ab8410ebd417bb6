internal import FenjieFiles
internal import FenjieFormats
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieTasks
internal import FenjieText

/// Converts tables between plain text, CSV, workbooks, Markdown and JSON.
struct ConvertCommand: Command {
    static let name = "convert"
    static let summary = Message(
        "在纯文本、CSV、XLSX、Markdown、JSON 之间转换任务表", "converts tables between text, CSV, XLSX, Markdown and JSON")

    private static let to = ValueOption<String>.choice(
        "to", among: OutputFormats.names + OutputFormats.aliases, placeholder: Message("格式", "FORMAT"),
        Message("输出格式；不给则按 -o 的扩展名，否则为 csv", "the output format; by the extension of -o, else csv"))
    private static let spans = ValueOption.choice(.spans, SpanStyle.self)
    private static let raw = Flag(.raw)
    private static let numbering = ValueOption<String>.choice(.numbering)
    private static let inputEncoding = ValueOption<TextEncoding>.encoding(.inputEncoding)

    static let options: [any DeclaredOption] =
        [to, spans, numbering, raw, WritingFlags.guardFormulas, inputEncoding] + ReadingFlags.all
    static let conflicts: [[any DeclaredOption]] = [[raw, spans], [raw, CommonOptions.template]]
    static let examples = [
        CommandExample("fenjie convert 任务分解表.txt -o 任务分解表.xlsx", Message("得到可打印的工作簿", "makes a workbook to print")),
        CommandExample("fenjie convert 上报/ -o 汇总/ --to csv", Message("转换整个文件夹", "converts a whole folder")),
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        let inputs = try context.inputs(extensions: InputExtensions.tables)
        let shape = try OutputShape(output: context.options[CommonOptions.output], inputs: inputs)
        let format = try Self.format(context, shape)
        if context.options.contains(Self.spans), !format.hasSpans {
            throw UsageFailure(
                Message("--spans 不用于 \(format.name)", "--spans does not go with \(format.name)"),
                hint: Message("其中每项任务写全各级标题", "each task in it has all its headings"))
        }
        if !format.isText { try context.console.checkThatBinaryIsWanted(shape) }
        let plan = try OutputPlan(
            shape, inputs: inputs, fileExtension: format.fileExtensions[0],
            replacing: context.replacement)
        let conversion = Conversion(try Self.options(context, format))
        try context.forEach(inputs) { input in
            let target = try plan.target(for: input)
            let file = try context.open(input)
            var destination: Destination =
                switch target {
                case .standardOutput: .stream(context.console.output)
                case .file(let path): .file(try plan.open(path))
                }
            context.log.add(try conversion.convert(file, to: &destination))
            try destination.complete()
        }
        return context.status
    }

    private static func format(_ context: CommandContext, _ shape: OutputShape) throws -> any OutputFormat {
        if let name = context.options[to] {
            if let format = OutputFormats.named(name) ?? OutputFormats.forExtension(name) { return format }
        }
        let written = shape.writtenExtension
        guard !written.isEmpty else {
            let json = context.options[CommonOptions.json] ? OutputFormats.named("json") : nil
            return json ?? OutputFormats.all[0]
        }
        guard let format = OutputFormats.forExtension(written) else {
            throw UsageFailure(
                Message("不知道扩展名 .\(written) 是什么格式", "no format has the extension .\(written)"),
                hint: Message(
                    "请用 --to 指定：" + OutputFormats.names.joined(separator: "、"),
                    "name one with --to: " + OutputFormats.names.joined(separator: ", ")))
        }
        return format
    }

    private static func options(_ context: CommandContext, _ format: any OutputFormat) throws -> ConversionOptions {
        var options = ConversionOptions(format: format, template: try context.template())
        options.reading = context.readingOptions(encoding: context.options[inputEncoding])
        options.reading.keepsNumbering = context.options[numbering] == "keep"
        options.sheet = context.options[ReadingFlags.sheet]
        options.isRaw = context.options[raw]
        options.writing.spans = context.options[spans]
        options.writing.guardsFormulas = context.options[WritingFlags.guardFormulas]
        options.encoding = context.options[CommonOptions.encoding]
        return options
    }
}
