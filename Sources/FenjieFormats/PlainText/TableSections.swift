internal import FenjieModel

/// Where one table of a text ends and the next begins.
///
/// Another table begins at a header with other headings below a row, or at the same header below a line that names
/// another table. A header that a page prints again begins nothing.
struct TableSections {
    let text: LayoutText
    /// The headings of a header on a line, compacted; `nil` where a line is none.
    let header: (Int) -> [[UInt8]]?
    /// Whether a line is one of a table's rows.
    let isRow: (Int) -> Bool

    /// No text holds more tables; what follows them stays with the last.
    private static let most = 60

    /// The lines of each table with the running text above it.
    func sections() -> [LayoutText] {
        var cuts: [Int] = []
        var current: [[UInt8]]?
        var titles: Set<[UInt8]> = []
        var prose: [Int] = []
        var lastRow = 0
        var hasRows = false
        for index in text.lines.indices where !text.lines[index].isBlank && cuts.count < Self.most {
            if let found = header(index) {
                let isNew = found != current || prose.contains { isTitle($0, known: titles) }
                if current == nil {
                    current = found
                } else if hasRows, isNew {
                    cuts.append(lastRow + 1)
                    current = found
                    hasRows = false
                }
                titles.formUnion(prose.map(key))
                prose = []
                lastRow = index
            } else if isRow(index) {
                hasRows = hasRows || current != nil && index > lastRow
                lastRow = index
                prose = []
            } else {
                prose.append(index)
            }
        }
        guard !cuts.isEmpty else { return [text] }
        return zip([0] + cuts, cuts + [text.lines.count]).map { LayoutText(text, lines: text.lines[$0..<$1]) }
    }

    /// Reads each table by itself.
    func read(
        by reader: (LayoutText) throws(LayoutFailure) -> LayoutReading
    ) throws(LayoutFailure) -> LayoutReading {
        let sections = sections()
        guard let first = sections.first else { return try reader(text) }
        var whole = try reader(first)
        for (index, section) in sections.enumerated().dropFirst() {
            whole.append(try reader(section), number: index + 1)
        }
        return whole
    }

    private func key(_ index: Int) -> [UInt8] { CellKind.compacted(text.utf8[text.lines[index].content]) }

    /// Whether a line between two tables with the same headings names the second.
    private func isTitle(_ index: Int, known: Set<[UInt8]>) -> Bool {
        let words = Array(key(index).drop { $0 == UInt8(ascii: "#") })
        return !words.isEmpty && words.count <= 180 && !known.contains(key(index)) && !GroupNumber.leads(words)
            && !PageFurniture.isPageNumber(text.lines[index], in: text)
            && !PageFurniture.isRule(text.lines[index], in: text) && !ProseLine.isNote(words)
            && !Self.continuations.contains { words.starts(with: $0.utf8) || words.ends(with: $0) }
    }

    private static let continuations = ["续表", "（续）", "(续)", "（续表）"]
}

extension ProseLine {
    /// Whether a line between two tables speaks of the one above it: a note, or a sentence.
    static func isNote(_ words: [UInt8]) -> Bool {
        CellKind.endsSentence(words) || ClosingLine.leads(String(decoding: words, as: UTF8.self))
    }
}

extension LayoutReading {
    /// Adds the tables of what follows, each as a sheet; the lines that name a table stand above its header.
    mutating func append(_ other: LayoutReading, number: Int) {
        let name = "Sheet\(number)"
        let lastNote = other.before.lastIndex { ProseLine.isNote(CellKind.compacted($0.text.utf8)) }
        let titles = other.before[((lastNote ?? -1) + 1)...]
        after += other.before[..<titles.startIndex] + other.after
        for source in other.sheets {
            var sheet = source
            sheet.name = name
            sheet.rows.insert(contentsOf: titles.map { [$0.text] }, at: 0)
            sheet.lines.insert(contentsOf: titles.map(\.line), at: 0)
            sheet.merges = sheet.merges.map { range in
                CellRange(
                    rows: (range.rows.lowerBound + titles.count)...(range.rows.upperBound + titles.count),
                    columns: range.columns)
            }
            sheets.append(sheet)
        }
        findings += other.findings.map { source in
            var finding = source
            if finding.place.sheet != nil { finding.place.sheet = name }
            finding.place.row = finding.place.row.map { $0 + titles.count }
            return finding
        }
    }
}

extension HeaderRowFinder {
    /// The headings of a row that begins another table, compacted: besides two known ones it has a task or numbers.
    func key(of row: [String]) -> [[UInt8]]? {
        guard isHeader(row) else { return nil }
        let roles = row.map { ColumnRole(vocabulary.field(of: $0)) }
        guard roles.contains(where: { [.number, .heading, .requirement].contains($0) }) else { return nil }
        return row.filter { !$0.isEmpty }.map { CellKind.compacted($0.utf8) }
    }
}
