public import FenjieModel
internal import FenjieText

/// Columns aligned by display width, long cells wrapped below themselves.
///
/// Columns are two spaces apart. Blank lines part the rows where a cell takes more than one line, or where a row begins with
/// an empty cell or holds but one.
public struct AlignedWriter: SheetWriter {
    /// The registered name.
    public let name = "text"
    /// What the form is called in messages.
    public let title = Message("按显示宽度对齐的文本", "text aligned by display width")
    /// The file name extensions.
    public let fileExtensions = ["txt"]
    /// The columns at which a cell wraps.
    public let widestColumn: Int

    /// Creates the writer.
    ///
    /// - Parameter widestColumn: the columns at which a cell wraps, at least two.
    public init(widestColumn: Int = 44) { self.widestColumn = max(2, widestColumn) }

    /// Adds a sheet below its title lines to a buffer.
    public func write(_ sheet: Sheet, titleLines: [String], into bytes: inout [UInt8]) {
        let rows = sheet.rows.map { $0.map { CellWrapping.lines(of: $0, width: widestColumn) } }
        var widths = Array(repeating: 0, count: sheet.columnCount)
        for row in rows {
            for (column, lines) in row.enumerated() {
                for line in lines { widths[column] = max(widths[column], DisplayWidth.columns(of: line)) }
            }
        }
        for line in titleLines {
            bytes.append(contentsOf: line.utf8.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
            bytes.append(contentsOf: [0x0A, 0x0A])
        }
        let isParted = rows.contains { $0.contains { $0.count > 1 } } || rows.dropFirst().contains(where: isDoubtful)
        for (index, row) in rows.enumerated() {
            if isParted, index > 0 { bytes.append(0x0A) }
            for line in 0..<max(1, row.lazy.map(\.count).max() ?? 1) {
                write(row, line: line, widths: widths, into: &bytes)
            }
        }
    }

    /// Whether a row that takes one line looks like the rest of the row above it: it begins with an empty cell, or holds one.
    private func isDoubtful(_ row: [[String]]) -> Bool {
        row.count > 1 && (row[0].isEmpty || row.dropFirst().allSatisfy(\.isEmpty))
    }

    private func write(_ row: [[String]], line: Int, widths: [Int], into bytes: inout [UInt8]) {
        var pending = 0
        for (column, width) in widths.enumerated() {
            let text = row.indices.contains(column) && line < row[column].count ? row[column][line] : ""
            if !text.isEmpty {
                bytes.append(contentsOf: repeatElement(0x20, count: pending))
                bytes.append(contentsOf: text.utf8)
                pending = 0
            }
            pending += width - (text.isEmpty ? 0 : DisplayWidth.columns(of: text)) + 2
        }
        bytes.append(0x0A)
    }
}

/// Breaks cells into lines of a width.
enum CellWrapping {
    /// What must not begin a line: closing punctuation.
    private static let closings: Set<Character> = Set("，。、；：！？”’）》】〉〕…,.;:!?)%％")

    /// The lines of a cell; its own line ends stay, control characters become spaces.
    static func lines(of cell: String, width: Int) -> [String] {
        var lines: [String] = []
        for paragraph in cell.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var line = WrappedLine()
            for character in paragraph {
                let isControl = character.unicodeScalars.allSatisfy { $0.value < 0x20 }
                let shown = isControl ? " " : character
                let own = DisplayWidth.columns(of: String(shown))
                // Closing punctuation hangs over the edge rather than begin a line.
                if line.columns + own > width, !line.text.isEmpty, !closings.contains(shown) {
                    lines.append(line.broken(before: shown))
                }
                line.append(shown, columns: own)
            }
            lines.append(line.text)
        }
        while let last = lines.last, last.isEmpty { lines.removeLast() }
        return lines
    }
}

/// A line under way, and the word or number with which it ends so far.
private struct WrappedLine {
    private(set) var text = ""
    private(set) var columns = 0
    /// The columns of the run of letters, digits and marks of figures at the end; each takes one.
    private var run = 0

    mutating func append(_ character: Character, columns own: Int) {
        text.append(character)
        columns += own
        run = Self.isOfRun(character) ? run + 1 : 0
    }

    /// Ends the line before a character: a number or word that goes on with it moves to the next line, unless it is all
    /// that the line holds.
    mutating func broken(before next: Character) -> String {
        let moved = Self.isOfRun(next) && run < text.count ? run : 0
        let ended = String(text.dropLast(moved))
        text = String(text.suffix(moved))
        columns = moved
        run = moved
        return ended
    }

    private static func isOfRun(_ character: Character) -> Bool {
        switch character {
        case "0"..."9", "a"..."z", "A"..."Z", ".", ",", "%", "-", "/": character.utf8.count == 1
        default: false
        }
    }
}
