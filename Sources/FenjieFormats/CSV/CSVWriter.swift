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
    /// Bytes that a reader may take for something else than text; all four delimiters, as readers look for them all.
    private static let special = ByteSearch(Array(",;|\"\t\r\n".utf8))

    private let sink: any ByteSink
    private let options: CSVWritingOptions
    private let encoder: TextEncoder
    private let lineEnd: [UInt8]
    /// The rows under way in UTF-8.
    private var part: [UInt8] = []
    private var encoded: [UInt8] = []
    private var rows = 0
    private var formulas = OddityCount()

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
        lineEnd = options.lineEnd == .lineFeed ? [0x0A] : [0x0D, 0x0A]
        part.reserveCapacity(Self.partSize + 4096)
        if options.writesByteOrderMark { part += TextEncoding.utf8.byteOrderMark }
    }

    /// Writes one row.
    public func write(_ row: borrowing RowBuffer) throws {
        rows += 1
        let bytes = row.bytes
        let isPlain = rows > 1 && !Self.special.isFound(in: bytes.span)
        var start = 0
        for (column, end) in row.ends.enumerated() {
            if column > 0 { part.append(options.delimiter.rawValue) }
            if isPlain, start < end, Self.isOrdinary(bytes[start], bytes[end - 1]) {
                part.append(bytes.span.extracting(start..<end))
            } else {
                append(bytes[start..<end], row: row, column: column)
            }
            start = end
        }
        part += lineEnd
        if part.count >= Self.partSize { try flush() }
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
    public var findings: [Finding] {
        guard let first = formulas.first else { return [] }
        let place = Place(row: first.row, column: first.column)
        if options.guardsFormulas {
            return [
                Finding(
                    "formula-guarded", .info, at: place,
                    message: Message(
                        "\(formulas.total) 个单元格会被电子表格当作公式，已在前面加上单引号",
                        "\(formulas.total) cells that a spreadsheet would run as formulas got an apostrophe in front"))
            ]
        }
        return [
            Finding(
                "formula-like-cells", .warning, at: place,
                message: Message(
                    "\(formulas.total) 个单元格会被电子表格当作公式，照原样写出",
                    "\(formulas.total) cells that a spreadsheet would run as formulas were written as they are"),
                hint: Message(
                    "如要用 Excel 打开，请加 --guard-formulas", "use --guard-formulas if the file will be opened in Excel"))
        ]
    }

    /// Whether a cell with these ends neither needs quotes for them nor can be a formula.
    @inline(__always)
    private static func isOrdinary(_ first: UInt8, _ last: UInt8) -> Bool {
        switch first {
        case 0x20, UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "-"), 0xEF: false
        default: last != 0x20
        }
    }

    private func isFormula(_ cell: ArraySlice<UInt8>, column: Int) -> Bool {
        guard FormulaLikeness.holds(cell) else { return false }
        formulas.add(row: rows, column: column + 1, line: rows)
        return options.guardsFormulas
    }

    /// Whether a cell needs quotes although it holds no special byte.
    private func hasLooseEdge(_ cell: ArraySlice<UInt8>, of count: Int) -> Bool {
        // A row of one empty cell would be a blank line, which some readers skip.
        guard let first = cell.first, let last = cell.last else { return count == 1 }
        return first == 0x20 || last == 0x20
    }

    private func append(_ cell: ArraySlice<UInt8>, row: borrowing RowBuffer, column: Int) {
        let isGuarded = isFormula(cell, column: column)
        let isFirst = rows == 1 && column == 0
        let isQuoted =
            hasLooseEdge(cell, of: row.count) || isFirst && Self.isTakenForSomethingElse(cell)
            || Self.special.isFound(in: cell.span)
        if isQuoted { part.append(0x22) }
        if isGuarded { part.append(UInt8(ascii: "'")) }
        var from = cell.startIndex
        for index in cell.indices where cell[index] == 0x22 {
            part += cell[from...index]
            part.append(0x22)
            from = index + 1
        }
        part += cell[from...]
        if isQuoted { part.append(0x22) }
    }

    /// What the start of a file must not look like: a byte order mark, Excel's `sep=` line, or a SYLK file (`ID`).
    private static func isTakenForSomethingElse(_ cell: ArraySlice<UInt8>) -> Bool {
        cell.starts(with: TextEncoding.utf8.byteOrderMark) || cell.starts(with: "sep=".utf8)
            || cell.starts(with: "ID".utf8)
    }

    private func flush() throws {
        guard !part.isEmpty else { return }
        if options.encoding == .utf8 {
            try sink.write(part)
        } else {
            encoded.removeAll(keepingCapacity: true)
            encoder.encode(part.span, into: &encoded)
            try sink.write(encoded)
        }
        part.removeAll(keepingCapacity: true)
    }
}
