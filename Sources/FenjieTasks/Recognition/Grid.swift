internal import FenjieModel

/// A sheet with its merged ranges laid open, so that every cell knows the range it belongs to.
struct Grid {
    let sheet: Sheet
    let rowCount: Int
    let columnCount: Int
    /// The merged range over each cell that is not the first of its range; keys are row × columnCount + column.
    private var covering: [Int: Int] = [:]
    /// Ranges by their first cell.
    private var opening: [Int: Int] = [:]
    private let merges: [CellRange]

    /// At most this many cells are entered for merged ranges, whatever their size on paper.
    private static let coveredLimit = 4_000_000

    init(_ sheet: Sheet) {
        self.sheet = sheet
        rowCount = sheet.rows.count
        columnCount = sheet.columnCount
        merges = sheet.merges
        var entered = 0
        for (index, range) in merges.enumerated() {
            let rows = range.first.row...max(range.first.row, min(range.last.row, rowCount))
            let columns = range.first.column...max(range.first.column, min(range.last.column, columnCount))
            guard range.first.row <= rowCount, range.first.column <= columnCount else { continue }
            entered += rows.count * columns.count
            guard entered <= Self.coveredLimit else { break }
            opening[key(range.first.row, range.first.column)] = index
            for row in rows {
                for column in columns where row > range.first.row || column > range.first.column {
                    covering[key(row, column)] = index
                }
            }
        }
    }

    private func key(_ row: Int, _ column: Int) -> Int { row * (columnCount + 1) + column }

    /// The text at a cell as the file holds it.
    func text(_ row: Int, _ column: Int) -> String { sheet.text(row: row, column: column) }

    /// The text that shows at a cell: that of the first cell of its merged range.
    func shownText(_ row: Int, _ column: Int) -> String {
        guard let range = covering[key(row, column)].map({ merges[$0] }) else { return text(row, column) }
        return text(range.first.row, range.first.column)
    }

    /// The merged range that a cell belongs to.
    func range(at row: Int, _ column: Int) -> CellRange? {
        (covering[key(row, column)] ?? opening[key(row, column)]).map { merges[$0] }
    }

    /// Whether the cell lies in a merged range that began in a row above.
    func continuesFromAbove(_ row: Int, _ column: Int) -> Bool {
        covering[key(row, column)].map { merges[$0].first.row < row } ?? false
    }

    /// The columns of a row that hold text of their own.
    func filledColumns(_ row: Int) -> [Int] {
        guard sheet.rows.indices.contains(row - 1) else { return [] }
        let cells = sheet.rows[row - 1]
        var columns: [Int] = []
        columns.reserveCapacity(cells.count)
        for index in cells.indices where !TextMarks.isBlank(cells[index]) { columns.append(index + 1) }
        return columns
    }

    /// Whether one merged range covers most of the row, or every cell repeats one text.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - filled: its ``filledColumns(_:)``.
    ///   - width: how many columns the table has.
    /// - Returns: whether it looks like a heading over the whole width.
    func isWide(_ row: Int, filled: [Int], width: Int) -> Bool {
        guard let first = filled.first else { return false }
        if let range = range(at: row, first), range.columns.count * 10 >= width * 6, range.columns.count > 1 {
            return true
        }
        guard filled.count >= 3 else { return false }
        return filled.allSatisfy { text(row, $0) == text(row, first) } && filled.count * 10 >= width * 8
    }

    /// Whether any cell of a column below a row spans rows.
    func hasSpans(inColumn column: Int, from row: Int) -> Bool {
        merges.contains { $0.columns.contains(column) && $0.rows.count > 1 && $0.last.row > row }
    }
}
