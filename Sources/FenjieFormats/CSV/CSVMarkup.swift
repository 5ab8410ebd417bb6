internal import FenjieModel
internal import FenjieText

/// Rows as delimited text in UTF-8, until someone takes the bytes.
///
/// A value and no class: a cell costs so little that asking for exclusive access each time would show.
struct CSVMarkup {
    /// Bytes that a reader may take for something else than text; all four delimiters, as readers look for them all.
    private static let special = ByteSearch(Array(",;|\"\t\r\n".utf8))

    /// The text that was not taken yet.
    private(set) var bytes: [UInt8] = []
    private let options: CSVWritingOptions
    private let lineEnd: [UInt8]
    private var rows = 0
    private var formulas = OddityCount()

    /// Begins a text.
    ///
    /// - Parameters:
    ///   - options: its form.
    ///   - room: how many bytes there should be room for.
    init(_ options: CSVWritingOptions, room: Int) {
        self.options = options
        lineEnd = options.lineEnd == .lineFeed ? [0x0A] : [0x0D, 0x0A]
        bytes.reserveCapacity(room)
        if options.writesByteOrderMark { bytes += TextEncoding.utf8.byteOrderMark }
    }

    /// Takes the bytes away.
    mutating func removeBytes() { bytes.removeAll(keepingCapacity: true) }

    /// Adds a row.
    ///
    /// - Returns: how many bytes there are now.
    mutating func append(_ row: borrowing RowBuffer) -> Int {
        rows += 1
        let text = row.bytes
        let isPlain = rows > 1 && (row.isPlain || !Self.special.isFound(in: text.span))
        if isPlain, row.count > 1, Self.areOrdinary(row) {
            row.append(to: &bytes, joinedBy: options.delimiter.rawValue)
            bytes += lineEnd
            return bytes.count
        }
        var start = 0
        for (column, end) in row.ends.enumerated() {
            if column > 0 { bytes.append(options.delimiter.rawValue) }
            if isPlain, start < end, Self.isOrdinary(text[start], text[end - 1]) {
                bytes.append(text.span.extracting(start..<end))
            } else {
                append(text[start..<end], row: row, column: column)
            }
            start = end
        }
        bytes += lineEnd
        return bytes.count
    }

    /// What was seen so far.
    var findings: [Finding] {
        guard let first = formulas.first else { return [] }
        let place = Place(row: first.row, column: first.column)
        if options.guardsFormulas {
            return [
                Finding(
                    "formula-guarded", .info, at: place,
                    message: Message(
                        "\(formulas.total) 个单元格会被电子表格当作公式，已在前面加上单引号",
                        "\(Message.counted(formulas.total, "cell")) that a spreadsheet would run got an apostrophe "
                            + "in front"))
            ]
        }
        return [
            Finding(
                "formula-like-cells", .warning, at: place,
                message: Message(
                    "\(formulas.total) 个单元格会被电子表格当作公式，照原样写出",
                    "\(Message.counted(formulas.total, "cell")) that a spreadsheet would run, written without a guard"),
                hint: Message(
                    "如要用 Excel 打开，请加 --guard-formulas", "use --guard-formulas if the file will be opened in Excel"))
        ]
    }

    /// Whether no cell needs quotes for its ends, and none can be a formula.
    private static func areOrdinary(_ row: borrowing RowBuffer) -> Bool {
        let text = row.bytes
        var start = 0
        for end in row.ends {
            guard start == end || isOrdinary(text[start], text[end - 1]) else { return false }
            start = end
        }
        return true
    }

    /// Whether a cell with these ends neither needs quotes for them nor can be a formula.
    @inline(__always)
    private static func isOrdinary(_ first: UInt8, _ last: UInt8) -> Bool {
        switch first {
        case 0x20, UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "-"), 0xEF: false
        default: last != 0x20
        }
    }

    private mutating func isFormula(_ cell: ArraySlice<UInt8>, column: Int) -> Bool {
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

    private mutating func append(_ cell: ArraySlice<UInt8>, row: borrowing RowBuffer, column: Int) {
        let isGuarded = isFormula(cell, column: column)
        let isFirst = rows == 1 && column == 0
        let isQuoted =
            hasLooseEdge(cell, of: row.count) || isFirst && Self.isTakenForSomethingElse(cell)
            || Self.special.isFound(in: cell.span)
        guard isQuoted else {
            if isGuarded { bytes.append(UInt8(ascii: "'")) }
            bytes.append(cell.span)
            return
        }
        bytes.append(0x22)
        if isGuarded { bytes.append(UInt8(ascii: "'")) }
        var from = cell.startIndex
        for index in cell.indices where cell[index] == 0x22 {
            bytes += cell[from...index]
            bytes.append(0x22)
            from = index + 1
        }
        bytes += cell[from...]
        bytes.append(0x22)
    }

    /// What the start of a file must not look like: a byte order mark, Excel's `sep=` line, or a SYLK file (`ID`).
    private static func isTakenForSomethingElse(_ cell: ArraySlice<UInt8>) -> Bool {
        cell.starts(with: TextEncoding.utf8.byteOrderMark) || cell.starts(with: "sep=".utf8)
            || cell.starts(with: "ID".utf8)
    }
}
