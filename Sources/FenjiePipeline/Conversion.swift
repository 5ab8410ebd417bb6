public import FenjieFiles
public import FenjieFormats
public import FenjieModel
internal import FenjieTasks
public import FenjieTemplates
public import FenjieText

/// How a file is converted.
public struct ConversionOptions: Sendable {
    /// What to write.
    public var format: any OutputFormat
    /// The form that is expected, and laid out.
    public var template: Template
    /// What is known about the input.
    public var reading = ReadingOptions()
    /// The one sheet to convert, by name or by number from 1.
    public var sheet: String?
    /// Whether the sheet is converted as it stands, without meaning.
    public var isRaw = false
    /// How it is written.
    public var writing = WritingOptions()
    /// The encoding that the user named without saying of what: that of the input where the input is text in this
    /// encoding, and that of the output where it is text in a file.
    public var encoding: TextEncoding?

    /// The usual conversion into a format.
    public init(format: any OutputFormat, template: Template) {
        self.format = format
        self.template = template
    }
}

/// Converts one file.
public struct Conversion: Sendable {
    private let options: ConversionOptions

    /// Creates a conversion.
    public init(_ options: ConversionOptions) { self.options = options }

    /// Converts a file; the caller completes the destination.
    ///
    /// - Parameters:
    ///   - file: the input.
    ///   - destination: where the result goes.
    /// - Returns: what was noticed.
    /// - Throws: a ``Failure`` that names the file; nothing of the destination counts then.
    public func convert(_ file: InputFile, to destination: inout Destination) throws -> [Finding] {
        var reading = options.reading
        var writing = options.writing
        try settleEncodings(of: file, &reading, &writing, isFile: destination.isFile)
        writing.fallbackTitle = file.name == "-" ? "" : PathText.stem(of: file.name)
        let content: OutputContent
        var findings: [Finding]
        if options.isRaw {
            if options.sheet == nil, let format = options.format as? any StreamedFormat,
                let rows = try RowStreaming(file, options: reading, keepsMerges: format.keepsMerges)
            {
                let isFile = destination.isFile
                let findings = try rows.copy(to: &destination) { sink in
                    try format.rowWriter(sink, sheet: rows.sheetName, writing, toFile: isFile)
                }
                return Self.place(findings, in: file)
            }
            let document = try Self.plainDocument(of: file, reading)
            content = .sheets(try sheets(of: document))
            findings = document.findings + Self.textLeftOut(document)
        } else {
            do {
                let result = try TableReader(options: reading, template: options.template, sheet: options.sheet)
                    .read(file)
                content = .tables(result.tables, options.template)
                findings = result.findings
            } catch let failure as RecognitionFailure {
                let document = try Self.plainDocument(of: file, reading)
                guard document.sheets.contains(where: { $0.rows.count > 1 && $0.columnCount > 1 }) else {
                    throw failure
                }
                content = .sheets(try sheets(of: document))
                findings = document.findings + [Self.noTasks(failure)] + Self.textLeftOut(document)
            }
        }
        findings += try options.format.write(content, writing, to: &destination)
        return Self.place(findings, in: file)
    }

    /// A document whose sheets are taken as they stand: all their text is kept, as where rows are streamed.
    private static func plainDocument(of file: InputFile, _ options: ReadingOptions) throws -> Document {
        var options = options
        options.keepsCoveredText = true
        return try DocumentReader(options: options).read(file)
    }

    /// Findings with the file in every place.
    private static func place(_ findings: [Finding], in file: InputFile) -> [Finding] {
        findings.map { finding in
            var finding = finding
            finding.place.file = finding.place.file ?? file.name
            return finding
        }
    }

    /// The sheets that are wanted, as they stand.
    private func sheets(of document: Document) throws(SheetNotFound) -> [Sheet] {
        guard let sheet = options.sheet else { return document.sheets }
        return [try document.sheet(named: sheet)]
    }

    /// A table, but none of tasks: its cells are all there, and that they have no meaning is an error of its own.
    private static func noTasks(_ failure: RecognitionFailure) -> Finding {
        Finding(
            "no-task-table", .error, at: failure.place,
            message: Message(
                "已按普通表格转换，因为\(failure.message.chinese)",
                "converted as a plain sheet, since there is \(failure.message.english)"),
            hint: Message(
                "如本来就不是任务表，请加 --raw；栏名特殊时可在模板的 synonyms 中补充",
                "use --raw if it is no table of tasks, or add its headings to the template's synonyms"))
    }

    /// Says that a plain sheet is written without the running text around it.
    private static func textLeftOut(_ document: Document) -> [Finding] {
        let above = document.prose.count
        let below = document.closing.count
        guard above + below > 0 else { return [] }
        return [
            Finding(
                "running-text-left-out", .info,
                message: Message(
                    "表格之外的正文未列入：表前 \(above) 行，表后 \(below) 行",
                    "running text around the table was left out: \(above) lines above, \(below) below"))
        ]
    }

    /// Decides what `--encoding` speaks of.
    private func settleEncodings(
        of file: InputFile, _ reading: inout ReadingOptions, _ writing: inout WritingOptions, isFile: Bool
    ) throws {
        guard let encoding = options.encoding else { return }
        let isTextInput = try InputForm(of: file, options: reading) != .xlsx
        let isOfInput =
            isTextInput && reading.encoding == nil && (try? TextInput(file, encoding: encoding).verify()) != nil
        if isOfInput || !options.format.isText { reading.encoding = reading.encoding ?? encoding }
        if options.format.isText, isFile || !isOfInput { writing.encoding = encoding }
    }
}
