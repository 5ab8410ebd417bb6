internal import FenjieFiles
internal import FenjieFormats
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieXLSX

/// Prints the raw cells of inputs as JSON.
struct DumpCommand: Command {
    static let name = "dump"
    static let summary = Message("以 JSON 输出单元格原文", "prints the raw cells as JSON")
    static let options: [any DeclaredOption] = [ReadingFlags.from, ReadingFlags.delimiter, ReadingFlags.limit]
    static let commonOptions: [any DeclaredOption] =
        [CommonOptions.json, CommonOptions.encoding, CommonOptions.failOn] + CommonOptions.talk
    static let hasOwnJSON = true
    static let discussion = [
        Message(
            "每个输入一个 JSON 文档。工作簿按单元格列出，文本按行列出。",
            "One JSON document an input. Workbooks are listed by cell, text by row.")
    ]
    static let examples = [
        CommandExample("fenjie dump --json 表.xlsx", Message("查看程序读到的内容", "shows what the program reads"))
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        let inputs = try context.inputs(extensions: InputExtensions.tables)
        let options = context.readingOptions(encoding: context.options[CommonOptions.encoding])
        try context.forEach(inputs) { input in
            try Self.dump(try context.open(input), options, context)
        }
        return context.status
    }

    private static func dump(_ file: InputFile, _ options: ReadingOptions, _ context: CommandContext) throws {
        let sink = context.console.output
        switch try InputForm(of: file, options: options) {
        case .xlsx:
            let workbook = try WorkbookReader(file: file, limits: options.workbookLimits)
            context.log.add(try workbook.dump { try sink.write($0) })
        case .csv:
            try dumpRows(file, options, context, sink)
        case .text:
            // A text whose layout is not known still has cells: those between its delimiters.
            guard options.form != "csv", let document = try? DocumentReader(options: options).read(file) else {
                try dumpRows(file, options, context, sink)
                return
            }
            for sheet in document.sheets { try CSVDump.write(SheetRows(sheet), name: sheet.name, to: sink) }
            context.log.add(document.findings)
        }
    }

    private static func dumpRows(
        _ file: InputFile, _ options: ReadingOptions, _ context: CommandContext, _ sink: ByteStream
    ) throws {
        let reader = try CSVReader(
            file,
            options: CSVReadingOptions(
                delimiter: options.delimiter, encoding: options.encoding, limits: options.csvLimits,
                keepsSeparatorLine: true))
        try CSVDump.write(reader, name: PathText.name(of: file.name), to: sink)
        context.log.add(
            reader.findings.map { finding in
                var finding = finding
                finding.place.file = file.name
                return finding
            })
    }
}
