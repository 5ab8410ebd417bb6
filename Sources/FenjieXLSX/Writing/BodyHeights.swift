internal import FenjieModel

/// The heights of body rows in which all text shows.
struct BodyHeights {
    /// Points, for each row.
    private(set) var heights: [Double] = []
    /// For each column by how much its tallest text exceeds what its rows can be made to hold; empty where all fits.
    private(set) var excess: [Int: Double] = [:]
    /// The rows, counted from 0, in which text is cut.
    private(set) var cutRows: [Int] = []

    /// Room above and below the text of a cell, in points.
    static let padding = 5.0
    /// The least height of a row in points; lower rows look cramped.
    static let least = 22.0

    /// Computes the heights for columns of certain widths.
    ///
    /// - Parameters:
    ///   - rows: the texts.
    ///   - merges: which cells are merged.
    ///   - widths: half-width characters of the body font in its standard size; 0 for hidden columns.
    ///   - size: the font size in points.
    init(rows: [[String]], merges: MergeMap, widths: [Double], size: Double) {
        let counters = widths.map { LineCounter(width: Self.usable($0, size: size)) }
        heights.reserveCapacity(rows.count)
        var shared: [(range: CellRange, height: Double)] = []
        for (index, row) in rows.enumerated() {
            var height = Self.least
            for (column, text) in row.enumerated() where !text.isEmpty && widths[column] > 0 {
                guard let range = merges.range(row: index, column: column) else {
                    height = max(height, hold(Self.height(counters[column].lines(of: text), size), column, row: index))
                    continue
                }
                guard range.first.row == index + 1, range.first.column == column + 1 else { continue }
                let width = range.columns.reduce(0) { $0 + widths[$1 - 1] }
                let lines = LineCounter(width: Self.usable(width, size: size)).lines(of: text)
                let needed = Self.height(lines, size)
                if range.rows.count == 1 {
                    height = max(height, hold(needed, column, row: index))
                } else {
                    shared.append((range, needed))
                }
            }
            heights.append(height)
        }
        // Small ranges first: what they add counts for the ranges around them.
        for (range, height) in shared.sorted(by: { $0.range.rows.count < $1.range.rows.count }) {
            share(height, over: range)
        }
    }

    /// The height of some lines in a cell.
    static func height(_ lines: Int, _ size: Double) -> Double {
        (Double(lines) * size * FontSizes.lineFactor + padding).rounded(.up)
    }

    /// What of a column's width text can count on, in half-width characters of its font.
    static func usable(_ width: Double, size: Double) -> Double {
        // Screens round glyphs to pixels and printers do not; the slack keeps both from needing one line more.
        (width * 0.97 - 0.3) * FontSizes.body / size
    }

    /// A height as far as a row can have it; notes where it cannot.
    private mutating func hold(_ height: Double, _ column: Int, row: Int) -> Double {
        guard height > TablePlan.tallestRow else { return height }
        note(height / TablePlan.tallestRow, column, row: row)
        return TablePlan.tallestRow
    }

    private mutating func note(_ ratio: Double, _ column: Int, row: Int) {
        excess[column] = max(excess[column] ?? 1, ratio)
        if cutRows.last != row { cutRows.append(row) }
    }

    /// Makes a row at least so high.
    mutating func raise(row: Int, to height: Double) { heights[row] = max(heights[row], height) }

    /// Makes the rows of a merged range tall enough together.
    private mutating func share(_ height: Double, over range: CellRange) {
        let rows = (range.first.row - 1)..<range.last.row
        var missing = height - rows.reduce(0) { $0 + heights[$1] }
        guard missing > 0 else { return }
        let room = rows.reduce(0) { $0 + TablePlan.tallestRow - heights[$1] }
        if missing > room {
            note(height / (TablePlan.tallestRow * Double(rows.count)), range.first.column - 1, row: rows.lowerBound)
            missing = room
        }
        guard room > 0 else { return }
        var left = rows.count
        // The rows with least room first, so that what they cannot take goes to the others.
        for row in rows.sorted(by: { heights[$0] > heights[$1] }) {
            let part = min((missing / Double(left)).rounded(.up), TablePlan.tallestRow - heights[row], missing)
            heights[row] += part
            missing -= part
            left -= 1
        }
    }
}
