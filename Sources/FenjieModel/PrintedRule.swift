/// What a colour says.
public enum Tone: String, Sendable, CaseIterable {
    /// Done, all right.
    case good
    /// Under way, look at it.
    case attention
    /// Overdue, wrong.
    case bad
    /// Not begun, of no weight.
    case muted
}

/// A colour that body cells take on by what they hold, now and whenever they are changed.
///
/// Where several rules apply to a cell the first one wins.
public struct PrintedRule: Sendable, Hashable {
    /// When the rule applies; columns count from 1.
    public enum Condition: Sendable, Hashable {
        /// The cell of the column holds this text; that cell takes on the colour.
        case equals(column: Int, text: String)
        /// The date in column `due` has passed and the status is none of `done`; the whole row takes on the colour,
        /// but for columns in which rows share merged cells.
        ///
        /// Only real dates count, see ``PrintedContent/date``.
        case overdue(due: Int, status: Int, done: [String])
    }

    /// When the rule applies.
    public var condition: Condition
    /// What its colour says.
    public var tone: Tone

    /// A rule.
    public init(_ condition: Condition, tone: Tone) {
        self.condition = condition
        self.tone = tone
    }
}

/// A cell that is marked, with a note that says why.
public struct PrintedMark: Sendable, Hashable {
    /// The body cell: row and column counted from 1 within the rows; row 0 is the headings.
    public var cell: CellReference
    /// What the mark says.
    public var tone: Tone
    /// The note; empty for colour alone.
    public var note: String

    /// A mark.
    public init(_ cell: CellReference, tone: Tone, note: String) {
        self.cell = cell
        self.tone = tone
        self.note = note
    }
}

/// A cell that leads to another sheet or file; its text stays what the cell holds.
public struct PrintedLink: Sendable, Hashable {
    /// Where a link stands.
    public enum Anchor: Sendable, Hashable {
        /// A body cell: row and column counted from 1 within the rows.
        case cell(CellReference)
        /// A title line, counted from 1.
        case titleLine(Int)
        /// A closing line, counted from 1.
        case closingLine(Int)
    }

    /// Where a link leads.
    public enum Target: Sendable, Hashable {
        /// The first cell of a sheet of the same workbook.
        case sheet(String)
        /// A cell of a sheet of the same workbook.
        case cell(String, CellReference)
        /// A file, by its path relative to the workbook.
        case file(String)
    }

    /// Where the link stands.
    public var anchor: Anchor
    /// Where it leads.
    public var target: Target
    /// What shows when the pointer rests on it.
    public var tip: String?

    /// A link.
    public init(_ anchor: Anchor, to target: Target, tip: String? = nil) {
        self.anchor = anchor
        self.target = target
        self.tip = tip
    }
}

/// A chart over columns of the table on the same sheet.
public struct PrintedChart: Sendable, Hashable {
    /// How values are drawn.
    public enum Kind: String, Sendable {
        /// Bars lying.
        case bar
        /// Bars lying, the series one behind the other.
        case stackedBar
        /// Bars standing.
        case column
        /// Bars standing, the series one above the other.
        case stackedColumn = "stacked-column"
        /// A circle cut into parts; the first series only.
        case pie
    }

    /// How values are drawn.
    public var kind: Kind
    /// The line above the chart.
    public var title: String
    /// The body rows that it covers, counted from 1.
    public var rows: ClosedRange<Int>
    /// The column of the names, counted from 1.
    public var categories: Int
    /// The columns of the numbers, counted from 1; each heading names its series.
    public var series: [Int]
    /// The colours of the series, or of the parts of a pie, as 0xRRGGBB; where there are fewer, the program that shows the
    /// chart chooses.
    public var colors: [Int]
    /// The height in points; a sheet of paper has room for 400.
    public var height = 300.0

    /// A chart.
    public init(
        _ kind: Kind, title: String, rows: ClosedRange<Int>, categories: Int, series: [Int], colors: [Int] = []
    ) {
        self.kind = kind
        self.title = title
        self.rows = rows
        self.categories = categories
        self.series = series
        self.colors = colors
    }
}
