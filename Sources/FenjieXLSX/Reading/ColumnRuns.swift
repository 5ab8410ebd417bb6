internal import FenjieModel

/// A set of columns, kept as runs: a file may name all columns again and again in a few bytes.
struct ColumnRuns {
    private var runs: [ClosedRange<Int>] = []
    /// The runs are put together when there are so many; then at most half as many remain.
    private static let limit = GridLimits.columns

    /// Adds a run of columns inside the grid.
    mutating func insert(_ run: ClosedRange<Int>) {
        if runs.count >= Self.limit { runs = joined }
        runs.append(run)
    }

    /// The columns in ascending order, up to the last that counts.
    func columns(upTo last: Int) -> [Int] {
        joined.flatMap { run in run.lowerBound <= last ? Array(run.lowerBound...min(run.upperBound, last)) : [] }
    }

    /// The runs in ascending order; none touches the next.
    private var joined: [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, run.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, run.upperBound)
            } else {
                result.append(run)
            }
        }
        return result
    }
}
