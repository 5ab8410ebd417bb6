internal import FenjieModel

/// One cell a line behind a TAB, a blank line between rows; a line with only a TAB is an empty cell.
///
/// Text of cells that were copied out of a word processor looks like this. Lines without a TAB directly below a cell
/// belong to it; blocks without any TAB are running text.
struct TabBlocksLayout: TextLayout {
    let vocabulary: HeadingVocabulary
    let name = "tab-blocks"
    let title = Message("每格一行、行前有制表符，各行之间空一行", "one cell a line behind a TAB, a blank line between rows")

    func score(_ text: LayoutText) -> LayoutScore {
        var cells = 0
        var others = 0
        for line in text.lines {
            if TabCells.isCell(line, in: text) { cells += 1 } else if !line.isBlank { others += 1 }
        }
        guard cells >= 4 else { return .none(Message("几乎没有以制表符开头的行", "hardly any line begins with a TAB")) }
        let blocks = TabCells.blocks(of: text).filter { !$0.cells.isEmpty }
        let full = blocks.filter { $0.cells.count > 1 }.count
        let share = Double(cells) / Double(cells + others)
        let tall = Double(full) / Double(max(blocks.count, 1))
        var fit = share * (tall > 0.5 && blocks.count > 1 ? 0.95 : 0.4)
        // Running text around a short table says nothing against it.
        if let width = blocks.first(where: isHeader)?.cells.count, blocks.count > 1,
            blocks.count(where: { $0.cells.count == width }) * 4 >= blocks.count * 3
        {
            fit = max(fit, 0.935)
        }
        return LayoutScore(
            fit,
            Message(
                "\(cells) 行以制表符开头，分为 \(blocks.count) 段",
                "\(Message.counted(cells, "line begins", "lines begin")) "
                    + "with a TAB, in \(Message.counted(blocks.count, "block"))"))
    }

    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        let finder = HeaderRowFinder(vocabulary: vocabulary)
        let sections = TableSections(text: text) { index in
            finder.key(of: TabCells.block(of: text, at: index))
        } isRow: { index in
            TabCells.isCell(text.lines[index], in: text)
        }
        return try sections.read(by: readTable)
    }

    private func readTable(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        var blocks = TabCells.blocks(of: text)
        guard let header = blocks.firstIndex(where: isHeader) ?? evenStart(blocks) else {
            throw .noHeader(title, line: blocks.first { !$0.cells.isEmpty }?.line)
        }
        let headings = headings(of: blocks[header])
        if let strided = StridedTabCells.rows(of: text, after: blocks[header], headings: headings.count) {
            // Rows are all TABs; running text stands above or below them.
            let prose = blocks[(header + 1)...].filter { $0.cells.isEmpty }
            blocks.replaceSubrange((header + 1)..., with: strided + prose)
        }
        let table = blocks[(header + 1)...].filter { !$0.cells.isEmpty }
        guard !table.isEmpty else { throw .headerOnly(line: blocks[header].line) }
        var reader = CellRowReader(
            headings: headings, rows: table.map { CellRow(cells: $0.cells.map(CellPictures.decoded), line: $0.line) })
        reader.vocabulary = vocabulary
        reader.showsEmptyCells = true
        return try reader.read(
            before: blocks[..<header].flatMap(\.prose),
            after: blocks[(header + 1)...].flatMap(\.prose))
    }

    private func isHeader(_ block: TabBlock) -> Bool {
        let known = block.cells.filter { vocabulary.field(of: $0) != nil }.count
        return known >= 2 && known * 2 >= block.cells.filter { !$0.isEmpty }.count
    }

    /// The first block where all have the same number of cells, so that the form is beyond doubt without known headings.
    private func evenStart(_ blocks: [TabBlock]) -> Int? {
        let tables = blocks.filter { !$0.cells.isEmpty }
        guard let width = tables.first?.cells.count, width > 1, tables.count > 1,
            tables.allSatisfy({ $0.cells.count == width })
        else { return nil }
        return blocks.firstIndex { !$0.cells.isEmpty }
    }

    private func headings(of block: TabBlock) -> [Heading] {
        block.cells.enumerated().map { index, text in
            Heading(text: CellPictures.decoded(text), field: vocabulary.field(of: text), line: block.line + index)
        }
    }
}

