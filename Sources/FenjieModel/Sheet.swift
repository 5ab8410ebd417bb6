/// Whether a sheet shows in a workbook, ECMA-376 Part 1, 18.18.68 (`ST_SheetState`).
public enum SheetVisibility: String, Sendable {
    /// It shows.
    case visible
    /// The user can unhide it.
    case hidden
    /// Only a program can unhide it.
    case veryHidden
}

/// Rows of text cells with merged ranges: what a file holds, before any meaning.
///
/// Rows may differ in length; a cell that is not there reads as empty. `rows[0]` is row 1 of the file.
public struct Sheet: Sendable, Hashable {
    /// The name on its tab; empty for text.
    public var name: String
    /// Whether it shows.
    public var visibility: SheetVisibility
    /// The cells, row by row.
    public var rows: [[String]]
    /// Merged ranges. Only the first cell of a range holds text.
    public var merges: [CellRange]
    /// Rows that the file hides, counted from 1.
    public var hiddenRows: Set<Int>
    /// Columns that the file hides, counted from 1.
    public var hiddenColumns: Set<Int>
    /// Whether every row says all: an empty cell is empty, it never continues the one above.
    public var isComplete = false
    /// Whether the file itself tells the column of every cell, as workbooks and delimited text do; other text may leave
    /// out the cells that a wide heading covers.
    public var tellsColumns = false
    /// The title, where the reader knows it; otherwise it stands in rows above the header or in running text.
    public var title: String?
    /// For text inputs the line on which each row begins, counted from 1; empty for workbooks.
    public var lines: [Int]
    /// For text inputs the running text between this table and what follows it, line by line; in other files such lines
    /// are rows.
    public var closing: [String] = []

    /// Creates a sheet.
    public init(
        name: String, visibility: SheetVisibility = .visible, rows: [[String]] = [], merges: [CellRange] = [],
        hiddenRows: Set<Int> = [], hiddenColumns: Set<Int> = [], lines: [Int] = []
    ) {
        self.name = name
        self.visibility = visibility
        self.rows = rows
        self.merges = merges
        self.hiddenRows = hiddenRows
        self.hiddenColumns = hiddenColumns
        self.lines = lines
    }

    /// The text at a row and column counted from 1; empty outside the sheet.
    public func text(row: Int, column: Int) -> String {
        guard rows.indices.contains(row - 1), rows[row - 1].indices.contains(column - 1) else { return "" }
        return rows[row - 1][column - 1]
    }

    /// The length of the longest row.
    public var columnCount: Int { rows.reduce(0) { max($0, $1.count) } }

    /// The place of a cell, for findings.
    public func place(row: Int, column: Int? = nil) -> Place {
        Place(
            sheet: name, row: row, column: column, line: lines.indices.contains(row - 1) ? lines[row - 1] : nil)
    }
}

/// What one file holds: its sheets, and what was seen while reading it.
public struct Document: Sendable {
    /// The file as the user named it.
    public var name: String
    /// The sheets in the order of the file.
    public var sheets: [Sheet]
    /// The form that was read, by its registered name: `csv`, `xlsx`, or a text layout such as `tab-blocks`.
    public var form: String
    /// The text encoding, `nil` for workbooks.
    public var encoding: String?
    /// The character that parts the cells of delimited text, `nil` for everything else.
    public var delimiter: String?
    /// The text that stands before the first table (running text, notices, the title), line by line.
    public var prose: [String]
    /// What was noticed while reading.
    public var findings: [Finding]
    /// The custom properties of a workbook.
    public var properties: [CustomProperty] = []
    /// When a workbook was saved last by its own account, as ISO 8601; empty where it does not say.
    public var modified = ""

    /// The text that stands between and behind the tables (notes, copies to, date of printing), line by line.
    public var closing: [String] { sheets.flatMap(\.closing) }

    /// Creates a document.
    public init(
        name: String, sheets: [Sheet], form: String, encoding: String? = nil, delimiter: String? = nil,
        prose: [String] = [], findings: [Finding] = []
    ) {
        self.name = name
        self.sheets = sheets
        self.form = form
        self.encoding = encoding
        self.delimiter = delimiter
        self.prose = prose
        self.findings = findings
    }
}
