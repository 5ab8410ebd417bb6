/// The sheet of paper that a table is printed on.
public struct PageLayout: Sendable, Hashable {
    /// A size of paper.
    public enum Paper: String, Sendable {
        /// 210 × 297 mm.
        case a4
        /// 297 × 420 mm.
        case a3
    }

    /// The size of the paper.
    public var paper: Paper
    /// Whether the long side lies at the bottom.
    public var isLandscape: Bool

    /// A page, A4 with the long side at the bottom unless told otherwise.
    public init(paper: Paper = .a4, isLandscape: Bool = true) {
        self.paper = paper
        self.isLandscape = isLandscape
    }
}

/// One table on one sheet, with its title lines above and its closing lines below.
public struct PrintedSheet: Sendable {
    /// How much is made of a sheet.
    public enum Style: String, Sendable {
        /// A table for people: titles, borders, row heights, print set-up.
        case table
        /// A table for programs: headings (where any is not empty) and rows from the first cell on, as they are.
        case data
    }

    /// The tab's name: 1 to 31 UTF-16 units, without `[ ] : * ? / \`, no `'` at either end.
    public var name: String
    /// Whether the tab shows. Very hidden sheets are written as hidden ones.
    public var visibility: SheetVisibility
    /// How much is made of the sheet.
    public var style: Style
    /// The paper.
    public var page: PageLayout
    /// Lines above the table: the first is the title, the others stand smaller below it.
    public var titleLines: [String]
    /// The columns from left to right.
    public var columns: [PrintedColumn]
    /// Body rows, each as long as `columns` (missing cells at the end are empty).
    public var rows: [[String]]
    /// Merged ranges of body cells: rows and columns counted from 1 within `rows`.
    ///
    /// Ranges do not overlap. The first cell's text shows; the other cells are empty or hold the same.
    public var merges: [CellRange]
    /// Body rows that are group headings over the whole width, counted from 1; one cell of each holds text.
    public var groupRows: Set<Int>
    /// Lines below the table, such as notes.
    public var closingLines: [String]
    /// Labels of a signature block below the table, each followed by room to sign.
    public var signatures: [String]
    /// Whether all but the fill-in columns is locked (without a password).
    public var isProtected: Bool
    /// Whether the headings have filter buttons.
    public var hasFilter: Bool
    /// Colours that depend on what the cells hold.
    public var rules: [PrintedRule]
    /// Cells that lead to another sheet or file.
    public var links: [PrintedLink]
    /// Cells that are marked, with a note that says why.
    public var marks: [PrintedMark]
    /// Charts beside or below the table.
    public var charts: [PrintedChart]

    /// A sheet.
    public init(
        name: String, visibility: SheetVisibility = .visible, style: Style = .table, page: PageLayout = PageLayout(),
        titleLines: [String] = [], columns: [PrintedColumn], rows: [[String]], merges: [CellRange] = [],
        groupRows: Set<Int> = [], closingLines: [String] = [], signatures: [String] = [], isProtected: Bool = false,
        hasFilter: Bool = true, rules: [PrintedRule] = [], links: [PrintedLink] = [], marks: [PrintedMark] = [],
        charts: [PrintedChart] = []
    ) {
        self.name = name
        self.visibility = visibility
        self.style = style
        self.page = page
        self.titleLines = titleLines
        self.columns = columns
        self.rows = rows
        self.merges = merges
        self.groupRows = groupRows
        self.closingLines = closingLines
        self.signatures = signatures
        self.isProtected = isProtected
        self.hasFilter = hasFilter
        self.rules = rules
        self.links = links
        self.marks = marks
        self.charts = charts
    }
}
