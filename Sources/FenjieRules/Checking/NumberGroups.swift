internal import FenjieModel

/// The groups of a table, in each of which its numbers may begin anew: its first-level tasks, the headings of group rows,
/// and what stands in front of the numbers, such as the unit of a list by units.
struct NumberGroups {
    private let number: CheckedColumn
    private let columns: [CheckedColumn]
    private var last: [[UInt8]]
    private var seen: [FirstRows]
    /// Whether the group that began last had not come before; a row that was copied begins none.
    private(set) var isNew = false

    /// The groups of a table; `nil` where it has no numbers.
    init?(_ table: CheckedTable) {
        guard let number = table.column(.number) else { return nil }
        self.number = number
        columns = table.columns.filter { column in
            if column.meaning == .task { return true }
            guard let position = column.position else { return column.meaning == .subtask }
            return position < number.position ?? 0 && column.meaning != .number
        }
        last = Array(repeating: [], count: columns.count)
        seen = columns.map { _ in FirstRows() }
    }

    /// Whether a row begins another group than the row before it.
    mutating func begins(_ row: borrowing CheckedRow) -> Bool {
        var begins = false
        isNew = false
        for index in columns.indices where !row.isBlank(columns[index]) {
            let value = row.value(columns[index])
            guard !CellBytes.equal(row.cells.bytes, value, last[index]) else { continue }
            last[index].removeAll(keepingCapacity: true)
            last[index].append(contentsOf: row.cells.bytes[value])
            begins = true
            if seen[index].insert(row.cells.bytes, value, row: row.cells.number) == nil { isNew = true }
        }
        return begins
    }

    /// Whether the number of a row is the first of all: 1, （1）, 一.
    func isFirst(_ row: borrowing CheckedRow) -> Bool {
        let value = row.value(number)
        if let number = CellBytes.wholeNumber(row.cells.bytes, value, digits: 9) { return number == 1 }
        guard !value.isEmpty, value.count <= 12 else { return false }
        let marks = row.text(number).unicodeScalars.filter { !"（）()、.． ".unicodeScalars.contains($0) }
        return marks.count == 1 && "1１一①".unicodeScalars.contains(marks[marks.startIndex])
    }
}
