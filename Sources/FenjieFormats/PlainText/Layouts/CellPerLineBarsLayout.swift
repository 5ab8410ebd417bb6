internal import FenjieModel

/// One cell a line with a bar before or behind it, or on a line of its own, and nothing that ends a row.
///
/// Cells may run over several lines. Rows are told apart by the numbers of the items and by the count of the headings.
struct CellPerLineBarsLayout: TextLayout {
    let vocabulary: HeadingVocabulary
    let name = "cell-per-line-bars"
    let title = Message("每格一行、竖线分隔、行间无分隔", "one cell a line with bars, nothing between rows")

    func score(_ text: LayoutText) -> LayoutScore {
        var single = 0
        var several = 0
        for line in text.lines where !line.isBlank {
            let bars = Bars.count(in: line, of: text)
            guard bars > 0 else { continue }
            let isRow = bars > 1 || Bars.parts(of: line, in: text).allSatisfy { !$0.isEmpty }
            if isRow { several += 1 } else { single += 1 }
        }
        guard single >= 4 else { return .none(Message("没有只含一条竖线的行", "no lines with a single bar")) }
        guard several * 3 < single else {
            return LayoutScore(0.2, Message("\(several) 行含多条竖线", "\(several) lines hold several bars"))
        }
        return LayoutScore(
            0.9, Message("\(single) 行各含一条竖线，\(several) 行含多条", "\(single) lines hold one bar each, \(several) hold more")
        )
    }

    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        let stream = BarStream(text)
        guard let header = stream.header(vocabulary) else { throw .noHeader(title) }
        var body = Array(stream.cells[header.end...])
        var after = stream.after
        if let closing = body.lastIndex(where: { cell in cell.lines.first.map { ClosingLine.leads($0) } ?? false }),
            closing + header.headings.count > body.count
        {
            after = body[closing...].flatMap { cell in cell.lines.map { ProseLine(line: cell.line, text: $0) } } + after
            body.removeSubrange(closing...)
        }
        let once = RepeatedHeadings.removed(from: body, headings: header.headings)
        let cells = RowEnds.removed(from: once.cells, headings: header.headings)
        let reader = StreamTableReader(headings: header.headings, cells: cells, vocabulary: vocabulary)
        var reading = try reader.read(before: header.before, after: after)
        if let first = once.lines.first { reading.findings.append(.repeatedHeaders(once.lines.count, line: first)) }
        return reading
    }
}

/// The cells of a text between its bars, in reading order.
private struct BarStream {
    /// The longest first part of a heading that was broken into lines, in bytes.
    private static let longestPiece = 18

    private(set) var cells: [StreamCell] = []
    /// The lines behind the last bar.
    private(set) var after: [ProseLine] = []

    init(_ text: LayoutText) {
        let lines = text.lines.filter { !$0.isBlank && !PageFurniture.isPageNumber($0, in: text) }
        let parts = lines.map { Bars.parts(of: $0, in: text) }
        // A bar before each cell opens it, a bar behind it closes it.
        let opening = parts.count { $0.count > 1 && $0[0].isEmpty && !$0[$0.count - 1].isEmpty }
        let closing = parts.count { $0.count > 1 && !$0[0].isEmpty && $0[$0.count - 1].isEmpty }
        let opens = opening > closing
        var current: [String] = []
        var first = lines.first?.number ?? 1
        for (line, parts) in zip(lines, parts) {
            for (index, part) in parts.enumerated() {
                if index > 0 {
                    cells.append(StreamCell(lines: current, line: first))
                    current = []
                    first = line.number
                }
                if !part.isEmpty {
                    if current.isEmpty { first = line.number }
                    current.append(part)
                }
            }
        }
        if opens {
            // The last cell has no bar behind it; what stands before the first bar is no cell but may hold the title.
            if !current.isEmpty { cells.append(StreamCell(lines: current, line: first)) }
        } else if closing == 0, !current.isEmpty, CellKind(current.joined()) != .sentence {
            // Bars on lines of their own stand between cells, so that the last cell has none.
            cells.append(StreamCell(lines: current, line: first))
        } else {
            after = current.enumerated().map { ProseLine(line: first + $0, text: $1) }
        }
    }

