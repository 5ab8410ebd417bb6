internal import FenjieModel

/// A table drawn with box characters or with `+`, `-` and `|`.
///
/// Cells may run over several lines and span rows and columns; a rule that stops short leaves the span beside it open.
struct GridLayout: TextLayout {
    let vocabulary: HeadingVocabulary
    let name = "box-drawing"
    let title = Message("框线表格", "table drawn with rules")

    func score(_ text: LayoutText) -> LayoutScore {
        guard GridLines.arePresent(in: text), !MarkdownTable.isPresent(in: text) else {
            return .none(Message("没有框线", "no rules are drawn"))
        }
        return LayoutScore(0.96, Message("有框线", "rules are drawn"))
    }

    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        let finder = HeaderRowFinder(vocabulary: vocabulary)
        let sections = TableSections(text: text) { index in
            GridLines.opensTable(at: index, in: text) ? finder.key(of: GridLines.firstRow(at: index, in: text)) : nil
        } isRow: { index in
            GridLines.line(text.lines[index], in: text) != nil
        }
        return try sections.read(by: readTable)
    }

    private func readTable(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        var grid: [GridLine] = []
        var before: [ProseLine] = []
        var after: [ProseLine] = []
        for line in text.lines where !line.isBlank {
            if let drawn = GridLines.line(line, in: text) {
                grid.append(drawn)
            } else if grid.isEmpty {
                before.append(ProseLine(line: line.number, text: text.text(line)))
            } else if !PageFurniture.isPageNumber(line, in: text) {
                after.append(ProseLine(line: line.number, text: text.text(line)))
            }
        }
        guard let columns = GridColumns(grid) else { throw .noHeader(title) }
        var rows = GridRows(columns: columns)
        for line in grid {
            guard rows.add(line) else {
                throw .damaged(line: line.number, "该行的竖线与列对不上", "the verticals of the line do not meet the columns")
            }
        }
        rows.complete()
        let finder = HeaderRowFinder(vocabulary: vocabulary)
        guard let header = finder.index(in: rows.rows.map(\.cells)) else {
            return try plain(rows, before: before, after: after)
        }
        let headings = finder.headings(rows.rows[header].cells, line: rows.rows[header].line)
        let titles = rows.rows[..<header].map { ProseLine(line: $0.line, text: $0.cells.joined()) }
        let body = rows.split(below: header, isNumbered: headings.first?.field == .number)
        guard !body.isEmpty else { throw .headerOnly(line: rows.rows[header].line) }
        var reader = CellRowReader(headings: headings, rows: body, vocabulary: vocabulary)
        reader.showsEmptyCells = true
        return try reader.read(before: before + titles, after: after)
    }
}

extension GridLayout {
    /// A table without a heading that we know: what is drawn is certain all the same.
    private func plain(
        _ grid: GridRows, before: [ProseLine], after: [ProseLine]
    ) throws(LayoutFailure) -> LayoutReading {
        guard let header = grid.rows.first, grid.columns.starts.count > 1 else { throw .noHeader(title) }
        let body = grid.split(below: 0, isNumbered: false)
        guard !body.isEmpty else { throw .headerOnly(line: header.line) }
        let rows = [header] + body
        let sheet = Sheet(name: LayoutReading.sheetName, rows: rows.map(\.cells), lines: rows.map(\.line))
        return LayoutReading(sheets: [sheet], before: before, after: after)
    }
}

/// Where the columns of a drawn table lie.
struct GridColumns: Sendable {
    /// The first column of each cell, ambiguous characters narrow or wide.
    let starts: [Int]
    private let end: Int
    let isWide: Bool

    /// Takes the columns from all verticals; `nil` where there are none.
    init?(_ lines: [GridLine]) {
        let narrow = Self.starts(lines) { $0.narrow.lowerBound }
        let wide = Self.starts(lines) { $0.wide.lowerBound }
        // The right way of counting makes the verticals of all lines meet, so that fewer places are left.
        let isWide = wide.count < narrow.count
        let most = lines.max { $0.segments.count < $1.segments.count }
        guard let most else { return nil }
        self.isWide = isWide
        end = most.segments.last.map { isWide ? $0.wide.upperBound : $0.narrow.upperBound } ?? 0
        starts = most.segments.map { isWide ? $0.wide.lowerBound : $0.narrow.lowerBound }
    }

    private static func starts(_ lines: [GridLine], _ place: (GridLine.Segment) -> Int) -> Set<Int> {
        Set(lines.lazy.flatMap(\.segments).map(place))
    }

