public import FenjieModel

/// A task table: who does what by when.
///
/// It holds what the document said, cell by cell, with the spans filled in; nothing that stood in the table is dropped.
public struct TaskTable: Sendable {
    /// The title above the table, empty where there is none.
    public var title: String
    /// Further lines above the table, such as the issuing line or the unit of the figures.
    public var preface: [String]
    /// The columns: the canonical ones first, then every further column of the source.
    public var columns: [TaskColumn]
    /// The tasks in the order of the document.
    public var tasks: [Task]
    /// Lines below the table.
    public var notes: [String]
    /// The sheet from which it came.
    public var sheetName: String
    /// The rows of its header in the source, counted from 1; `nil` for a table that was not read from a sheet.
    public var headerRows: ClosedRange<Int>?

    /// Creates a table.
    public init(
        title: String, preface: [String] = [], columns: [TaskColumn], tasks: [Task], notes: [String] = [],
        sheetName: String = ""
    ) {
        self.title = title
        self.preface = preface
        self.columns = columns
        self.tasks = tasks
        self.notes = notes
        self.sheetName = sheetName
    }

    /// The position of a column by its meaning, counted from 0; `nil` for `.other` and where there is none.
    public func column(_ field: Field) -> Int? {
        field == .other ? nil : columns.firstIndex { $0.field == field }
    }

    /// The text of a task's cell by its meaning; empty where the table has no such column.
    public func text(_ field: Field, of task: Task) -> String {
        column(field).map { task.cells[$0] } ?? ""
    }
}

/// One column of a task table.
public struct TaskColumn: Sendable, Hashable {
    /// The heading: the template's for a canonical column, else as it was printed.
    public var heading: String
    /// What the column means.
    public var field: Field
    /// How its cells span rows.
    public var isSpanned: Bool
    /// The heading as it stood in the source; `nil` where the source had no such column.
    public var printedHeading: String?
    /// Where the column stands in the source, counted from 1; `nil` where the source had no such column.
    public var sourceColumn: Int?

    /// Creates a column.
    public init(heading: String, field: Field, isSpanned: Bool = false, printedHeading: String? = nil) {
        self.heading = heading
        self.field = field
        self.isSpanned = isSpanned
        self.printedHeading = printedHeading
    }
}

/// One task: a row of the table with its spans filled in.
public struct Task: Sendable, Hashable {
    /// One text for each column of the table.
    public var cells: [String]
    /// Where the row stands in the source.
    public var place: Place

    /// Creates a task.
    public init(cells: [String], place: Place) {
        self.cells = cells
        self.place = place
    }
}
