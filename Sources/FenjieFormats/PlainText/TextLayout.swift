public import FenjieModel

/// One way in which a task table can stand in plain text.
///
/// A layout is a value that knows one arrangement. Detection asks every layout for its score, and the best one reads:
///
///     let text = LayoutText(decoded)
///     let layout = try TextLayouts().choose(for: text)
///     let reading = try layout.read(text)
///
/// To add one, write a file under `Layouts/` and a line in `TextLayout+All.swift`. Both calls must take linear time on
/// any text. A wrong table is worse than a refusal: where the arrangement cannot be told, `read` throws.
public protocol TextLayout: Sendable {
    /// The registered name in kebab case, as `inspect` shows it and `--from` takes it.
    var name: String { get }
    /// What the layout is called in messages.
    var title: Message { get }
    /// How well a text fits this layout.
    func score(_ text: LayoutText) -> LayoutScore
    /// The table in a text.
    ///
    /// - Throws: ``LayoutFailure`` where the text is not of this layout or is damaged beyond reading.
    func read(_ text: LayoutText) throws(LayoutFailure) -> LayoutReading
}

/// How well a text fits a layout, and why.
public struct LayoutScore: Sendable, Hashable {
    /// From 0 (not at all) to 1 (without doubt).
    public let value: Double
    /// What spoke for or against it.
    public let reason: Message

    /// Creates a score.
    ///
    /// - Parameters:
    ///   - value: the fit; brought into 0…1.
    ///   - reason: what was seen.
    public init(_ value: Double, _ reason: Message) {
        self.value = value.isNaN ? 0 : min(max(value, 0), 1)
        self.reason = reason
    }

    /// No fit at all.
    public static func none(_ reason: Message) -> LayoutScore { LayoutScore(0, reason) }
}

/// What a layout found in a text.
///
/// The sheet is raw: its first row holds the headings, headings printed again after a page break are left out with a
/// finding, a cell that continues a span is empty. Group names printed again after a page break stay as printed.
public struct LayoutReading: Sendable {
    /// The tables in reading order, with the line of each row.
    public var sheets: [Sheet]
    /// The lines above the first table, white-space-only lines left out; the title is among them.
    public var before: [ProseLine]
    /// The lines between and below the tables: notes, copies to, date of printing.
    public var after: [ProseLine]
    /// What was seen while reading.
    public var findings: [Finding]

    /// Creates a reading.
    public init(
        sheets: [Sheet], before: [ProseLine] = [], after: [ProseLine] = [], findings: [Finding] = []
    ) {
        self.sheets = sheets
        self.before = before
        self.after = after
        self.findings = findings
    }

    /// The tables, each with the running text that stands below it.
    var closedSheets: [Sheet] {
        var sheets = sheets
        guard !sheets.isEmpty else { return [] }
        for line in after {
            let above = sheets.lastIndex { $0.lines.first.map { $0 < line.line } ?? false } ?? 0
            sheets[above].closing.append(line.text)
        }
        return sheets
    }
}

/// A line of running text outside a table.
public struct ProseLine: Sendable, Hashable {
    /// The line in the file, counted from 1.
    public let line: Int
    /// The text without white space at its ends.
    public let text: String

    /// Creates a line.
    public init(line: Int, text: String) {
        self.line = line
        self.text = text
    }
}