    /// The headings, which begin with the last line of a cell and may be followed by an empty cell that ends the row.
    func header(
        _ vocabulary: HeadingVocabulary
    ) -> (headings: [Heading], end: Int, before: [ProseLine])? {
        for (index, cell) in cells.prefix(10_000).enumerated() {
            guard let last = cell.lines.last else { continue }
            let whole = cell.lines.joined()
            // 项目 above 序号 is one heading; a title above it is none, though some word of it may be known.
            let isWhole = vocabulary.field(of: whole) != nil && whole.utf8.count - last.utf8.count <= Self.longestPiece
            guard isWhole || vocabulary.field(of: last) != nil else { continue }
            let headings = headings(from: index, first: isWhole ? whole : last, vocabulary)
            guard headings.count(where: { $0.field != nil }) >= 3 else { continue }
            let before = cells[..<index].flatMap { cell in
                cell.lines.map { ProseLine(line: cell.line, text: $0) }
            }
            let title = isWhole ? [] : cell.lines.dropLast().map { ProseLine(line: cell.line, text: $0) }
            return (headings, index + headings.count, before + title)
        }
        return nil
    }

    private func headings(from start: Int, first: String, _ vocabulary: HeadingVocabulary) -> [Heading] {
        var headings = [Heading(text: first, field: vocabulary.field(of: first), line: cells[start].line)]
        var known = 1
        for cell in cells[(start + 1)...].prefix(40) {
            let text = LineJoining.joined(cell.lines)
            let field = vocabulary.field(of: text)
            // Behind the number column everything before the first number is a heading; an empty cell ends the row.
            let mayBelong =
                headings[0].field == .number && cell.number == nil && cell.kind != .empty
                && text.utf8.count <= 45 && !GroupNumber.leads(CellKind.compacted(text.utf8))
            guard field != nil || mayBelong else { break }
            headings.append(Heading(text: text, field: field, line: cell.line))
            if field != nil { known = headings.count }
        }
        if headings.count < start + 41, start + headings.count < cells.count,
            cells[start + headings.count].number != nil || cells[start + headings.count].kind == .empty
        {
            return headings
        }
        return Array(headings[..<known])
    }
}

/// Empty cells that only end a row.
private enum RowEnds {
    /// The cells without one empty cell behind each row, where every row has one.
    static func removed(from cells: [StreamCell], headings: [Heading]) -> [StreamCell] {
        var cells = cells
        while let last = cells.last, last.kind == .empty, cells.count % max(headings.count, 1) != 0 {
            cells.removeLast()
        }
        guard let first = cells.first, first.kind == .empty, headings.first?.field == .number else { return cells }
        // The header was followed by one, so the rows are too: an empty cell before each number is no cell.
        var kept: [StreamCell] = []
        for (index, cell) in cells.enumerated() {
            let isEnd = cell.kind == .empty && index + 1 < cells.count && cells[index + 1].number != nil
            if !isEnd { kept.append(cell) }
        }
        return kept
    }
}

/// Headings printed again within a stream of cells.
private enum RepeatedHeadings {
    /// The cells without them, and the lines on which they began.
    static func removed(from cells: [StreamCell], headings: [Heading]) -> (cells: [StreamCell], lines: [Int]) {
        let keys = headings.map { CellKind.compacted($0.text.utf8) }
        var kept: [StreamCell] = []
        var lines: [Int] = []
        var index = 0
        while index < cells.count {
            if index + keys.count <= cells.count, let first = keys.first, matches(cells[index], first),
                zip(cells[index...], keys).allSatisfy({ matches($0, $1) })
            {
                lines.append(cells[index].line)
                index += keys.count
            } else {
                kept.append(cells[index])
                index += 1
            }
        }
        return (kept, lines)
    }

    private static func matches(_ cell: StreamCell, _ key: [UInt8]) -> Bool {
        CellKind.compacted(cell.lines.joined().utf8) == key
    }
}
