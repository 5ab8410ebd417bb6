internal import FenjieModel
internal import FenjieTasks

/// What a unit wrote where nothing was asked for: in columns and rows of its own.
///
/// It is taken from the sheet rather than the table, so that merged cells do not say it once more on each row.
struct ReturnedAdditions {
    /// By the position of the issued row what was written beside it, and in rows that were put in below it.
    private(set) var texts: [Int: String] = [:]

    /// Finds additions.
    ///
    /// - Parameters:
    ///   - comparison: the sheet beside what was issued.
    ///   - filled: the columns of the table that the ledger takes, counted from 0.
    init(_ comparison: ReturnedComparison, filled: [Int?]) {
        let table = comparison.returned.table
        let known = comparison.columns.issued + filled + [comparison.role]
        let asked = Set(known.compactMap { $0.flatMap { table.columns[$0].sourceColumn } })
        // What stands above the first issued row goes with it.
        var above = comparison.matching.matches.lazy.compactMap(\.self).first ?? 0
        for (index, task) in table.tasks.enumerated() {
            let match = comparison.matching.matches[index]
            above = match ?? above
            let cells = Self.cells(of: task, on: comparison.returned, without: match == nil ? [] : asked)
            guard !cells.isEmpty else { continue }
            let text = match == nil ? "自加行：\(cells)" : cells
            add(text, at: above)
        }
        // Notes of the whole sheet stand with its first task.
        for note in comparison.surroundings.notes { add("表外：\(note.text)", at: 0) }
    }

    /// Adds a line to what stands beside an issued row.
    mutating func add(_ text: String, at position: Int) {
        texts[position] = texts[position].map { "\($0)\n\(text)" } ?? text
    }

    /// All that a row says, each cell behind its heading.
    static func row(of task: Task, on returned: ReturnedWorksheet) -> String {
        cells(of: task, on: returned, without: [])
    }

    private static func cells(of task: Task, on returned: ReturnedWorksheet, without asked: Set<Int>) -> String {
        guard let row = task.place.row, returned.sheet.rows.indices.contains(row - 1) else { return "" }
        let columns = returned.table.columns
        var parts: [String] = []
        for (position, cell) in returned.sheet.rows[row - 1].enumerated() where !cell.isEmpty {
            guard !asked.contains(position + 1), !FoldedText.of(cell).isEmpty else { continue }
            let column = columns.first { $0.sourceColumn == position + 1 }
            let heading = FoldedText.of(column?.printedHeading ?? column?.heading ?? "")
            guard !ReturnedColumns.isOwn(heading) else { continue }
            parts.append("\(heading.isEmpty ? "\(CellReference.columnName(position + 1)) 列" : heading)：\(cell)")
        }
        return parts.joined(separator: "；")
    }
}
