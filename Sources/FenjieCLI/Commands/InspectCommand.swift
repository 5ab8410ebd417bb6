internal import FenjieFiles
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieText

/// Says what inputs were taken for, and what they hold.
struct InspectCommand: Command {
    static let name = "inspect"
    static let summary = Message(
        "查看把输入认成了什么：版式、表头、单位、时限、疑点", "shows what an input was taken for: layout, columns, units, deadlines, doubts")
    private static let unitsOut = ValueOption<String>.outputFile(
        "units-out",
        Message("把表中出现的单位写成名录，供手工补充", "write the units that occur as a directory, to be completed by hand"))
    static let options: [any DeclaredOption] =
        [unitsOut] + MeaningFlags.all + ReadingFlags.all
    static let commonOptions: [any DeclaredOption] =
        [CommonOptions.json, CommonOptions.template, CommonOptions.encoding, CommonOptions.force, CommonOptions.failOn]
        + CommonOptions.talk
    static let hasOwnJSON = true
    static let examples = [
        CommandExample("fenjie inspect 任务分解表.txt", Message("转换前先看一眼", "a look before converting"))
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        let inputs = try context.inputs(extensions: InputExtensions.tables)
        let directory = try context.unitDirectory()
        let unitsOut = try Self.unitsOutput(context, inputs)
        let inspector = Inspector(
            reading: context.readingOptions(encoding: context.options[CommonOptions.encoding]),
            template: try context.template(), sheet: context.options[ReadingFlags.sheet],
            units: try context.unitOptions(directory), deadlines: context.deadlineOptions, directory: directory)
        try context.forEach(inputs) { input in
            let inspection = try inspector.inspect(try context.open(input))
            if context.options[CommonOptions.json] {
                try context.console.print(
                    InspectionJSON.value(inspection, language: context.console.language).text(indent: 2))
            } else {
                let page = InspectionPage(language: context.console.language, style: context.console.outputStyle)
                try context.console.write(page.text(inspection))
            }
            context.log.add(inspection.findings)
            if let unitsOut { try unitsOut.write(inspection.impliedDirectory) }
        }
        return context.status
    }

    /// Where the implied directory goes; checked before anything is read.
    private static func unitsOutput(_ context: CommandContext, _ inputs: [Input]) throws -> DirectoryOutput? {
        guard let path = context.options[unitsOut] else { return nil }
        guard inputs.count < 2 else {
            throw UsageFailure(
                Message("--units-out 只用于一个输入", "--units-out goes with one input"),
                hint: Message("请逐个文件使用", "use it file by file"))
        }
        guard let format = OutputFormats.forExtension(PathText.extension(of: path)) else {
            let extensions = OutputFormats.fileExtensions.reduce(into: [String]()) { list, name in
                if !list.contains(".\(name)") { list.append(".\(name)") }
            }
            throw UsageFailure(
                Message(
                    "--units-out 的扩展名应为 \(extensions.joined(separator: "、"))",
                    "--units-out names a file that ends in \(extensions.joined(separator: ", "))"),
                place: Place(file: path))
        }
        try context.replacement.check(path)
        return DirectoryOutput(path: path, format: format, replacing: context.replacement)
    }
}

/// A file that takes the directory a table implies.
private struct DirectoryOutput {
    let path: String
    let format: any OutputFormat
    let replacing: Replacement

    func write(_ sheet: Sheet) throws {
        var destination = Destination.file(try OutputFile(path: path, replacing: replacing))
        _ = try format.write(.sheets([sheet]), WritingOptions(), to: &destination)
        try destination.complete()
    }
}
