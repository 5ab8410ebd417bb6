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
        /// Nothing that anybody sent, such as a hidden file, with the reason.
        case passedOver(Message)
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
    /// What further sheets of it say.
    public var remarks: [SheetRemark] = []

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

/// What a sheet says that is no worksheet, such as a cover or an explanation.
public struct SheetRemark: Sendable, Hashable {
    /// The sheet.
    public let sheet: String
    /// Its text, row by row; the beginning where it is long.
    public let text: String

    /// The most characters that are kept.
    private static let longest = 2000

    /// Takes the text of a sheet; `nil` where it holds none.
    public init?(_ sheet: Sheet) {
        var lines: [String] = []
        var length = 0
        for row in sheet.rows where length <= Self.longest {
            let line = row.filter { !FoldedText.of($0).isEmpty }.joined(separator: "　")
            guard !line.isEmpty else { continue }
            lines.append(line)
            length += line.unicodeScalars.count + 1
        }
        guard !lines.isEmpty else { return nil }
        self.sheet = sheet.name
        let whole = lines.joined(separator: "\n")
        let kept = String(whole.unicodeScalars.prefix(Self.longest))
        text = kept == whole ? whole : kept + "……"
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
    /// For a file that holds no table, the units in its name; `nil` for what nobody sent.
    var namedUnits: [String]?

    /// What is to be said of a file that cannot be read.
    func unreadable(_ hint: Message?) -> Finding {
        let reason = reason ?? Message("读不出来", "it cannot be read")
        return Finding(
            "return-unreadable", .warning, at: Place(file: path), unit: units.count == 1 ? units[0] : nil,
            message: Message("读不出来，未计入：\(reason.chinese)", "it cannot be read: \(reason.english)"),
            hint: hint ?? Message("请该单位重新报送", "ask the unit to send it again"))
    }

    /// Settles what a file without a table is: under the name of a unit that has sent nothing else it is a return that
    /// cannot be read, and else something beside the returns.
    mutating func settle(beside reported: Set<String>) {
        guard let named = namedUnits, standing == .noTable else { return }
        guard !named.isEmpty, reported.isDisjoint(with: named) else {
            findings.append(
                Finding(
                    "file-left-aside", .info, at: Place(file: path),
                    message: Message(
                        "不是任务表，未计入：\(reason?.chinese ?? "")", "it is no worksheet: \(reason?.english ?? "")")))
            return
        }
        standing = .rejected
        units = named
        findings.append(
            unreadable(Message("请该单位报送电子表格，不要报照片或扫描件", "ask the unit for the workbook rather than a picture of it")))
    }

    /// The days that its units wrote beside 填报日期.
    var reportedOn: String { Self.joined(reports.compactMap { $0.date?.description }) }

    /// What was written on one of the lines to sign.
    func signed(_ label: String) -> String {
        Self.joined(reports.flatMap(\.signatures).filter { $0.label == label }.map(\.value))
    }

    /// Texts that differ, each once.
    private static func joined(_ texts: [String]) -> String {
        var unique: [String] = []
        for text in texts where !unique.contains(text) { unique.append(text) }
        return unique.joined(separator: "、")
    }

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
    /// What it wrote on the other lines to sign.
    var signatures: [ReturnedSurroundings.Signature]
    /// When the file was saved last by its own account; empty where it does not say.
    var modified: String
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
