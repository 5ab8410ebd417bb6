internal import FenjieText

/// Lines that stand together between blank lines: a cell of a PDF table, or a piece of one.
struct TextBlock: Sendable {
    /// The lines without white space at their ends.
    var lines: [String]
    /// The first line in the file.
    var line: Int
    /// Whether a page begins with it.
    var startsPage: Bool
    /// The columns that the widest line takes in a Chinese font.
    var width: Int
    /// The columns that the last line takes.
    var lastWidth: Int
    /// What it looks like.
    var kind: CellKind

    /// Measures some lines.
    init(lines: [String], line: Int, startsPage: Bool) {
        self.lines = lines
        self.line = line
        self.startsPage = startsPage
        let widths = lines.map { DisplayWidth.columns(of: $0, ambiguousIsWide: true) }
        width = widths.max() ?? 0
        lastWidth = widths.last ?? 0
        kind = CellKind(compact: CellKind.compacted(lines.joined().utf8))
    }

    /// Whether the text closes a sentence.
    var endsSentence: Bool { lines.last.map { CellKind.endsSentence(CellKind.compacted($0.utf8)) } ?? false }

    /// Its lines as blocks of their own.
    var singleLines: [TextBlock] {
        lines.enumerated().map {
            TextBlock(lines: [$1], line: line + $0, startsPage: startsPage && $0 == 0)
        }
    }

    /// Whether it is wrapped, so that its width tells that of its column.
    var isWrapped: Bool { lines.count > 1 }
}
