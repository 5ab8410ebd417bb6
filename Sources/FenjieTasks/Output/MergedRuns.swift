internal import FenjieModel

/// The runs of neighbouring tasks whose cells are printed as one.
///
/// Headings merge level by level: a subtask never reaches beyond its task. Every other spanned column merges within the
/// tasks that share all headings.
struct MergedRuns {
    private let table: TaskTable
    private let headingColumns: [Int]
    /// Unit columns that print a value once together or not at all; empty where each does so for itself.
    private let unitColumns: [Int]

    /// Prepares a table.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - joinsUnits: whether unit columns go together, for forms without merged ranges: there a row that names one of
    ///     its units is taken to name all of them.
    init(_ table: TaskTable, joinsUnits: Bool) {
        self.table = table
        headingColumns = table.columns.indices.filter { index in
            table.columns[index].isSpanned && [.task, .subtask].contains(table.columns[index].field)
        }
        unitColumns = table.columns.indices.filter {
            joinsUnits && table.columns[$0].field.namesUnits
        }
    }

    /// The runs of more than one task in a column, as offsets into the tasks.
    func runs(inColumn column: Int) -> [Range<Int>] {
        guard table.columns[column].isSpanned else { return [] }
        let keys = keyColumns(for: column)
        let tasks = table.tasks
        var runs: [Range<Int>] = []
        var start = 0
        for index in stride(from: 1, through: tasks.count, by: 1) {
            if index < tasks.count, Self.agree(tasks[index].cells, tasks[index - 1].cells, keys) { continue }
            if index - start > 1, !TextMarks.isBlank(tasks[start].cells[column]) { runs.append(start..<index) }
            start = index
        }
        return runs
    }

    /// The columns that must agree for two neighbours to share a cell of this column.
    private func keyColumns(for column: Int) -> [Int] {
        if let level = headingColumns.firstIndex(of: column) { return Array(headingColumns[...level]) }
        return headingColumns + (unitColumns.contains(column) ? unitColumns : [column])
    }

    /// Whether two rows have the same text in some columns, looked at from the last one, which differs most often.
    private static func agree(_ row: [String], _ above: [String], _ keys: [Int]) -> Bool {
        for key in keys.reversed() where row[key] != above[key] { return false }
        return true
    }
}
