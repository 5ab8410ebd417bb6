internal import FenjieGrammar
public import FenjieModel
public import FenjieTemplates

/// One file of the folder as it was read, before anything was compared.
public struct CollectedFile: Sendable {
    /// What the file holds.
    public enum Content: Sendable {
        /// Tables, and the form by which they were read.
        case worksheets([ReturnedWorksheet], Template)
        /// No table, with the reason.
        case noTable(Message)
        /// Something that should be a table and cannot be read, with the reason and what to do.
        case unreadable(Message, hint: Message?)
    }

    /// Where it lies below the folder.
    public var path: String
    /// The digest of its bytes, in hexadecimal digits; empty where they could not be read.
    public var digest: String
    /// What it holds.
    public var content: Content
    /// What was noticed while reading.
    public var findings: [Finding]

    /// A file.
    ///
    /// - Parameters:
    ///   - path: where it lies below the folder.
    ///   - digest: the digest of its bytes.
    ///   - content: what it holds.
    ///   - findings: what was noticed while reading.
    public init(path: String, digest: String, content: Content, findings: [Finding] = []) {
        self.path = path
        self.digest = digest
        self.content = content
        self.findings = findings
    }
}

/// One file with its standing, and what it reports.
public struct FiledReturn: Sendable {
    /// Where it lies below the folder.
    public let path: String
    /// The digest of its bytes.
    public let digest: String
    /// What became of it.
    public internal(set) var standing: FileStanding
    /// Why it was not taken; `nil` where it was.
    public internal(set) var reason: Message?
    /// The units that it is from, as far as that is known.
    public internal(set) var units: [String] = []
    /// Everything that was found, with the file in every place.
    public internal(set) var findings: [Finding] = []
    var reports: [UnitReport] = []

    init(_ file: CollectedFile, _ standing: FileStanding, reason: Message? = nil) {
        path = file.path
        digest = file.digest
        self.standing = standing
        self.reason = reason
    }
}

/// One worksheet that came back, as far as the ledger needs it.
struct UnitReport: Sendable {
    /// One row that came back.
    struct Row: Sendable {
        /// Its row in the sheet.
        var row: Int?
        /// What was filled in, under the columns of the ledger.
        var cells: [String]
        /// How many cells were filled in.
        var filled: Int
    }

    /// The issued worksheet, counted from 0.
    var worksheet: Int
    var sheet: String
    /// The day that the unit wrote beside 填报日期.
    var date: CivilDate?
    /// The rows by the position of the issued row.
    var rows: [Int: Row]
    /// What the unit wrote where nothing was asked for, by the position of the issued row.
    var additions: [Int: String]

    var filled: Int { rows.values.reduce(0) { $0 + $1.filled } }

    /// Whether another report says the same on every row.
    func saysTheSame(as other: UnitReport) -> Bool {
        additions == other.additions && rows.count == other.rows.count
            && rows.allSatisfy { $1.cells == other.rows[$0]?.cells }
    }
}
