internal import FenjieModel

/// Wrapped cells in blocks parted by blank lines, as programs take them from PDF pages.
///
/// Nothing says where a row begins or which column a block belongs to; the headings, the widths at which the cells wrap
/// and what the blocks look like tell it together. Pages may print the headings again, carry page numbers, and be
/// double-spaced.
struct PDFTextLayout: TextLayout {
    let vocabulary: HeadingVocabulary
    let name = "pdf-text"
    let title = Message("PDF 文本：每格一段、段间空行", "PDF text: wrapped cells in blocks parted by blank lines")

    func score(_ text: LayoutText) -> LayoutScore {
        guard let header = HeaderFinder(vocabulary: vocabulary).find(in: text) else {
            return .none(Message("未找到表头", "no header found"))
        }
        let shape = BlockShape(of: text, below: header.lines.upperBound)
        guard shape.blocks >= 2 else { return .none(Message("表头下没有分段的文字", "no blocks below the header")) }
        guard shape.separators * 3 <= shape.lines else {
            return .none(Message("行内有列分隔符", "the lines hold column separators"))
        }
        let wrapped = Double(shape.wrapped) / Double(shape.blocks)
        return LayoutScore(
            wrapped >= 0.25 ? 0.85 : 0.3 + wrapped,
            Message(
                "表头下有 \(shape.blocks) 段，其中 \(shape.wrapped) 段折行",
                "\(shape.blocks) blocks below the header, \(shape.wrapped) of them wrapped"))
    }

    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        guard let header = HeaderFinder(vocabulary: vocabulary).find(in: text) else { throw .noHeader(title) }
        let before = ProseLine.lines(text.lines[..<header.lines.lowerBound], of: text)
        let cutter = PageCutter(header: header, title: before.last?.text)
        let pages = cutter.cut(text)
        guard !pages.blocks.isEmpty else { throw .headerOnly(line: header.headings.first?.line) }
        try ScatteredHeadings(header: header, vocabulary: vocabulary).check(pages.blocks)
        let isNumbered = header.headings.first?.field == .number
        let blocks = isNumbered ? LeadingNumbers.parted(pages.blocks) : pages.blocks
        var reader = BlockTableReader(header: header, blocks: blocks)
        reader.repeatedHeaders = pages.repeatedHeaders
        return try reader.read(before: before, after: pages.after, title: title)
    }
}

/// Numbers that share a line with the cell beside them.
private enum LeadingNumbers {
    /// The blocks, with numbers parted from the text behind them where they count up and no number stands alone.
    static func parted(_ blocks: [TextBlock]) -> [TextBlock] {
        guard !blocks.contains(where: { $0.kind == .number }) else { return blocks }
        var parted: [TextBlock] = []
        var last = 0
        for block in blocks {
            guard let first = block.lines.first else { continue }
            let bytes = Array(first.utf8)
            guard let (number, rest) = ItemNumber.leading(bytes[...]), number == last + 1 else {
                parted.append(block)
                continue
            }
            last = number
            let text = String(decoding: bytes[rest...], as: UTF8.self)
            parted.append(TextBlock(lines: ["\(number)"], line: block.line, startsPage: block.startsPage))
            parted.append(TextBlock(lines: [text] + block.lines.dropFirst(), line: block.line, startsPage: false))
        }
        return last > 1 ? parted : blocks
    }
}

/// Counts what stands below a header.
struct BlockShape: Sendable {
    private(set) var blocks = 0
    private(set) var wrapped = 0
    private(set) var lines = 0
    /// Lines that hold a TAB, a bar, or two spaces on end.
    private(set) var separators = 0

    /// Walks over the lines once.
    init(of text: LayoutText, below last: Int) {
        var length = 0
        for line in text.lines[min(last + 1, text.lines.count)...] {
            if line.isBlank {
                if length > 0 { blocks += 1 }
                if length > 1 { wrapped += 1 }
                length = 0
            } else {
                length += 1
                lines += 1
                if Self.isSeparated(text.utf8[line.content]) { separators += 1 }
            }
        }
        if length > 0 { blocks += 1 }
        if length > 1 { wrapped += 1 }
    }

    private static func isSeparated(_ bytes: ArraySlice<UInt8>) -> Bool {
        var before: UInt8 = 0
        for byte in bytes {
            if byte == 0x09 || byte == UInt8(ascii: "|") || byte == 0x20 && before == 0x20 { return true }
            before = byte
        }
        return false
    }
}

extension ProseLine {
    /// The lines that are not blank.
    static func lines(_ lines: ArraySlice<LayoutLine>, of text: LayoutText) -> [ProseLine] {
        lines.filter { !$0.isBlank }.map { ProseLine(line: $0.number, text: text.text($0)) }
    }
}
