public import FenjieFiles
public import FenjieModel
public import FenjieText

/// Rows of delimited text, in memory that does not grow with their number.
///
///     let reader = try CSVReader(InputFile(path: "list.csv"))
///     var row = RowBuffer()
///     while try reader.next(into: &row) { print(row[0]) }
public final class CSVReader: RowReader {
    /// The delimiter that was told or found.
    public let delimiter: CSVDelimiter
    /// The text that the rows come from.
    public let text: TextInput
    /// Whether a first line `sep=…` named the delimiter.
    public let hasSeparatorLine: Bool

    private var tokenizer: CSVTokenizer
    private var skipsNext: Bool
    private var isFinished = false

    /// Settles encoding and delimiter of a file.
    ///
    /// - Parameters:
    ///   - file: the input.
    ///   - options: what is known about it, and its limits.
    /// - Throws: ``FileFailure``, ``TextFailure``, or ``CSVFailure`` where the file is empty.
    public convenience init(_ file: InputFile, options: CSVReadingOptions = CSVReadingOptions()) throws {
        try self.init(TextInput(file, encoding: options.encoding), options: options)
    }

    /// Settles the delimiter of a text.
    ///
    /// - Parameters:
    ///   - text: the input; it is read from its beginning.
    ///   - options: what is known about it, and its limits.
    /// - Throws: ``FileFailure``, or ``CSVFailure`` where the text is empty.
    public init(_ text: TextInput, options: CSVReadingOptions = CSVReadingOptions()) throws {
        self.text = text
        let (sample, isWhole) = try Self.sample(of: text)
        guard !sample.isEmpty else { throw CSVFailure.empty().inFile(text.name) }
        let declared = CSVSniffer.separatorLine(of: sample)
        delimiter =
            options.delimiter ?? CSVSniffer.delimiter(of: sample, isWhole: isWhole, name: text.name)
        hasSeparatorLine = declared != nil && declared == delimiter
        skipsNext = hasSeparatorLine && !options.keepsSeparatorLine
        tokenizer = CSVTokenizer(delimiter: delimiter.rawValue, limits: options.limits)
    }

    /// Fills `row` with the next row.
    public func next(into row: inout RowBuffer) throws -> Bool {
        guard !isFinished else { return false }
        do {
            while true {
                while try !tokenizer.next(into: &row) {
                    guard try tokenizer.load({ window in try text.read(into: &window) }) else {
                        isFinished = true
                        return try tokenizer.finish(into: &row)
                    }
                }
                guard skipsNext else { return true }
                skipsNext = false
            }
        } catch let failure as CSVFailure {
            isFinished = true
            throw failure.inFile(text.name)
        }
    }

    /// What was seen so far, the text's own findings first.
    public var findings: [Finding] {
        text.findings + tokenizer.oddities.findings(in: text.name)
    }

    private static func sample(of text: TextInput) throws -> (bytes: [UInt8], isWhole: Bool) {
        text.rewind()
        defer { text.rewind() }
        var sample: [UInt8] = []
        var window: [UInt8] = []
        while try text.read(into: &window) {
            sample += window
            if sample.count >= CSVSniffer.sampleSize { return (sample, false) }
        }
        return (sample, true)
    }
}

extension CSVTokenizer.Oddities {
    /// The findings that they amount to, at the first of each kind.
    func findings(in file: String) -> [Finding] {
        var findings: [Finding] = []
        if let first = textBehindQuote.first {
            findings.append(
                Finding(
                    "text-behind-quote", .warning, at: first.inFile(file),
                    message: Message(
                        "\(textBehindQuote.total) 处双引号结束后还有文字，已接在该单元格后面",
                        "\(textBehindQuote.total) closing quotes are followed by text, which was added to the cell"),
                    hint: Message("请检查该行单元格的划分", "check how that row is parted into cells")))
        }
        if let first = strayQuotes.first {
            findings.append(
                Finding(
                    "stray-quote", .info, at: first.inFile(file),
                    message: Message(
                        "\(strayQuotes.total) 个双引号出现在未加引号的单元格中间，照原样保留",
                        "\(Message.counted(strayQuotes.total, "quote")) inside unquoted cells, kept as found"),
                    hint: Message("请检查该行单元格的划分", "check how that row is parted into cells")))
        }
        return findings
    }
}
