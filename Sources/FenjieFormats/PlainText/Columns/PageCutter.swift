/// Cuts what stands below a header into blocks, without the furniture of the pages.
struct PageCutter: Sendable {
    /// The header, to be known again on the next page.
    let header: FoundHeader
    /// The line right above the header, which some pages print again.
    let title: String?

    /// The blocks of the table and what was set aside.
    struct Pages: Sendable {
        var blocks: [TextBlock] = []
        var repeatedHeaders: [Int] = []
        var after: [ProseLine] = []
    }

    /// Cuts the text below the header.
    func cut(_ text: LayoutText) -> Pages {
        var pages = Pages()
        let key = header.key
        let titleKey = title.map { CellKind.compacted($0.utf8) }
        var lines: [String] = []
        var firstLine = 0
        var startsPage = false
        var blockStartsPage = false
        var index = header.lines.upperBound + 1
        func endBlock() {
            guard !lines.isEmpty else { return }
            pages.blocks.append(TextBlock(lines: lines, line: firstLine, startsPage: blockStartsPage))
            lines = []
        }
        while index < text.lines.count {
            let line = text.lines[index]
            if line.startsPage { startsPage = true }
            if line.isBlank {
                endBlock()
            } else if let length = repeatedHeader(at: index, key: key, in: text) {
                endBlock()
                pages.repeatedHeaders.append(line.number)
                startsPage = true
                index += length
                continue
            } else if PageFurniture.isPageNumber(line, in: text) {
                endBlock()
                startsPage = true
            } else if let titleKey, CellKind.compacted(text.utf8[line.content]) == titleKey {
                endBlock()
                startsPage = true
            } else {
                if isClosing(index, insideBlock: !lines.isEmpty, in: text) {
                    endBlock()
                    pages.after = ProseLine.lines(text.lines[index...], of: text)
                    return pages
                }
                if lines.isEmpty {
                    firstLine = line.number
                    blockStartsPage = startsPage
                    startsPage = false
                }
                lines.append(text.text(line))
            }
            index += 1
        }
        endBlock()
        return pages
    }

    /// How many lines from here print the header again.
    private func repeatedHeader(at index: Int, key: [UInt8], in text: LayoutText) -> Int? {
        var rest = key[...]
        var current = index
        let end = min(text.lines.count, index + 2 * header.lines.count + 4)
        while current < end {
            let words = CellKind.compacted(text.utf8[text.lines[current].content])
            guard rest.starts(with: words) else { return nil }
            rest = rest.dropFirst(words.count)
            current += 1
            if rest.isEmpty { return current - index }
        }
        return nil
    }

    /// Whether the document's closing lines begin here: no header may follow.
    private func isClosing(_ index: Int, insideBlock: Bool, in text: LayoutText) -> Bool {
        guard ClosingLine.leads(text.text(text.lines[index]), insideBlock: insideBlock) else { return false }
        let key = header.key
        let rest = text.lines[index...].prefix(40)
        return !rest.indices.contains { repeatedHeader(at: $0, key: key, in: text) != nil }
    }
}
