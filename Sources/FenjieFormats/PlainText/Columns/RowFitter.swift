/// Finds the columns of a row's cells where some cells were left out or broken in two.
///
/// Cells keep their order. A column may stay empty, and neighbouring cells may share one column; each has its price, and
/// the cheapest arrangement wins.
struct RowFitter: Sendable {
    let model: ColumnModel
    /// The price of a cell that goes on in the column of the one before; `nil` where no cell may be broken.
    var priceOfJoin: Double? = 1.2

    /// An arrangement and how sure it is.
    struct Fit: Sendable {
        /// The column of each cell, counted from 0.
        var columns: [Int]
        /// How unlikely the arrangement is.
        var cost: Double
        /// How much more the next best arrangement costs.
        var margin: Double
    }

    private struct Path {
        var cost: Double
        var column: Int
        var rank: Int
    }

    /// The best arrangement; `nil` where there is none.
    func fit(_ kinds: [CellKind]) -> Fit? {
        let width = model.count
        guard !kinds.isEmpty, width > 0, kinds.count <= 400 else { return nil }
        let gaps = model.gaps
        // paths[cell][column]: the two cheapest ways to have the cell in the column.
        var paths: [[[Path]]] = []
        for (index, kind) in kinds.enumerated() {
            var states = Array(repeating: [Path](), count: width)
            for column in 0..<width {
                let own = model.cost(kind, in: column)
                if index == 0 {
                    states[column] = [Path(cost: gaps[column] + own, column: -1, rank: 0)]
                    continue
                }
                var found: [Path] = []
                for before in 0...column {
                    let step =
                        before == column
                        ? joinPrice(kind, in: column) : gaps[column] - gaps[before + 1]
                    guard let step else { continue }
                    for (rank, path) in paths[index - 1][before].enumerated() {
                        found.append(Path(cost: path.cost + step + own, column: before, rank: rank))
                    }
                }
                states[column] = Self.two(found)
            }
            paths.append(states)
        }
        return trace(paths, gaps: gaps)
    }

    private func joinPrice(_ kind: CellKind, in column: Int) -> Double? {
        guard let priceOfJoin, model.roles[column] != .number else { return nil }
        return model.roles[column] == .unit && kind == .units ? priceOfJoin / 2 : priceOfJoin
    }

    private func trace(_ paths: [[[Path]]], gaps: [Double]) -> Fit? {
        guard let last = paths.last else { return nil }
        var ends: [Path] = []
        for (column, ways) in last.enumerated() {
            for (rank, path) in ways.enumerated() {
                ends.append(
                    Path(cost: path.cost + gaps[model.count] - gaps[column + 1], column: column, rank: rank))
            }
        }
        let best = Self.two(ends)
        guard var step = best.first else { return nil }
        var columns: [Int] = []
        for states in paths.reversed() {
            columns.append(step.column)
            step = states[step.column][step.rank]
        }
        return Fit(
            columns: columns.reversed(), cost: best[0].cost,
            margin: best.count > 1 ? best[1].cost - best[0].cost : .infinity)
    }

    private static func two(_ paths: [Path]) -> [Path] {
        var first: Path?
        var second: Path?
        for path in paths {
            if path.cost < first?.cost ?? .infinity {
                second = first
                first = path
            } else if path.cost < second?.cost ?? .infinity {
                second = path
            }
        }
        return [first, second].compactMap { $0 }
    }
}
