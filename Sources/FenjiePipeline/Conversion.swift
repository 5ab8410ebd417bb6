public import FenjieFiles
public import FenjieFormats
public import FenjieModel
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
        writing.fallbackTitle = Self.stem(of: file.name)
        let content: OutputContent
        var findings: [Finding]
        if options.isRaw {
            if options.sheet == nil, let format = options.format as? any StreamedFormat,
                let rows = try RowStreaming(file, options: reading, keepsMerges: format.keepsMerges)
            {
                let isFile = destination.isFile
                return try rows.copy(to: &destination) { sink in
                    try format.rowWriter(sink, sheet: rows.sheetName, writing, toFile: isFile)
                }
            }
            var document = try DocumentReader(options: reading).read(file)
            if let sheet = options.sheet { document.sheets = [try document.sheet(named: sheet)] }
            content = .sheets(document.sheets)
            findings = document.findings
        } else {
            let result = try TableReader(options: reading, template: options.template, sheet: options.sheet).read(file)
            content = .tables(result.tables, options.template)
            findings = result.findings
        }
        findings += try options.format.write(content, writing, to: &destination)
        for index in findings.indices where findings[index].place.file == nil {
            findings[index].place.file = file.name
        }
        return findings
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

    /// The file's name without folder and extension.
    private static func stem(of name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last == "-" ? "" : last }
        return String(last[..<dot])
    }
}