    /// The display columns of a cell.
    func width(_ column: Int) -> Int {
        max(0, (column + 1 < starts.count ? starts[column + 1] - 1 : end) - starts[column])
    }

    /// The columns of each segment of a line; `nil` where a vertical meets none.
    func spans(of line: GridLine) -> [ClosedRange<Int>]? {
        if line.segments.count == starts.count { return starts.indices.map { $0...$0 } }
        var spans: [ClosedRange<Int>] = []
        var next = 0
        for (index, segment) in line.segments.enumerated() {
            let isLast = index + 1 == line.segments.count
            let end = isWide ? segment.wide.upperBound : segment.narrow.upperBound
            guard next < starts.count else { return nil }
            // A segment ends right before the vertical that the next column begins behind.
            let following = isLast ? starts.count : nearest(to: end + 1, from: next + 1)
            guard let following else { return nil }
            spans.append(next...(following - 1))
            next = following
        }
        return spans
    }

    private func nearest(to place: Int, from first: Int) -> Int? {
        guard first < starts.count else { return nil }
        let index = (first..<starts.count).min { abs(starts[$0] - place) < abs(starts[$1] - place) }
        guard let index, abs(starts[index] - place) <= 3 else { return nil }
        return index
    }
}

/// Builds the rows of a drawn table line by line.
struct GridRows: Sendable {
    let columns: GridColumns
    private(set) var rows: [CellRow] = []
    /// The physical lines of each row by column.
    private(set) var pieces: [[(line: Int, cells: [String])]] = []
    private var current: [(line: Int, cells: [String])] = []
    /// For a column that spans down over a rule, the row whose cell it still fills.
    private var open: [Int: Int] = [:]

    init(columns: GridColumns) { self.columns = columns }

    /// Adds a line; `false` where it does not meet the columns.
    mutating func add(_ line: GridLine) -> Bool {
        guard let spans = columns.spans(of: line) else { return false }
        if line.segments.contains(where: \.isRule) {
            let wasEmpty = current.isEmpty
            finish()
            let row = pieces.count - 1
            var stillOpen: [Int: Int] = [:]
            for (segment, span) in zip(line.segments, spans) where !segment.isRule {
                let target = open[span.lowerBound] ?? (wasEmpty ? nil : row)
                guard let target, target >= 0 else { continue }
                stillOpen[span.lowerBound] = target
                append(segment.text, toRow: target, column: span.lowerBound, line: line.number)
            }
            open = stillOpen
            return true
        }
        var cells = Array(repeating: "", count: columns.starts.count)
        for (segment, span) in zip(line.segments, spans) {
            if let target = open[span.lowerBound] {
                append(segment.text, toRow: target, column: span.lowerBound, line: line.number)
            } else {
                cells[span.lowerBound] = segment.text
            }
        }
        current.append((line.number, cells))
        return true
    }

    /// Ends the row under way.
    private mutating func finish() {
        guard !current.isEmpty else { return }
        pieces.append(current)
        current = []
    }

    /// Ends the table and puts the lines of each cell together.
    mutating func complete() {
        finish()
        rows = pieces.map { CellRow(cells: joined($0), line: $0.first?.line ?? 0) }
    }

    /// The rows below the header; where no rules part them, each number or each line begins one.
    func split(below header: Int, isNumbered: Bool) -> [CellRow] {
        var split: [CellRow] = []
        for index in rows.indices[(header + 1)...] {
            let lines = pieces[index]
            let starts = lines.indices.filter { line in
                isNumbered
                    ? ItemNumber(parsing: CellKind.compacted((lines[line].cells.first ?? "").utf8)) != nil
                    : rows.count <= header + 2 && lines.count > 1
            }
            guard starts.count > 1, starts.first == 0 else {
                split.append(rows[index])
                continue
            }
            for (position, start) in starts.enumerated() {
                let end = position + 1 < starts.count ? starts[position + 1] : lines.count
                split.append(CellRow(cells: joined(Array(lines[start..<end])), line: lines[start].line))
            }
        }
        return split
    }

    private mutating func append(_ text: String, toRow row: Int, column: Int, line: Int) {
        guard !text.isEmpty, pieces.indices.contains(row) else { return }
        var cells = Array(repeating: "", count: columns.starts.count)
        cells[column] = text
        pieces[row].append((line, cells))
    }

    private func joined(_ lines: [(line: Int, cells: [String])]) -> [String] {
        guard let width = lines.first?.cells.count else { return [] }
        return (0..<width).map { column in
            LineJoining.joinedCell(
                lines.map { $0.cells[column] }.filter { !$0.isEmpty }, wrap: columns.width(column))
        }
    }
}
