/// Counts how many cells look like their columns, to tell a table from text whose order was lost.
struct ColumnFit: Sendable {
    private let model: ColumnModel
    private var cells: [Int]
    private var matches: [Int]
    private var misfits = 0

    /// Expects what the roles say.
    init(roles: [ColumnRole]) {
        model = ColumnModel(roles: roles)
        cells = Array(repeating: 0, count: roles.count)
        matches = cells
    }

    /// Counts a cell; empty ones say nothing.
    mutating func add(_ kind: CellKind, in column: Int) {
        guard kind != .empty, cells.indices.contains(column) else { return }
        cells[column] += 1
        if model.cost(kind, in: column) > 4 { misfits += 1 }
        if Self.isTypical(kind, of: model.roles[column]) { matches[column] += 1 }
    }

    /// Why the cells cannot be a table; `nil` where they can.
    func failure(line: Int?) -> LayoutFailure? {
        let total = cells.reduce(0, +)
        guard misfits * 5 <= total else {
            return .damaged(
                line: line, "\(total) 格中有 \(misfits) 格与所在列不符，内容顺序可能已打乱",
                "\(misfits) of \(total) cells do not look like their column; the order may be lost")
        }
        for column in cells.indices where cells[column] >= 3 && matches[column] * 20 < cells[column] * 11 {
            return .damaged(
                line: line, "第 \(column + 1) 列的 \(cells[column]) 格中只有 \(matches[column]) 格像该列的内容，内容顺序可能已打乱",
                "only \(matches[column]) of \(cells[column]) cells look like column \(column + 1); the order may be lost"
            )
        }
        return nil
    }

    /// Whether a kind is what a column of units, deadlines or numbers consists of; other columns may hold anything.
    private static func isTypical(_ kind: CellKind, of role: ColumnRole) -> Bool {
        switch role {
        case .number: kind == .number
        case .unit: kind == .units || kind == .mark
        case .deadline: kind == .deadline || kind == .mark
        default: true
        }
    }
}
