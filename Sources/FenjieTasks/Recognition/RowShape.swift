internal import FenjieModel

/// Where a row has its number, what is to be done, its units and its deadline, by the headings alone.
package struct RowShape: Sendable {
    /// The column of the numbers, counted from 1.
    package let number: Int?
    /// The column of the first-level tasks, counted from 1.
    let task: Int?
    /// The columns that say what is to be done.
    let texts: Set<Int>
    let units: Set<Int>
    let deadlines: Set<Int>
    /// How many columns have a heading.
    let width: Int

    /// The shape of rows whose columns mean these fields, from the first column on.
    init(fields: [Field]) {
        let columns = zip(1..., fields)
        number = columns.first { $0.1 == .number }?.0
        task = columns.first { $0.1 == .task }?.0
        texts = Set(columns.filter { [.task, .subtask, .requirement].contains($0.1) }.map(\.0))
        units = Set(columns.filter { $0.1.namesUnits }.map(\.0))
        deadlines = Set(columns.filter { $0.1 == .deadline }.map(\.0))
        width = fields.count
    }

    /// The shape of the rows from which a table was read.
    package init(_ table: TaskTable) {
        let width = table.columns.reduce(0) { max($0, $1.sourceColumn ?? 0) }
        var fields: [Field] = Array(repeating: .other, count: width)
        for column in table.columns {
            if let position = column.sourceColumn { fields[position - 1] = column.field }
        }
        self.init(fields: fields)
    }

    /// Whether a row has a number and a name and nothing else, or repeats the name in every cell.
    func isNameOnly(_ row: Int, in grid: Grid, filled: [Int]) -> Bool {
        guard width > 2, filled.count > 1, filled[0] == number else { return false }
        guard texts.contains(filled[1]) || texts.isEmpty && !units.contains(filled[1]) else { return false }
        return filled.count == 2 || filled.dropFirst(2).allSatisfy { grid.text(row, $0) == grid.text(row, filled[1]) }
    }

    /// Whether a row says what is to be done.
    func hasText(_ filled: [Int]) -> Bool { filled.contains { texts.contains($0) } }
}
