internal import FenjieModel

/// Merged ranges as a file gave them, with those left out that a workbook cannot hold.
///
/// Unlike ``MergeMap`` this takes memory by ranges, not by cells: a range may reach far beyond the last text.
struct DisjointMerges {
    /// Ranges that neither overlap nor leave the grid, by their first cells.
    private(set) var accepted: [CellRange] = []
    /// The others.
    private(set) var rejected: [CellRange] = []
    /// Cells that merged ranges may cover together; the library below visits each of them.
    private static let areaLimit = 1 << 22

    init(_ ranges: [CellRange]) {
        // The columns of accepted ranges that may still reach down to the rows ahead; they do not overlap.
        var active: [CellRange] = []
        var area = 0
        for range in ranges.sorted(by: { $0.first < $1.first }) where range.first != range.last {
            let overlapped = Self.slice(of: active, meeting: range.columns)
            let isFree = active[overlapped].allSatisfy { $0.last.row < range.first.row }
            guard isFree, Self.isInGrid(range), area + range.rows.count * range.columns.count <= Self.areaLimit else {
                rejected.append(range)
                continue
            }
            area += range.rows.count * range.columns.count
            active.replaceSubrange(overlapped, with: [range])
            accepted.append(range)
        }
    }

    private static func isInGrid(_ range: CellRange) -> Bool {
        range.first.row >= 1 && range.first.column >= 1 && range.last.row <= GridLimits.rows
            && range.last.column <= GridLimits.columns
    }

    /// The ranges, sorted by columns, that share a column with these.
    private static func slice(of active: [CellRange], meeting columns: ClosedRange<Int>) -> Range<Int> {
        var low = 0
        var high = active.count
        while low < high {
            let middle = (low + high) / 2
            if active[middle].last.column < columns.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < active.count, active[end].first.column <= columns.upperBound { end += 1 }
        return low..<end
    }
}
