internal import FenjieModel

/// One row a line, cells parted by TAB, as copied from a spreadsheet.
///
/// A cell in quotes may hold line ends and TABs; a quote that never closes is text.
struct TabSeparatedLayout: TextLayout {
    let vocabulary: HeadingVocabulary
    let name = "tsv"
    let title = Message("制表符分隔，每行一条", "one row a line, cells parted by TAB")

    func score(_ text: LayoutText) -> LayoutScore {
        var tabbed = 0
        var filled = 0
        for line in text.lines where !line.isBlank {
            filled += 1
            if text.utf8[line.content].contains(0x09) { tabbed += 1 }
        }
        guard tabbed >= 2 else { return .none(Message("行内没有制表符", "no TAB within the lines")) }
        return LayoutScore(
            0.5 + 0.45 * Double(tabbed) / Double(filled),
            Message("\(filled) 行中 \(tabbed) 行含制表符", "\(tabbed) of \(filled) lines hold a TAB"))
    }

    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        let finder = HeaderRowFinder(vocabulary: vocabulary)
        let sections = TableSections(text: text) { index in
            finder.key(of: TabRows.cells(of: text.lines[index], in: text))
        } isRow: { index in
            text.utf8[text.lines[index].range].contains(0x09)
        }
        return try sections.read(by: readTable)
    }

    private func readTable(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        let rows = TabRows(text).rows
        let finder = HeaderRowFinder(vocabulary: vocabulary)
        guard let header = finder.index(in: rows.map(\.cells)) else { throw .noHeader(title) }
        var body: [CellRow] = []
        var after: [ProseLine] = []
        for row in rows[(header + 1)...] {
            let isGroup = GroupNumber.leads(CellKind.compacted(row.cells.joined().utf8))
            if row.cells.count > 1 || isGroup {
                body.append(row)
            } else if !row.cells.joined().isEmpty {
                after.append(ProseLine(line: row.line, text: row.cells.joined()))
            }
        }
        guard !body.isEmpty else { throw .headerOnly(line: rows[header].line) }
        let before = rows[..<header].map { row in
            ProseLine(line: row.line, text: row.cells.filter { !$0.isEmpty }.joined(separator: " "))
        }.filter { !$0.text.isEmpty }
        let headings = finder.headings(rows[header].cells, line: rows[header].line)
        var reader = CellRowReader(headings: headings, rows: body, vocabulary: vocabulary)
        reader.showsEmptyCells = true
        return try reader.read(before: before, after: after)
    }
}

/// Cuts a text at its TABs, mindful of quotes.
private struct TabRows {
    private(set) var rows: [CellRow] = []

    init(_ text: LayoutText) {
        var row = CellRow(cells: [], line: 1)
        var isOpen = false
        // A quote that never closes is text; only those before the last one can be closed.
        let bytes = text.utf8[(text.lines.first?.range.lowerBound ?? 0)..<(text.lines.last?.range.upperBound ?? 0)]
        let lastQuote = bytes.lastIndex(of: UInt8(ascii: "\"")) ?? -1
        for line in text.lines {
            if !isOpen { row = CellRow(cells: [], line: line.number) }
            let parts = text.utf8[line.range].split(separator: 0x09, omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                let piece = String(decoding: part, as: UTF8.self)
                let hasOddQuotes = !part.count { $0 == UInt8(ascii: "\"") }.isMultiple(of: 2)
                if isOpen {
                    row.cells[row.cells.count - 1] += (index == 0 ? "\n" : "\t") + piece
                    isOpen = !hasOddQuotes
                } else {
                    row.cells.append(piece)
                    isOpen = hasOddQuotes && part.first == UInt8(ascii: "\"") && part.endIndex <= lastQuote
                }
            }
            if !isOpen { rows.append(CellRow(cells: row.cells.map(Self.unquoted), line: row.line)) }
        }
        if isOpen { rows.append(CellRow(cells: row.cells.map(Self.unquoted), line: row.line)) }
    }

    /// The cells of one line, quotes taken as text.
    static func cells(of line: LayoutLine, in text: LayoutText) -> [String] {
        let parts = text.utf8[line.range].split(separator: 0x09, omittingEmptySubsequences: false)
        return parts.count > 1 ? parts.map { unquoted(String(decoding: $0, as: UTF8.self)) } : []
    }

    private static func unquoted(_ cell: String) -> String {
        let bytes = Array(cell.utf8)
        guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\""),
            bytes.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2)
        else {
            return String(decoding: bytes[WhiteSpace.trimmed(0..<bytes.count, in: bytes)], as: UTF8.self)
        }
        var plain: [UInt8] = []
        var isEscape = false
        for byte in bytes[1..<(bytes.count - 1)] {
            if byte == UInt8(ascii: "\""), !isEscape {
                isEscape = true
                continue
            }
            isEscape = false
            plain.append(byte)
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
