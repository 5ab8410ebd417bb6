/// Fits headings over columns where one heading stands over several, as 工作任务 over two levels.
enum HeadingSpread {
    /// Where each heading begins, counted from 0, in a table of `width` columns.
    ///
    /// - Parameters:
    ///   - roles: what each heading means.
    ///   - width: the number of columns, at least as many as headings.
    ///   - rows: the kinds of some rows that have exactly `width` cells.
    /// - Returns: the first column of each heading; the one whose columns fit best, headings of tasks before others.
    static func starts(of roles: [ColumnRole], over width: Int, rows: [[CellKind]]) -> [Int]? {
        guard !roles.isEmpty, width >= roles.count, width <= 64 else { return nil }
        if width == roles.count { return Array(0..<width) }
        let price = prices(of: roles, over: width, rows: rows)
        let extra = width - roles.count
        // best[h][c]: the least cost of headings 0..<h over columns 0..<c; from: where heading h-1 begins.
        var best = Array(repeating: Array(repeating: Double.infinity, count: width + 1), count: roles.count + 1)
        var from = Array(repeating: Array(repeating: 0, count: width + 1), count: roles.count + 1)
        best[0][0] = 0
        for heading in 0..<roles.count {
            for start in heading..<width where best[heading][start] < .infinity {
                var sum = best[heading][start]
                for end in (start + 1)...min(width, start + 1 + extra) {
                    sum += price[heading][end - 1] + (end > start + 1 ? spreadPrice(roles[heading]) : 0)
                    if sum < best[heading + 1][end] {
                        best[heading + 1][end] = sum
                        from[heading + 1][end] = start
                    }
                }
            }
        }
        guard best[roles.count][width] < .infinity else { return nil }
        var starts: [Int] = []
        var end = width
        for heading in stride(from: roles.count, to: 0, by: -1) {
            end = from[heading][end]
            starts.append(end)
        }
        return starts.reversed()
    }

    /// The role of each column when the headings are spread.
    static func roles(_ roles: [ColumnRole], starts: [Int], width: Int) -> [ColumnRole] {
        var spread: [ColumnRole] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : width
            spread.append(contentsOf: repeatElement(roles[index], count: max(0, end - start)))
        }
        return spread
    }

    private static func prices(of roles: [ColumnRole], over width: Int, rows: [[CellKind]]) -> [[Double]] {
        let model = ColumnModel(roles: roles)
        return roles.indices.map { heading in
            (0..<width).map { column in
                var sum = 0.0
                var cells = 0.0
                for row in rows where row.indices.contains(column) && row[column] != .empty {
                    sum += model.cost(row[column], in: heading)
                    cells += 1
                }
                return cells > 0 ? sum / cells : 1
            }
        }
    }

    private static func spreadPrice(_ role: ColumnRole) -> Double {
        switch role {
        case .heading: 0.1
        case .requirement: 0.8
        case .free: 1
        default: 2
        }
    }
}
