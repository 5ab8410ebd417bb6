public import FenjieModel

extension TaskTable {
    /// The table as a plain sheet: a header row, then one row for each task.
    ///
    /// - Parameter spans: how values that several rows share are written; `merge` gives merged ranges.
    /// - Returns: a sheet whose row 1 is the header.
    public func sheet(spans: SpanStyle) -> Sheet {
        var rows = [columns.map(\.heading)] + tasks.map(\.cells)
        var merges: [CellRange] = []
        if spans != .fill {
            let runs = MergedRuns(self)
            for column in columns.indices {
                for run in runs.runs(inColumn: column) {
                    for index in run.dropFirst() { rows[index + 1][column] = "" }
                    guard spans == .merge else { continue }
                    merges.append(
                        CellRange(
                            rows: (run.lowerBound + 2)...(run.upperBound + 1), columns: (column + 1)...(column + 1)))
                }
            }
        }
        return Sheet(name: sheetName, rows: rows, merges: merges)
    }
}
