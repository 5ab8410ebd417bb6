internal import FenjieModel

/// One cell a line or a paragraph, without any separator.
///
/// Headings may be broken over paragraphs, and a cell may be two of them. Rows begin at the numbers of the items; without
/// numbers they must come out even, or be told apart by what the cells look like.
struct CellPerLineLayout: TextLayout {
    let vocabulary: HeadingVocabulary
    let name = "cell-per-line"
    let title = Message("每格一行或一段、无分隔符", "one cell a line or paragraph, no separators")

    func score(_ text: LayoutText) -> LayoutScore {
        guard let header = HeaderFinder(vocabulary: vocabulary).find(in: text) else {
            return .none(Message("未找到表头", "no header found"))
        }
        guard !header.isSideBySide else { return .none(Message("表头各列在同一行", "the headings share a line")) }
        let shape = BlockShape(of: text, below: header.lines.upperBound)
        guard shape.separators * 10 <= shape.blocks else {
            return LayoutScore(0.2, Message("行内有列分隔符", "the lines hold column separators"))
        }
        let isPlain = shape.wrapped * 4 < shape.blocks || hasNumberedBlocks(text, header: header)
        return LayoutScore(
            isPlain ? 0.88 : 0.6,
            Message(
                "第 \(header.headings[0].line) 行起每行一个列名，共 \(header.headings.count) 列",
                "\(header.headings.count) headings one below the other from line \(header.headings[0].line)"))
    }

    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        guard let header = HeaderFinder(vocabulary: vocabulary).find(in: text) else { throw .noHeader(title) }
        let before = ProseLine.lines(text.lines[..<header.lines.lowerBound], of: text)
        let pages = PageCutter(header: header, title: before.last?.text).cut(text)
        guard !pages.blocks.isEmpty else { throw .headerOnly(line: header.headings.first?.line) }
        try ScatteredHeadings(header: header, vocabulary: vocabulary).check(pages.blocks)
        let isOneLineACell = hasNumberedBlocks(text, header: header) || pages.blocks.allSatisfy { !$0.isWrapped }
        let blocks = isOneLineACell ? pages.blocks.flatMap(\.singleLines) : pages.blocks
        let cells = blocks.map { StreamCell(lines: $0.lines, line: $0.line) }
        let stream = StreamTableReader(headings: header.headings, cells: cells, vocabulary: vocabulary)
        guard stream.isNumbered || stream.isEven else {
            var reader = BlockTableReader(header: header, blocks: blocks)
            reader.repeatedHeaders = pages.repeatedHeaders
            return try reader.read(before: before, after: pages.after, title: title)
        }
        var reading = try stream.read(before: before, after: pages.after)
        if let first = pages.repeatedHeaders.first {
            reading.findings.append(.repeatedHeaders(pages.repeatedHeaders.count, line: first))
        }
        return reading
    }

    /// Whether each line is a cell: the headings stand together, or numbers begin blocks.
    private func hasNumberedBlocks(_ text: LayoutText, header: FoundHeader) -> Bool {
        guard !header.isSideBySide else { return false }
        let isTogether = !text.lines[header.lines].contains(where: \.isBlank)
        guard isTogether, header.headings.contains(where: { $0.field == .number }) else { return isTogether }
        var numbered = 0
        for index in text.lines.indices.dropFirst(header.lines.upperBound + 1).dropLast() {
            let line = text.lines[index]
            guard !line.isBlank, !text.lines[index + 1].isBlank, line.content.count <= 12 else { continue }
            if ItemNumber(parsing: CellKind.compacted(text.utf8[line.content])) != nil { numbered += 1 }
            if numbered > 1 { return true }
        }
        return false
    }
}
