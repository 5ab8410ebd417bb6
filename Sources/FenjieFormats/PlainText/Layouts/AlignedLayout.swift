internal import FenjieModel

/// Columns aligned with spaces, where wrapped cells go on below themselves, as `pdftotext -layout` and our own text
/// output set them.
///
/// Columns are the stripes that no line crosses. Rows begin at numbers, or are parted by blank lines, or are one line.
struct AlignedLayout: TextLayout {
    let vocabulary: HeadingVocabulary
    let name = "aligned"
    let title = Message("空格对齐的各列", "columns aligned with spaces")

    func score(_ text: LayoutText) -> LayoutScore {
        guard let header = HeaderFinder(vocabulary: vocabulary).find(in: text), header.isSideBySide else {
            return .none(Message("未找到各列在同一行的表头", "no header with its headings on one line"))
        }
        var parted = 0
        var even = 0
        var filled = 0
        var tabbed = 0
        for line in text.lines[(header.lines.upperBound + 1)...]
        where !line.isBlank && !PageFurniture.isRule(line, in: text) {
            // What stands below the table says nothing about its rows.
            if filled > 0, line.indentation.isEmpty, ClosingLine.leads(text.text(line)) { break }
            filled += 1
            if text.utf8[line.content].contains(0x09) { tabbed += 1 }
            if line.content.count < line.range.count || isParted(text.utf8[line.content]) { parted += 1 }
            let words = HeaderFinder.words(of: line, in: text).count
            if words >= header.headings.count, words <= header.headings.count + 2 { even += 1 }
        }
        guard filled > 0 else { return LayoutScore(0.3, Message("只有表头", "there is only a header")) }
        let share = Double(max(parted, even)) / Double(filled)
        // Where each row holds TABs, they part its cells; spaces have nothing to align.
        return LayoutScore(
            share * (tabbed * 2 > filled ? 0.6 : 0.9),
            Message("表头下 \(filled) 行中 \(parted) 行有成段空格", "\(parted) of \(filled) lines below the header hold wide gaps")
        )
    }

    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        let finder = HeaderFinder(vocabulary: vocabulary)
        let rows = HeaderRowFinder(vocabulary: vocabulary)
        let sections = TableSections(text: text) { index in
            guard index == 0 || !isRow(text.lines[index - 1], in: text), text.lines[index].content.count <= 1_000,
                let header = finder.sideBySide(in: text, at: index)
            else { return nil }
            return rows.key(of: header.headings.map(\.text))
        } isRow: { index in
            isRow(text.lines[index], in: text)
        }
        return try sections.read(by: readTable)
    }

    /// Whether a line is set in columns: it is indented, holds a gap, or begins with a number.
    private func isRow(_ line: LayoutLine, in text: LayoutText) -> Bool {
        guard !line.isBlank else { return false }
        return !line.indentation.isEmpty || isParted(text.utf8[line.content])
            || HeaderFinder.words(of: line, in: text).first.map { ItemNumber(parsing: $0.utf8) != nil } ?? false
    }

    private func readTable(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        guard let header = HeaderFinder(vocabulary: vocabulary).find(in: text), header.isSideBySide else {
            throw .noHeader(title)
        }
        let above = text.lines[..<header.lines.lowerBound].filter { !PageFurniture.isRule($0, in: text) }
        let before = ProseLine.lines(above[...], of: text)
        let page = AlignedPage(text, header: header)
        guard !page.lines.isEmpty else { throw .headerOnly(line: header.headings.first?.line) }
        let tables = [false, true].compactMap { AlignedTable(page, in: text, header: header, ambiguousIsWide: $0) }
        guard let table = tables.min(by: { $0.crossings < $1.crossings }), table.crossings * 10 <= page.lines.count
        else {
            let words = try WordRows.rows(page, in: text, header: header)
            return try CellRowReader(headings: header.headings, rows: words, vocabulary: vocabulary)
                .read(before: before, after: page.after)
        }
        let cut = try table.rows()
        var reader = CellRowReader(headings: table.headings, rows: cut.rows, vocabulary: vocabulary)
        // A cell stands below its heading, whatever is missing to its left.
        reader.showsEmptyCells = true
        var reading = try reader.read(before: before, after: cut.after + page.after)
        if let first = page.repeatedHeaders.first {
            reading.findings.append(.repeatedHeaders(page.repeatedHeaders.count, line: first))
        }
        return reading
    }

    private func isParted(_ bytes: ArraySlice<UInt8>) -> Bool {
        var before: UInt8 = 0
        for byte in bytes {
            if byte == 0x20, before == 0x20 { return true }
            before = byte
        }
        return false
    }
}

/// The lines of an aligned table, without headers printed again and page numbers.
struct AlignedPage: Sendable {
    /// The lines, blank ones included.
    private(set) var lines: [LayoutLine] = []
    private(set) var repeatedHeaders: [Int] = []
    private(set) var after: [ProseLine] = []

    init(_ text: LayoutText, header: FoundHeader) {
        let key = header.key
        for index in text.lines.indices.dropFirst(header.lines.upperBound + 1) {
            let line = text.lines[index]
            if line.isBlank || PageFurniture.isRule(line, in: text) {
                addGap(line)
            } else if CellKind.compacted(text.utf8[line.content]) == key {
                repeatedHeaders.append(line.number)
            } else if ClosingLine.leads(text.text(line)), line.indentation.count < 4 {
                after = ProseLine.lines(text.lines[index...], of: text)
                break
            } else if !PageFurniture.isPageNumber(line, in: text) {
                lines.append(line)
            }
        }
        // What stands below the last row parts nothing.
        if let last = lines.last, last.isBlank { lines.removeLast() }
    }

    /// Adds what parts rows, once: a blank line, or a rule, which is as good as one.
    private mutating func addGap(_ line: LayoutLine) {
        guard let last = lines.last, !last.isBlank else { return }
        let start = line.range.lowerBound
        lines.append(
            LayoutLine(number: line.number, range: start..<start, content: start..<start, startsPage: line.startsPage))
    }
}

/// Rows whose cells hold no spaces, so that every gap parts two cells.
private enum WordRows {
    static func rows(_ page: AlignedPage, in text: LayoutText, header: FoundHeader) throws(LayoutFailure) -> [CellRow] {
        let lines = page.lines.filter { !$0.isBlank }
        let rows = lines.map { CellRow(cells: HeaderFinder.words(of: $0, in: text), line: $0.number) }
        let width = NumberChain.commonest(rows.map(\.cells.count)) ?? 0
        let even = rows.count { $0.cells.count == width }
        guard width >= header.headings.count, width <= header.headings.count + 2, even * 10 >= rows.count * 9 else {
            throw .damaged(
                line: lines.first?.number, "各列没有对齐，列界无法判断", "the columns are not aligned; their borders cannot be told")
        }
        return rows
    }
}
