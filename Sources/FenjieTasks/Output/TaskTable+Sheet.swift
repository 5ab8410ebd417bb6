public import FenjieModel

extension TaskTable {
    /// The table as a plain sheet: a header row, then one row for each task.
    ///
    /// - Parameter spans: how values that several rows share are written; `merge` gives merged ranges. A table with cells
    ///   that are empty below a value of their group is written with its values on each row where `blank` would lose that.
    /// - Returns: a sheet whose row 1 is the header.
    public func sheet(spans: SpanStyle) -> Sheet {
        var rows = [columns.map(\.heading)] + tasks.map(\.cells)
        var merges: [CellRange] = []
        // A cell that is empty would read as a continuation of the one above; beside headings on every row it does not.
        let spans = spans == .blank && hasBlankBelowValue ? .fill : spans
        if spans != .fill {
            let runs = MergedRuns(self, joinsUnits: spans == .blank)
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

    /// Whether a unit or deadline cell is empty below one of its group that is not.
    private var hasBlankBelowValue: Bool {
        let task = column(.task)
        return columns.indices.contains { column in
            guard [.leadUnit, .responsibleUnit, .assistingUnit, .deadline, .subtask].contains(columns[column].field)
            else {
                return false
            }
            var isFilled = false
            for index in tasks.indices {
                if let task, index > 0, tasks[index].cells[task] != tasks[index - 1].cells[task] { isFilled = false }
                let isBlank = TextMarks.isBlank(tasks[index].cells[column])
                if isBlank, isFilled { return true }
                isFilled = isFilled || !isBlank
            }
            return false
        }
    }
}
