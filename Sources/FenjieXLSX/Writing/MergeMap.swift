internal import FenjieModel

/// Which cells of a table belong to which merged range.
///
/// The library below writes overlapping ranges without a word, and the file is then corrupt; so they are checked here.
struct MergeMap {
    let ranges: [CellRange]
    private let columns: Int
    /// For each cell, row by row, 0 or the number of its range counted from 1; empty where nothing is merged.
    private var owners: [Int32] = []

    /// Checks the ranges against a table.
    ///
    /// - Parameters:
    ///   - ranges: rectangles of body cells, counted from 1.
    ///   - rows: the table's cells.
    ///   - columns: how many columns it has.
    ///   - place: turns a body cell into its place in the file.
    /// - Throws: ``WorkbookWritingFailure`` where ranges overlap, leave the table or would hide text.
    init(
        _ ranges: [CellRange], rows: [[String]], columns: Int, place: (CellReference) -> Place
    ) throws(WorkbookWritingFailure) {
        // A range of one cell merges nothing.
        self.ranges = ranges.filter { $0.first != $0.last }
        self.columns = columns
        guard !self.ranges.isEmpty else { return }
        owners = [Int32](repeating: 0, count: rows.count * columns)
        for (index, range) in self.ranges.enumerated() {
            guard range.first.row >= 1, range.first.column >= 1, range.last.row <= rows.count,
                range.last.column <= columns
            else { throw .merge(range, at: place(range.first), Message("超出表格范围", "leaves the table")) }
            let text = Self.text(rows, range.first)
            for row in range.rows {
                for column in range.columns {
                    let cell = CellReference(row: row, column: column)
                    let slot = (row - 1) * columns + column - 1
                    guard owners[slot] == 0 else {
                        throw .merge(range, at: place(cell), Message("与另一合并区域重叠", "overlaps another one"))
                    }
                    owners[slot] = Int32(clamping: index + 1)
                    let own = Self.text(rows, cell)
                    guard own.isEmpty || own == text else {
                        throw .merge(range, at: place(cell), Message("会遮住其中的文字", "would hide text in it"))
                    }
                }
            }
        }
    }

    /// The range that a cell belongs to; rows and columns count from 0.
    func range(row: Int, column: Int) -> CellRange? {
        guard !owners.isEmpty else { return nil }
        let owner = Int(owners[row * columns + column])
        return owner == 0 ? nil : ranges[owner - 1]
    }

    private static func text(_ rows: [[String]], _ cell: CellReference) -> String {
        let row = rows[cell.row - 1]
        return cell.column <= row.count ? row[cell.column - 1] : ""
    }
}

extension WorkbookWritingFailure {
    fileprivate static func merge(_ range: CellRange, at place: Place, _ what: Message) -> WorkbookWritingFailure {
        WorkbookWritingFailure(
            .merge, .bug, at: place,
            Message("合并区域 \(range)\(what.chinese)", "the merged range \(range) \(what.english)"))
    }
}
