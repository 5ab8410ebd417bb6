internal import FenjieModel
internal import FenjieTasks

/// Where the issued columns stand in a table that came back.
struct ReturnedColumns {
    /// For each column of the passport the column of the table, counted from 0; `nil` where it is not there.
    private(set) var issued: [Int?]
    /// The column of row keys.
    let key: Int?
    private let table: TaskTable

    init(_ table: TaskTable, passport: Passport) {
        self.table = table
        key = table.columns.firstIndex { FoldedText.of($0.heading) == Worksheet.keyHeading }
        var used: Set<Int> = []
        issued = passport.columns.map { column in
            let heading = FoldedText.of(column.heading)
            let present = table.columns.indices.filter { index in
                !used.contains(index) && Self.isPresent(table.columns[index])
                    && !Self.isOwn(table.columns[index].printedHeading ?? "")
            }
            let index =
                present.first { FoldedText.of(table.columns[$0].printedHeading ?? "") == heading && !heading.isEmpty }
                ?? present.first {
                    table.columns[$0].field != .other && table.columns[$0].field.rawValue == column.field
                }
                ?? present.first { FoldedText.of(table.columns[$0].heading) == heading && !heading.isEmpty }
            if let index { used.insert(index) }
            return index
        }
    }

    /// Whether the source had the column, or something fills it.
    static func isPresent(_ column: TaskColumn) -> Bool { column.sourceColumn != nil || column.printedHeading != nil }

    /// Whether a heading is that of a column for programs.
    static func isOwn(_ heading: String) -> Bool {
        let folded = FoldedText.of(heading)
        return folded == Worksheet.keyHeading || folded == Worksheet.dueHeading
    }

    /// The cells of a task in the order of the passport's columns.
    func issuedCells(of task: Task) -> [String] { issued.map { $0.map { task.cells[$0] } ?? "" } }

    /// The key that a task carries.
    func key(of task: Task) -> String {
        guard let key else { return "" }
        return FoldedText.of(task.cells[key])
    }

    /// The text of a field of a task, as far as the table has it.
    func text(_ field: Field, of task: Task) -> String { table.text(field, of: task) }
}

/// The rows of a table that came back, with all by which a row can be known.
struct ReturnedRows {
    /// One row.
    struct Row {
        /// The key in the hidden column; empty where there is none.
        let key: String
        /// The key that its own number, headings and requirement give.
        let identity: String
        let number: String
        let cells: [String]
        /// The codes of its issued cells.
        let sealed: IssuedRow
    }

    let rows: [Row]

    init(_ table: TaskTable, columns: ReturnedColumns) {
        var sealer = RowSealer()
        rows = table.tasks.map { task in
            let fields = [Field.number, .task, .subtask, .requirement]
            let identity = sealer.key(of: fields.map { columns.text($0, of: task) })
            let number = columns.text(.number, of: task)
            let cells = columns.issuedCells(of: task)
            let key = columns.key(of: task)
            return Row(
                key: key, identity: identity, number: number, cells: cells,
                sealed: sealer.row(key: key, number: number, cells: cells))
        }
    }
}
