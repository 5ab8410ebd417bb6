/// Sheets as they are to look on paper and on screen; what a workbook writer draws.
///
/// A printout holds content and intent only. Which bytes, styles and ids express it is the writer's.
public struct Printout: Sendable {
    public var sheets: [PrintedSheet]
    public var properties: DocumentProperties

    public init(sheets: [PrintedSheet], properties: DocumentProperties = DocumentProperties()) {
        self.sheets = sheets
        self.properties = properties
    }
}

/// Document properties, ECMA-376 Part 2, 11 (core) and Part 1, 22.2–22.3 (extended, custom).
public struct DocumentProperties: Sendable {
    public var title: String
    public var subject: String
    public var author: String
    public var company: String
    public var keywords: String
    public var comments: String
    /// Custom properties in the order in which they are written.
    public var custom: [(name: String, value: String)]

    public init(
        title: String = "", subject: String = "", author: String = "", company: String = "", keywords: String = "",
        comments: String = "", custom: [(name: String, value: String)] = []
    ) {
        self.title = title
        self.subject = subject
        self.author = author
        self.company = company
        self.keywords = keywords
        self.comments = comments
        self.custom = custom
    }
}

/// How text stands in its cell.
public enum Alignment: String, Sendable, CaseIterable {
    case left
    case center
    case right
}

/// One column of a printed table.
public struct PrintedColumn: Sendable {
    /// The heading as printed.
    public var heading: String
    /// The width in half-width characters of the body font (a Chinese character takes two).
    public var width: Double
    public var alignment: Alignment
    /// Whether a protected sheet lets the user type here.
    public var isFillIn: Bool
    /// The values offered in a drop-down list; empty for free text.
    public var choices: [String]
    /// Whether only dates may be typed.
    public var isDate: Bool
    /// A note shown at the heading: how to fill in.
    public var note: String?

    public init(
        heading: String, width: Double, alignment: Alignment = .left, isFillIn: Bool = false, choices: [String] = [],
        isDate: Bool = false, note: String? = nil
    ) {
        self.heading = heading
        self.width = width
        self.alignment = alignment
        self.isFillIn = isFillIn
        self.choices = choices
        self.isDate = isDate
        self.note = note
    }
}

/// One table on one sheet, with its title lines above and its closing lines below.
public struct PrintedSheet: Sendable {
    public var name: String
    public var visibility: SheetVisibility
    /// Lines above the table: the first is the title, the others stand smaller below it.
    public var titleLines: [String]
    public var columns: [PrintedColumn]
    /// Body rows, each as long as `columns`.
    public var rows: [[String]]
    /// Merged ranges of body cells: rows and columns counted from 1 within `rows`.
    public var merges: [CellRange]
    /// Body rows that are group headings over the whole width, counted from 1.
    public var groupRows: Set<Int>
    /// Lines below the table, such as notes.
    public var closingLines: [String]
    /// Labels of a signature block below the table, each followed by room to sign.
    public var signatures: [String]
    /// Whether all but the fill-in columns is locked (without a password).
    public var isProtected: Bool

    public init(
        name: String, visibility: SheetVisibility = .visible, titleLines: [String] = [], columns: [PrintedColumn],
        rows: [[String]], merges: [CellRange] = [], groupRows: Set<Int> = [], closingLines: [String] = [],
        signatures: [String] = [], isProtected: Bool = false
    ) {
        self.name = name
        self.visibility = visibility
        self.titleLines = titleLines
        self.columns = columns
        self.rows = rows
        self.merges = merges
        self.groupRows = groupRows
        self.closingLines = closingLines
        self.signatures = signatures
        self.isProtected = isProtected
    }
}
