public import FenjieFiles
public import FenjieModel
public import FenjieText

/// How delimited text is written.
public struct CSVWritingOptions: Sendable {
    /// How a row ends.
    public enum LineEnd: Sendable {
        case lineFeed
        /// CR and LF, as RFC 4180 has it and as spreadsheets write it.
        case carriageReturnLineFeed
    }

    /// The delimiter.
    public var delimiter: CSVDelimiter
    /// How a row ends.
    public var lineEnd: LineEnd
    /// The encoding.
    public var encoding: TextEncoding
    /// Whether a byte order mark goes first.
    public var writesByteOrderMark: Bool
    /// Whether cells that a spreadsheet would run as formulas get an apostrophe in front.
    public var guardsFormulas: Bool

    /// Creates options; UTF-8 without mark and LF unless told otherwise.
    public init(
        delimiter: CSVDelimiter = .comma, lineEnd: LineEnd = .lineFeed, encoding: TextEncoding = .utf8,
        writesByteOrderMark: Bool = false, guardsFormulas: Bool = false
    ) {
        self.delimiter = delimiter
        self.lineEnd = lineEnd
        self.encoding = encoding
        self.writesByteOrderMark = writesByteOrderMark
        self.guardsFormulas = guardsFormulas
    }

    /// What Excel and WPS open rightly on a double click: CRLF, and a mark in front of Unicode.
    public static func file(
        delimiter: CSVDelimiter = .comma, encoding: TextEncoding = .utf8, guardsFormulas: Bool = false
    ) -> CSVWritingOptions {
        CSVWritingOptions(
            delimiter: delimiter, lineEnd: .carriageReturnLineFeed, encoding: encoding,
            writesByteOrderMark: encoding != .gb18030, guardsFormulas: guardsFormulas)
    }

    /// What other programs read from a pipe: LF and no mark, but for UTF-16, which needs one.
    public static func pipe(
        delimiter: CSVDelimiter = .comma, encoding: TextEncoding = .utf8, guardsFormulas: Bool = false
    ) -> CSVWritingOptions {
        CSVWritingOptions(
            delimiter: delimiter, encoding: encoding,
            writesByteOrderMark: encoding != .utf8 && encoding != .gb18030, guardsFormulas: guardsFormulas)
    }
}

/// Rows to delimited text, RFC 4180, so that reading it again gives the same cells.
public final class CSVWriter: RowWriter {
    private static let partSize = 262_144

    private let sink: any ByteSink
    private let options: CSVWritingOptions
    private let encoder: TextEncoder
    private var markup: CSVMarkup
    private var encoded: [UInt8] = []

    /// Prepares an output.
    ///
    /// - Parameters:
    ///   - sink: where the bytes go; `finish` finishes it too.
    ///   - options: the form of the text.
    /// - Throws: ``CSVFailure`` where this system cannot write the encoding.
    public init(_ sink: any ByteSink, options: CSVWritingOptions = CSVWritingOptions()) throws {
        guard let encoder = TextEncoder(options.encoding) else { throw CSVFailure.noEncoder(options.encoding) }
        self.sink = sink
        self.options = options
        self.encoder = encoder
        markup = CSVMarkup(options, room: Self.partSize + 4096)
    }

    /// Writes one row.
    public func write(_ row: borrowing RowBuffer) throws {
        if markup.append(row) >= Self.partSize { try flush() }
    }

    /// Writes one row of text.
    public func write(_ cells: [String]) throws {
        var row = RowBuffer()
        for cell in cells { row.append(field: cell) }
        try write(row)
    }

    /// Completes the output and its sink.
    public func finish() throws {
        try flush()
        try sink.finish()
    }

    /// What was seen so far.
    public var findings: [Finding] { markup.findings }

    private func flush() throws {
        guard !markup.bytes.isEmpty else { return }
        if options.encoding == .utf8 {
            try sink.write(markup.bytes)
        } else {
            encoded.removeAll(keepingCapacity: true)
            encoder.encode(markup.bytes.span, into: &encoded)
            try sink.write(encoded)
        }
        markup.removeBytes()
    }
}
