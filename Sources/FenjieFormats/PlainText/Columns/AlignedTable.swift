internal import FenjieModel
internal import FenjieText

/// An aligned table cut into columns, for one way of counting display columns.
struct AlignedTable: Sendable {
    let headings: [Heading]
    let gutters: ColumnGutters
    private let lines: [(line: LayoutLine, segments: [LineSegment])]

    /// How many lines cross a border of columns.
    var crossings: Int { gutters.crossings }

    /// Cuts the lines; `nil` where no columns are found.
    init?(_ page: AlignedPage, in text: LayoutText, header: FoundHeader, ambiguousIsWide: Bool) {
        let cutter = LineSegments(ambiguousIsWide: ambiguousIsWide)
        guard let places = Self.places(of: header, in: text, cutter) else { return nil }
        let lines = page.lines.map { ($0, cutter.segments(of: $0, in: text)) }
        // Running text from margin to margin says nothing about columns.
        let parted = lines.map(\.1).filter {
            $0.count > 1 || ($0.first?.columns.lowerBound ?? 0) >= places[1].lowerBound
        }
        guard let gutters = ColumnGutters(headings: places, lines: parted) else { return nil }
        self.gutters = gutters
        self.lines = lines
        var spread: [Heading] = []
        for (heading, start) in zip(header.headings, gutters.headingStarts) {
            while spread.count < start, let last = spread.last {
                spread.append(Heading(text: "", field: last.field, line: last.line))
            }
            spread.append(heading)
        }
        headings = spread
    }

    /// Where the headings stand on their line; broken ones from their first word to their last.
    private static func places(of header: FoundHeader, in text: LayoutText, _ cutter: LineSegments) -> [Range<Int>]? {
        guard header.lines.count == 1 else { return nil }
        var words = cutter.segments(of: text.lines[header.lines.lowerBound], in: text, gap: 1)[...]
        var places: [Range<Int>] = []
        for heading in header.headings {
            let key = CellKind.compacted(heading.text.utf8)
            guard let first = words.first else { return nil }
            var joined: [UInt8] = []
            var end = first.columns.upperBound
            while let word = words.first, joined.count < key.count {
                joined += CellKind.compacted(word.text.utf8)
                end = word.columns.upperBound
                words = words.dropFirst()
            }
            guard joined == key else { return nil }
            places.append(first.columns.lowerBound..<end)
        }
        return places.count >= 2 ? places : nil
    }

    /// The rows, and lines of running text.
    ///
    /// - Throws: ``LayoutFailure`` where nothing says where a row begins.
    func rows() throws(LayoutFailure) -> (rows: [CellRow], after: [ProseLine]) {
        var cut = Cut(wraps: wraps())
        let starts = try rowStarts()
        for (index, entry) in lines.enumerated() {
            if starts.contains(index) { cut.endRow() }
            guard !entry.line.isBlank else { continue }
            cut.add(cells(entry.segments), segments: entry.segments, line: entry.line.number)
        }
        cut.endRow()
        guard cut.misfits * 10 <= lines.count else {
            throw .damaged(
                line: lines.first?.line.number, "\(cut.misfits) 行越过列界",
                "\(cut.misfits) lines cross the borders of columns")
        }
        return (cut.rows, cut.after)
    }

    /// The width of the widest stretch in each column.
    private func wraps() -> [Int] {
        var wraps = Array(repeating: 0, count: gutters.starts.count)
        for segment in lines.lazy.flatMap(\.segments) {
            guard let column = gutters.column(of: segment) else { continue }
            wraps[column] = max(wraps[column], DisplayWidth.columns(of: segment.text, ambiguousIsWide: true))
        }
        return wraps
    }

    /// The cells of a line; `nil` where a stretch crosses a border.
    private func cells(_ segments: [LineSegment]) -> [String]? {
        var cells = Array(repeating: "", count: gutters.starts.count)
        for segment in segments {
            guard let column = gutters.column(of: segment) else { return nil }
            cells[column] = cells[column].isEmpty ? segment.text : cells[column] + " " + segment.text
        }
        return cells
    }

    /// The lines at which rows begin.
    private func rowStarts() throws(LayoutFailure) -> Set<Int> {
        let blanks = lines.indices.filter { lines[$0].line.isBlank }
        let filled = lines.indices.filter { !lines[$0].line.isBlank }
        let number = headings.firstIndex { $0.field == .number }
        if blanks.isEmpty, areRows(filled, first: number ?? 0, isNumbered: number != nil) { return Set(filled) }
        if let number {
            var numbered = filled.filter { isNumber(lines[$0].segments, column: number) }
            // A01, 1-1: what stands below the heading counts, whatever it looks like.
            let marked = filled.filter { holds(lines[$0].segments, column: number) }
            if numbered.count * 2 < marked.count { numbered = marked }
            // Cells set in the middle of their row leave the number anywhere in it; only blank lines help then.
            if blanks.count + 1 >= numbered.count, holdsOneNumberEach(blanks, numbered) { return Set(blanks) }
            guard let first = filled.first, let number = numbered.first,
                number == first || cells(lines[first].segments) == nil
                    || headings.count > 1 && isGroup(lines[first].segments)
            else {
                throw .damaged(
                    line: lines.first?.line.number, "序号不在每行的第一行，行界无法判断",
                    "numbers do not stand on the first line of their row")
            }
            guard areEnded(before: numbered) else {
                throw .damaged(
                    line: lines.first?.line.number, "单元格似乎上下居中，行界无法判断",
                    "cells seem to be centred in their rows; the rows cannot be told apart")
            }
            return Set(numbered + filled.filter { isGroup(lines[$0].segments) })
        }
        if areBegun(by: blanks, filled: filled) { return Set(blanks) }
        let closing = headings.lastIndex { [.unit, .deadline].contains(ColumnRole($0.field)) } ?? headings.count - 1
        let closed = filled.count { index in lines[index].segments.contains { gutters.column(of: $0) == closing } }
        if blanks.isEmpty || blanks.count * 3 < filled.count, closed * 10 >= filled.count * 9 {
            return Set(lines.indices)
        }
        if !blanks.isEmpty { return Set(blanks) }
        throw .damaged(
            line: lines.first?.line.number, "没有序号也没有空行，行界无法判断",
            "without numbers or blank lines the rows cannot be told apart")
    }

