public import FenjieFiles
internal import FenjieFormats
public import FenjieModel
internal import FenjieTasks
internal import FenjieText

/// Converts each input.
public struct ConvertStep: ItemStep {
    /// As on the command line.
    public static let name = "convert"
    /// What it does.
    public static let summary = Message("把每个文件转换为另一种格式", "converts each input")
    /// What may be said about it.
    public static let options =
        [
            StepOption(
                "to", .choice(OutputFormats.names + OutputFormats.aliases),
                Message("输出格式；不给则按 output 的扩展名", "the output format; by the extension of output if not given")),
            StepOption(
                "output", .output, Message("输出文件名，如 {folder}{stem}.xlsx", "how outputs are named: {folder}{stem}.xlsx")),
            StepOption.template,
            StepOption.spans,
            StepOption.raw,
            StepOption.numbering,
            StepOption.guardFormulas,
            StepOption.encoding,
        ] + StepOption.reading

    /// A plain sheet has no headings of tasks.
    public static let conflicts = [["raw", "spans"], ["raw", "template"]]

    private let conversion: Conversion
    private let output: OutputPattern

    /// Prepares the conversion.
    public init(_ options: StepOptions, _ setup: inout StepSetup) throws {
        let written = options.pattern("output")
        let word = options.text("to") ?? written?.fileExtension ?? ""
        let format = try OutputFormats.named(word) ?? OutputFormats.forExtension(word) ?? Self.usual(word, written)
        if options.contains("spans"), !format.hasSpans {
            throw PipelineFailure(
                Place(), Message("spans 不用于 \(format.name)", "spans does not go with \(format.name)"))
        }
        output = try written ?? OutputPattern(parsing: "{folder}{stem}.\(format.fileExtensions[0])")
        var conversion = ConversionOptions(format: format, template: try setup.inputTemplate(options))
        conversion.reading = options.reading
        conversion.reading.keepsNumbering = options.text("numbering") == "keep"
        conversion.sheet = options.text("sheet")
        conversion.isRaw = options.flag("raw")
        conversion.writing.spans = options.choice("spans", as: SpanStyle.self)
        conversion.writing.guardsFormulas = options.flag("guard-formulas")
        conversion.writing.encoding = options.text("encoding").flatMap(TextEncoding.init(parsing:))
        self.conversion = Conversion(conversion)
    }

    /// CSV where nothing is said.
    private static func usual(_ word: String, _ written: OutputPattern?) throws(PipelineFailure) -> any OutputFormat {
        guard !word.isEmpty else { return OutputFormats.all[0] }
        throw PipelineFailure(
            Place(file: written?.text),
            Message("不知道扩展名 .\(word) 是什么格式", "no format has the extension .\(word)"),
            hint: Message(
                "请用 to 指定：" + OutputFormats.names.joined(separator: "、"),
                "name one with to: " + OutputFormats.names.joined(separator: ", ")))
    }

    /// One file for each input.
    public func targets(for input: Input) -> [String] { [output.path(for: input)] }

    /// Converts an input.
    public func run(_ item: StepItem, _ outputs: StepOutputs) throws -> [Finding] {
        try outputs.write(output.path(for: item.input)) { try conversion.convert(item.file, to: &$0) }
    }
}
