internal import FenjieModel

/// Markdown tables as GitHub writes them: bars, and a line of dashes below the header.
struct MarkdownLayout: TextLayout {
    let vocabulary: HeadingVocabulary
    let name = "markdown"
    let title = Message("Markdown 表格", "Markdown table")

    func score(_ text: LayoutText) -> LayoutScore {
        guard let index = MarkdownTable.delimiter(in: text) else {
            return .none(Message("表头下没有 |---| 分隔行", "no |---| line below a header"))
        }
        return LayoutScore(
            0.97,
            Message("第 \(text.lines[index].number) 行是 |---| 分隔行", "line \(text.lines[index].number) is a |---| line"))
    }

    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        let sections = TableSections(text: text) { index in
            guard index + 1 < text.lines.count, MarkdownTable.isDelimiter(text.lines[index + 1], in: text),
                Bars.count(in: text.lines[index], of: text) > 0
            else { return nil }
            return cells(of: text.lines[index], in: text).map { CellKind.compacted($0.utf8) }
        } isRow: { index in
            Bars.count(in: text.lines[index], of: text) > 0
        }
        return try sections.read(by: readTable)
    }

    private func readTable(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading {
        guard let delimiter = MarkdownTable.delimiter(in: text) else { throw .noHeader(title) }
        let header = text.lines[delimiter - 1]
        let headings = cells(of: header, in: text).map {
            Heading(text: $0, field: vocabulary.field(of: $0), line: header.number)
        }
        var rows: [CellRow] = []
        var after: [ProseLine] = []
        for line in text.lines[(delimiter + 1)...] where !line.isBlank {
            let bars = Bars.count(in: line, of: text)
            if bars > 0, after.isEmpty || bars + 1 >= headings.count {
                guard !MarkdownTable.isDelimiter(line, in: text) else { continue }
                rows += groups(among: &after)
                rows.append(CellRow(cells: cells(of: line, in: text), line: line.number))
            } else {
                after.append(ProseLine(line: line.number, text: text.text(line)))
            }
        }
        guard !rows.isEmpty else { throw .headerOnly(line: header.number) }
        return try CellRowReader(headings: headings, rows: rows, vocabulary: vocabulary)
            .read(
                before: unmarked(ProseLine.lines(text.lines[..<(delimiter - 1)], of: text)), after: unmarked(after))
    }

    /// Lines without the marks that make them headings.
    private func unmarked(_ lines: [ProseLine]) -> [ProseLine] {
        lines.map { ProseLine(line: $0.line, text: MarkdownTable.heading($0.text)) }
    }

    /// Takes the headings of groups out of the lines between two parts of a table.
    private func groups(among prose: inout [ProseLine]) -> [CellRow] {
        var groups: [CellRow] = []
        prose.removeAll { line in
            let heading = MarkdownTable.heading(line.text)
            guard GroupNumber.leads(CellKind.compacted(heading.utf8)) else { return false }
            groups.append(CellRow(cells: [heading], line: line.line))
            return true
        }
        return groups
    }

    private func cells(of line: LayoutLine, in text: LayoutText) -> [String] {
        var parts = Bars.parts(of: line, in: text, honoursEscapes: true)[...]
        if parts.count > 1, parts.first?.isEmpty ?? false { parts = parts.dropFirst() }
        if parts.count > 1, parts.last?.isEmpty ?? false { parts = parts.dropLast() }
        return parts.map(MarkdownTable.unescaped)
    }
}

/// What makes a Markdown table.
enum MarkdownTable {
    /// Whether a text holds one.
    static func isPresent(in text: LayoutText) -> Bool { delimiter(in: text) != nil }

    /// The line of dashes below the header.
    static func delimiter(in text: LayoutText) -> Int? {
        text.lines.indices.dropFirst().first {
            isDelimiter(text.lines[$0], in: text) && Bars.count(in: text.lines[$0 - 1], of: text) > 0
        }
    }

    /// Whether a line is `|---|:---:|`.
    static func isDelimiter(_ line: LayoutLine, in text: LayoutText) -> Bool {
        guard line.content.count >= 3 else { return false }
        var hasBar = false
        var hasDash = false
        for byte in text.utf8[line.content] {
            switch byte {
            case UInt8(ascii: "|"): hasBar = true
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: ":"), 0x20, 0x09: continue
            default: return false
            }
        }
        return hasBar && hasDash
    }

    /// The text of a heading, `## 一、…`, or of a quotation, `> …`; any other line as it stands.
    static func heading(_ line: String) -> String {
        let bytes = Array(line.utf8)
        if bytes.starts(with: "> ".utf8) {
            return String(decoding: bytes[WhiteSpace.trimmed(1..<bytes.count, in: bytes)], as: UTF8.self)
        }
        guard let end = bytes.firstIndex(where: { $0 != UInt8(ascii: "#") }), (1...6).contains(end), bytes[end] == 0x20
        else { return line }
        let text = WhiteSpace.trimmed(end..<bytes.count, in: bytes)
        return String(decoding: bytes[text], as: UTF8.self)
    }

    /// The text of a cell: `\|` is a bar, `<br>` a line end, and `**` around the whole cell is its type face.
    static func unescaped(_ cell: String) -> String {
        let bytes = withoutEmphasis(Array(cell.utf8)[...])
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex, isEscapable(bytes[index + 1]) {
                plain.append(bytes[index + 1])
                index += 2
            } else if let length = breakLength(bytes, at: index) {
                plain.append(0x0A)
                index += length
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private static func withoutEmphasis(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let mark = Array("**".utf8)
        guard bytes.count > 4, bytes.starts(with: mark), bytes.suffix(2).elementsEqual(mark) else { return bytes }
        let inner = bytes.dropFirst(2).dropLast(2)
        return zip(inner, inner.dropFirst()).contains { $0 == mark[0] && $1 == mark[1] } ? bytes : inner
    }

    /// `\`, `|`, `<`, `*`: what the writer escapes.
    private static func isEscapable(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "<")
            || byte == UInt8(ascii: "*")
    }

    private static func breakLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
        guard bytes[index] == UInt8(ascii: "<") else { return nil }
        for tag in ["<br>", "<br/>", "<br />", "<BR>", "<BR/>"] where bytes[index...].starts(with: tag.utf8) {
            return tag.utf8.count
        }
        return nil
    }
}