    /// Whether the text above most numbers has come to its end, so that the numbers stand at the top of their rows.
    ///
    /// A number right below another says nothing: the row between them is one line, and nothing in it can be centred.
    private func areEnded(before numbered: [Int]) -> Bool {
        guard
            let column = headings.firstIndex(where: { ColumnRole($0.field) == .requirement })
                ?? headings.lastIndex(where: { ColumnRole($0.field) == .heading })
        else { return true }
        let wrap = wraps()[column]
        var ended = 0
        var asked = 0
        for (previous, index) in zip(numbered, numbered.dropFirst()) where index > previous + 1 {
            guard let above = lines[index - 1].segments.first(where: { gutters.column(of: $0) == column }) else {
                ended += 1
                asked += 1
                continue
            }
            asked += 1
            let width = DisplayWidth.columns(of: above.text, ambiguousIsWide: true)
            if width < wrap - 4 || CellKind.endsSentence(CellKind.compacted(above.text.utf8)) { ended += 1 }
        }
        return ended * 10 >= asked * 8
    }

    /// Whether each stretch between blank lines holds at most one number, and most hold one.
    private func holdsOneNumberEach(_ blanks: [Int], _ numbered: [Int]) -> Bool {
        guard !blanks.isEmpty, numbered.count > 1 else { return false }
        return zip(numbered, numbered.dropFirst()).allSatisfy { left, right in
            // Blank lines are in order, so that a binary search finds one between.
            var lower = 0
            var upper = blanks.count
            while lower < upper {
                let middle = (lower + upper) / 2
                if blanks[middle] <= left { lower = middle + 1 } else { upper = middle }
            }
            return lower < blanks.count && blanks[lower] < right
        }
    }

    /// Whether each line begins with a cell in the column in which rows begin, so that each is a row.
    private func areRows(_ filled: [Int], first column: Int, isNumbered: Bool) -> Bool {
        filled.allSatisfy { index in
            let segments = lines[index].segments
            return isGroup(segments) || holds(segments, column: column) && (isNumbered || segments.count > 1)
        }
    }

    /// Whether the first column is filled on the first line between blank ones and nowhere else.
    private func areBegun(by blanks: [Int], filled: [Int]) -> Bool {
        !blanks.isEmpty
            && filled.allSatisfy { index in
                let isFirst = index == 0 || lines[index - 1].line.isBlank
                return isFirst == holds(lines[index].segments, column: 0)
            }
    }

    private func holds(_ segments: [LineSegment], column: Int) -> Bool {
        segments.prefix(column + 1).contains { gutters.column(of: $0) == column }
    }

    private func isNumber(_ segments: [LineSegment], column: Int) -> Bool {
        segments.prefix(column + 1).contains { segment in
            gutters.column(of: segment) == column && ItemNumber(parsing: CellKind.compacted(segment.text.utf8)) != nil
        }
    }

    private func isGroup(_ segments: [LineSegment]) -> Bool {
        segments.count == 1 && GroupNumber.leads(CellKind.compacted(segments[0].text.utf8))
            && (segments[0].columns.lowerBound <= 1 || gutters.column(of: segments[0]) == nil)
    }

    /// Gathers the lines of rows.
    private struct Cut {
        let wraps: [Int]
        var rows: [CellRow] = []
        var after: [ProseLine] = []
        var misfits = 0
        private var pieces: [[String]] = []
        private var first = 0

        init(wraps: [Int]) { self.wraps = wraps }

        mutating func add(_ cells: [String]?, segments: [LineSegment], line: Int) {
            if segments.count == 1, GroupNumber.leads(CellKind.compacted(segments[0].text.utf8)), pieces.isEmpty {
                rows.append(CellRow(cells: [segments[0].text], line: line))
            } else if let cells {
                if pieces.isEmpty { first = line }
                pieces.append(cells)
            } else {
                misfits += segments.count > 1 ? 1 : 0
                after.append(ProseLine(line: line, text: segments.map(\.text).joined(separator: " ")))
            }
        }

        mutating func endRow() {
            guard !pieces.isEmpty else { return }
            let cells = wraps.indices.map { column in
                LineJoining.joinedCell(pieces.map { $0[column] }.filter { !$0.isEmpty }, wrap: wraps[column])
            }
            rows.append(CellRow(cells: cells, line: first))
            pieces = []
        }
    }
}
