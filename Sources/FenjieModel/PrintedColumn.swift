/// How text stands in its cell.
public enum Alignment: String, Sendable, CaseIterable {
    /// At the left edge.
    case left
    /// In the middle.
    case center
    /// At the right edge.
    case right
}

/// What the cells of a printed column hold.
public enum PrintedContent: String, Sendable {
    /// Text, whatever it looks like: `007` and `1-2` stay as they are.
    case text
    /// Numbers: cells that hold a plain decimal number are written as one, all others as text.
    case number
    /// Dates: cells that hold `2022-09-30` are written as a date, all others as text.
    case date
}

/// One column of a printed table.
public struct PrintedColumn: Sendable {
    /// The heading as printed.
    public var heading: String
    /// The width in half-width characters of the body font (a Chinese character takes two).
    public var width: Double
    /// How the body cells stand.
    public var alignment: Alignment
    /// What the body cells hold.
    public var content: PrintedContent
    /// Whether a protected sheet lets the user type here.
    public var isFillIn: Bool
    /// The values offered in a drop-down list, and the only ones accepted; empty for free text.
    public var choices: [String]
    /// A note shown at the heading: how to fill in.
    public var note: String?
    /// Whether the column is in the file but neither shown nor printed, such as a machine-readable date.
    public var isHidden: Bool

    /// A column.
    ///
    /// A fill-in column of dates accepts dates only.
    public init(
        heading: String, width: Double, alignment: Alignment = .left, content: PrintedContent = .text,
        isFillIn: Bool = false, choices: [String] = [], note: String? = nil, isHidden: Bool = false
    ) {
        self.heading = heading
        self.width = width
        self.alignment = alignment
        self.content = content
        self.isFillIn = isFillIn
        self.choices = choices
        self.note = note
        self.isHidden = isHidden
    }
}
