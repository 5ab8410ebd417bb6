internal import FenjieFiles

/// What a worksheet says of itself to a program, so that it is known again whatever became of its name and look.
///
/// It travels twice: as a hidden sheet and as document properties. Each survives a different kind of re-saving.
public struct Passport: Sendable, Hashable {
    /// The form of the passport itself.
    public static let version = "1"

    /// One issued column.
    public struct Column: Sendable, Hashable {
        /// The field name, or `other`.
        public var field: String
        /// The heading as issued.
        public var heading: String

        /// A column.
        public init(field: String, heading: String) {
            self.field = field
            self.heading = heading
        }
    }

    /// The issue: the same for all worksheets of one table, period and form.
    public var issue: String
    /// The title of the table.
    public var title: String
    /// The unit, or whatever else the worksheet was made for.
    public var unit: String
    /// What worksheets were made by: `unit`, `role`, `task` or `deadline`.
    public var basis: String
    /// The reporting period; empty where none was told.
    public var period: String
    /// The name of the template.
    public var form: String
    /// The version of the template.
    public var formVersion: String
    /// The issued columns in the order in which rows were hashed.
    public var columns: [Column]
    /// The rows in the order in which they were issued.
    public var rows: [IssuedRow]

    /// A passport.
    public init(
        issue: String, title: String, unit: String, basis: String, period: String, form: String, formVersion: String,
        columns: [Column], rows: [IssuedRow]
    ) {
        self.issue = issue
        self.title = title
        self.unit = unit
        self.basis = basis
        self.period = period
        self.form = form
        self.formVersion = formVersion
        self.columns = columns
        self.rows = rows
    }

    /// An id for an issue that follows from its content, so that issuing again gives the same files.
    ///
    /// - Parameters:
    ///   - parts: title, period, form, form version and the like.
    ///   - rows: all rows of the issue.
    /// - Returns: twelve characters, base 32.
    public static func issueID(_ parts: [String], rows: [IssuedRow]) -> String {
        var hasher = DigestHasher()
        for part in parts { hasher.update(Array((part + "\u{1F}").utf8).span) }
        for row in rows { hasher.update(Array((row.key + row.exact + "\u{1F}").utf8).span) }
        return hasher.finish().base32(12)
    }

    /// The one-line members, in the order in which they are written.
    var members: [(name: String, value: String)] {
        [
            ("issue", issue), ("title", title), ("unit", unit), ("basis", basis), ("period", period), ("form", form),
            ("form-version", formVersion),
        ]
    }

    /// A passport from its members by name.
    init?(members: [String: String], columns: [Column], rows: [IssuedRow]) {
        guard let issue = members["issue"], let unit = members["unit"], !issue.isEmpty else { return nil }
        self.init(
            issue: issue, title: members["title"] ?? "", unit: unit, basis: members["basis"] ?? "unit",
            period: members["period"] ?? "", form: members["form"] ?? "", formVersion: members["form-version"] ?? "",
            columns: columns, rows: rows)
    }
}
