public import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates

/// Where a row of the ledger comes from.
public struct Provenance: Sendable, Hashable {
    /// The file, as it lies below the folder.
    public var file: String
    /// The sheet; empty for text.
    public var sheet: String
    /// The row in the sheet, counted from 1; `nil` where the file lacks the row.
    public var row: Int?
    /// The digest of the file's bytes, in hexadecimal digits.
    public var digest: String
    /// The day that the unit wrote on the sheet, as ISO 8601; empty where it wrote none.
    public var reportedOn: String
}

/// What one unit has reported on one task.
public struct LedgerRow: Sendable, Hashable {
    /// The issued worksheet, counted from 0.
    public let worksheet: Int
    /// The task, counted from 0 in the order of the ledger.
    public internal(set) var task: Int
    /// The number of the task as printed.
    public let number: String
    /// The unit.
    public let unit: String
    /// Its role in the task.
    public let role: String
    /// What has come.
    public let state: ReportState
    /// One text for each column of the ledger.
    public let cells: [String]
    /// What the unit wrote in columns and rows of its own; those rows stand with the issued row above them.
    public let additions: String
    /// Where it comes from; `nil` where the unit has sent nothing.
    public let source: Provenance?
}

/// A return of a unit from which there are several.
public struct RepeatedReturn: Sendable {
    /// How one return stands to the one that counts.
    public enum Standing: String, Sendable {
        /// It counts.
        case counts
        /// It says something else than the one that counts.
        case superseded
        /// It says the same.
        case copy
    }

    /// How it stands to the one that counts.
    public let standing: Standing
    /// Its rows; each has this return as its source.
    public let rows: [LedgerRow]
}

/// All returned worksheets of an issue, added up.
///
/// It follows from the set of files alone: neither their order nor any clock has a part in it.
public struct Ledger: Sendable {
    /// The title of the issued table.
    public let title: String
    /// The reporting period; empty where none was told.
    public let period: String
    /// One row for each task of each unit, in the order of issue.
    public let rows: [LedgerRow]
    /// For each task, in the order of the table, its rows counted from 0 in `rows`.
    public let tasks: [[Int]]
    /// Returns of units that sent several, the one that counts first.
    public let repeated: [RepeatedReturn]
    /// Every file of the folder by the bytes of its path.
    public let files: [FiledReturn]
    /// Everything that was found, by unit of issue and file.
    public let findings: [Finding]
    /// How many worksheets went out.
    public let issued: Int
    /// The worksheets of which nothing came that could be taken, counted from 0.
    public let missing: [Int]
    /// Whether any unit wrote where nothing was asked for.
    let hasAdditions: Bool
    let units: [String]
    let columns: LedgerColumns

    /// The headings of the columns, without those of provenance.
    public var headings: [String] { columns.columns.map(\.heading) }

    /// The heading of what units wrote in columns and rows of their own; the column is there where anybody did.
    static let additionsHeading = "单位自加"

    /// The headings by which a ledger is known again.
    static let provenanceHeadings = ["报送情况", "来源文件", "来源位置", "填报日期", "内容摘要"]

    /// Whether a table is a ledger, so that collecting into the same folder changes nothing.
    static func isLedger(_ table: TaskTable) -> Bool {
        let headings = Set(table.columns.map { FoldedText.of($0.printedHeading ?? $0.heading) })
        return headings.isSuperset(of: ["来源文件", "内容摘要"])
    }

    /// Whether a finding is about a file that cannot be read.
    public static func tellsOfUnreadableFile(_ finding: Finding) -> Bool { finding.code == "return-unreadable" }

    init(
        _ collector: Collector, rows: [LedgerRow], tasks: [[Int]], repeated: [RepeatedReturn], files: [FiledReturn],
        findings: [Finding], missing: [Int]
    ) {
        let worksheets = collector.issued.worksheets
        title = worksheets.first?.passport.title ?? ""
        period = worksheets.first?.passport.period ?? ""
        issued = worksheets.count
        units = worksheets.map(\.passport.unit)
        columns = collector.columns
        self.rows = rows
        hasAdditions = (rows + repeated.flatMap(\.rows)).contains { !$0.additions.isEmpty }
        self.tasks = tasks
        self.repeated = repeated
        self.files = files
        self.findings = findings
        self.missing = missing
    }
}
