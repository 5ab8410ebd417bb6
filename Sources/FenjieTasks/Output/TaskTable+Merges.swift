public import FenjieModel

extension TaskTable {
    /// The ranges of cells that are printed as one: rows count from 1 for the first task, columns from 1.
    ///
    /// It copies no cell, unlike ``sheet(spans:)``.
    public var merges: [CellRange] {
        let runs = MergedRuns(self, joinsUnits: false)
        return columns.indices.flatMap { column in
            runs.runs(inColumn: column).map { run in
                CellRange(rows: (run.lowerBound + 1)...run.upperBound, columns: (column + 1)...(column + 1))
            }
        }
    }
}