/// What stands between two blank lines.
struct TabBlock: Sendable {
    /// The cells, each from a line behind a TAB.
    var cells: [String] = []
    /// The lines that are no cells.
    var prose: [ProseLine] = []
    /// The first line.
    var line: Int
}

/// Cuts a text into blocks of cells.
enum TabCells {
    /// Whether a line begins with a TAB; one with nothing else is an empty cell.
    static func isCell(_ line: LayoutLine, in text: LayoutText) -> Bool {
        text.utf8[line.isBlank ? line.range : line.indentation].contains(0x09)
    }

    /// The cells of the block that begins on a line; empty where none begins.
    static func block(of text: LayoutText, at index: Int) -> [String] {
        func isFilled(_ index: Int) -> Bool { !text.lines[index].isBlank || isCell(text.lines[index], in: text) }
        guard isCell(text.lines[index], in: text), index == 0 || !isFilled(index - 1) else { return [] }
        let lines = text.lines[index...].prefix(257)
        return lines[..<(lines.indices.first { !isFilled($0) } ?? lines.endIndex)].map(text.text)
    }

    static func blocks(of text: LayoutText) -> [TabBlock] {
        var blocks: [TabBlock] = []
        var isOpen = false
        for line in text.lines {
            let isCell = isCell(line, in: text)
            if line.isBlank, !isCell {
                isOpen = false
                continue
            }
            if !isOpen { blocks.append(TabBlock(line: line.number)) }
            isOpen = true
            // Blocks are changed in place: a copy for each line would make long blocks slow.
            let block = blocks.count - 1
            let content = text.text(line)
            if isCell {
                blocks[block].cells.append(content)
            } else if let last = blocks[block].cells.indices.last {
                LineJoining.append(content, to: &blocks[block].cells[last])
            } else {
                blocks[block].prose.append(ProseLine(line: line.number, text: content))
            }
        }
        // Empty cells alone are stray lines, not a row.
        return blocks.filter { !$0.prose.isEmpty || $0.cells.contains { !$0.isEmpty } }
    }
}

/// Rows of a text whose empty cells lost their TAB, so that blank lines mean both an empty cell and the next row.
///
/// Where every row takes the same number of lines, the line count alone parts them.
private enum StridedTabCells {
    static func rows(of text: LayoutText, after header: TabBlock, headings: Int) -> [TabBlock]? {
        // A TAB-only line anywhere says that empty cells kept theirs.
        guard !text.lines.contains(where: { $0.isBlank && TabCells.isCell($0, in: text) }) else { return nil }
        guard let start = text.lines.firstIndex(where: { $0.number >= header.line + headings && !$0.isBlank }),
            let end = text.lines.lastIndex(where: { TabCells.isCell($0, in: text) })
        else { return nil }
        let lines = text.lines[start...end]
        for width in headings...(headings + 2) {
            if let rows = rows(of: lines, width: width, in: text) { return rows }
        }
        return nil
    }

    private static func rows(of lines: ArraySlice<LayoutLine>, width: Int, in text: LayoutText) -> [TabBlock]? {
        var rows: [TabBlock] = []
        var expected: Int?
        var start = lines.startIndex
        while start < lines.endIndex {
            let end = min(start + width, lines.endIndex)
            // Each row begins with its number, ends before a blank line, and numbers follow each other.
            guard let number = ItemNumber(parsing: CellKind.compacted(text.utf8[lines[start].content]))?.value,
                expected == nil || number == expected || number == 1,
                end == lines.endIndex || lines[end].isBlank
            else { return nil }
            expected = number + 1
            var row = TabBlock(line: lines[start].number)
            for line in lines[start..<end] {
                guard line.isBlank || TabCells.isCell(line, in: text) else { return nil }
                row.cells.append(text.text(line))
            }
            rows.append(row)
            start = end + 1
        }
        return rows.count > 1 ? rows : nil
    }
}
