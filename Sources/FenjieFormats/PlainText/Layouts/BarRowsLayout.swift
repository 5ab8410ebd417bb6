internal import FenjieModel

/// One row a line, cells parted by bars, with or without bars at both ends.
///
/// A row may run over several lines until it has its cells; a row from which a merged cell was left out is put right by
/// its content.
struct BarRowsLayout: TextLayout {
    let vocabulary: HeadingVocabulary
    let name = "bars"
    let title = Message("每行一条、竖线分隔", "one row a line, cells parted by bars")

    func score(_ text: LayoutText) -> LayoutScore {
        var barred = 0
        var rows = 0
        var filled = 0
        for line in text.lines where !line.isBlank {
            filled += 1
            let count = Bars.count(in: line, of: text)
            if count > 0 { barred += 1 }
            if count > 1 || count == 1 && Bars.parts(of: line, in: text).allSatisfy({ !$0.isEmpty }) { rows += 1 }
        }
        guard rows >= 2 else { return .none(Message("没有含多条竖线的行", "no lines with several bars")) }
        guard !GridLines.arePresent(in: text), !MarkdownTable.isPresent(in: text) else {
            return LayoutScore(0.4, Message("另有横线，像框线表或 Markdown", "there are rules too, as in a grid or Markdown"))
        }
        return LayoutScore(
            rows * 2 > barred ? 0.6 + 0.35 * Double(rows) / Double(filled) : 0.3,
            Message("\(filled) 行中 \(rows) 行含多条竖线", "\(rows) of \(filled) lines hold several bars"))
    }

    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        let finder = HeaderRowFinder(vocabulary: vocabulary)
        let sections = TableSections(text: text) { index in
            Bars.count(in: text.lines[index], of: text) > 0
                ? finder.key(of: Bars.parts(of: text.lines[index], in: text)) : nil
        } isRow: { index in
            Bars.count(in: text.lines[index], of: text) > 0
        }
        return try sections.read(by: readTable)
    }

    private func readTable(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        let lines = text.lines.filter { !$0.isBlank }
        let parts = lines.map { Bars.parts(of: $0, in: text) }
        let finder = HeaderRowFinder(vocabulary: vocabulary)
        guard let header = finder.index(in: parts) else { throw .noHeader(title, line: lines.first?.number) }
        let outer = OuterBars(header: parts[header])
        let cells = parts.map { outer.cells($0) }
        let headings = finder.headings(cells[header], line: lines[header].number)
        var assembly = LogicalRows(
            width: commonWidth(cells[(header + 1)...], headings: headings.count), headings: headings,
            endsWithBar: outer.trailing)
        for index in lines.indices[(header + 1)...] {
            assembly.add(cells[index], isBarred: parts[index].count > 1, line: lines[index].number)
        }
        guard !assembly.rows.isEmpty else { throw .headerOnly(line: lines[header].number) }
        let before = (0..<header).map { ProseLine(line: lines[$0].number, text: text.text(lines[$0])) }
        var reading = try CellRowReader(headings: headings, rows: assembly.rows, vocabulary: vocabulary)
            .read(before: before, after: assembly.prose)
        let last = assembly.rows.last?.line ?? 0
        if let between = assembly.prose.first(where: { $0.line < last }) {
            reading.findings.append(.textAfterTable(between.line, lines: assembly.prose.count { $0.line < last }))
        }
        return reading
    }

    private func commonWidth(_ rows: ArraySlice<[String]>, headings: Int) -> Int {
        var counts: [Int: Int] = [:]
        for row in rows where row.count > 1 { counts[row.count, default: 0] += 1 }
        return max(headings, counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0)
    }
}

/// Finds the row of headings among rows that are cut into cells already.
struct HeaderRowFinder: Sendable {
    let vocabulary: HeadingVocabulary

    /// The first row of which at least two cells, and half of those that are filled, are headings.
    func index(in rows: [[String]]) -> Int? { rows.prefix(10_000).firstIndex(where: isHeader) }

    /// Whether a row is one of headings.
    func isHeader(_ row: [String]) -> Bool {
        guard row.count >= 2, row.count <= 256 else { return false }
        let known = row.count { !$0.isEmpty && vocabulary.field(of: $0) != nil }
        return known >= 2 && known * 2 >= row.count { !$0.isEmpty }
    }

    /// The headings of a row; empty cells at its end are dropped, those within stay as parts of a span.
    func headings(_ row: [String], line: Int) -> [Heading] {
        let end = (row.lastIndex { !$0.isEmpty } ?? -1) + 1
        var headings: [Heading] = []
        for text in row[..<end] {
            let field = text.isEmpty ? headings.last?.field : vocabulary.field(of: text)
            headings.append(Heading(text: text, field: field, line: line))
        }
        return headings
    }
}

/// Puts rows together that run over several lines.
private struct LogicalRows {
    let width: Int
    let headings: [Heading]
    /// Whether each row ends with a bar, so that nothing can go on behind it.
    let endsWithBar: Bool
    private(set) var rows: [CellRow] = []
    private(set) var prose: [ProseLine] = []
    private var lastLine = 0
    /// The row under way is the last of `rows`.
    private var isOpen = false

    init(width: Int, headings: [Heading], endsWithBar: Bool) {
        self.width = width
        self.headings = headings
        self.endsWithBar = endsWithBar
    }

    mutating func add(_ cells: [String], isBarred: Bool, line: Int) {
        defer { lastLine = line }
        if isOpen, let open = rows.last?.cells.count, open < width, open + cells.count - 1 <= width,
            !beginsRow(cells, isBarred: isBarred)
        {
            append(cells)
        } else if isBarred {
            rows.append(CellRow(cells: cells, line: line))
            isOpen = true
        } else if GroupNumber.leads(CellKind.compacted(cells.joined().utf8)) {
            isOpen = false
            rows.append(CellRow(cells: cells, line: line))
        } else if isOpen, !endsWithBar, line == lastLine + 1, !ClosingLine.leads(cells.joined()) {
            // The last cell of a complete row goes on right below it.
            append(cells)
        } else {
            isOpen = false
            prose.append(ProseLine(line: line, text: cells.joined()))
        }
    }

    /// Whether a line cannot be the rest of the row before it.
    private func beginsRow(_ cells: [String], isBarred: Bool) -> Bool {
        guard let first = cells.first else { return true }
        let isNumbered = headings.first?.field == .number
        // A row without its number lost it to a merged cell; only numbered rows are known to go on.
        if isNumbered, isBarred, let open = rows.last?.cells.first, !isNumber(open) { return true }
        if isNumbered { return isNumber(first) }
        // Without numbers a line that is nearly complete is a row that lost a merged cell.
        return isBarred && (cells.count + 2 > width || first.isEmpty)
    }

    private func isNumber(_ cell: String) -> Bool { ItemNumber(parsing: CellKind.compacted(cell.utf8)) != nil }

    private mutating func append(_ cells: [String]) {
        guard let first = cells.first, let last = rows[rows.count - 1].cells.indices.last else { return }
        LineJoining.append(first, to: &rows[rows.count - 1].cells[last])
        rows[rows.count - 1].cells.append(contentsOf: cells.dropFirst())
    }
}
