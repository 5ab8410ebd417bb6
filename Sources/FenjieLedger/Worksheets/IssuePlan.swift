internal import FenjieModel

/// Which worksheet goes into which file.
public struct IssuePlan: Sendable {
    /// One worksheet and its file.
    public struct Entry: Sendable {
        /// The position among all worksheets of the issue, counted from 1.
        public let number: Int
        /// What the worksheet shows.
        public let portion: Portion
        /// The name of the file, or of the sheet's file in a workbook of all.
        public let file: String
    }

    /// The issue.
    public let issue: WorksheetIssue
    /// The worksheets in the order of issue.
    public let entries: [Entry]
    /// The one file that holds all worksheets; `nil` where each has its own.
    public let workbook: String?

    /// Names the files of an issue.
    ///
    /// - Parameters:
    ///   - issue: the issue.
    ///   - pattern: how files are named.
    ///   - fileExtension: the extension with its dot.
    ///   - workbook: the one file that holds all worksheets; `nil` for a file each.
    public init(_ issue: WorksheetIssue, pattern: FileNamePattern, fileExtension: String, workbook: String? = nil) {
        self.issue = issue
        self.workbook = workbook
        var names = FileNameSet(reserving: IssueIndex.fileNames)
        let width = max(2, String(issue.split.total).count)
        entries = issue.split.portions.map { portion in
            let digits = String(portion.position)
            let values: [FileNamePart: String] = [
                .number: String(repeating: "0", count: max(0, width - digits.count)) + digits, .unit: portion.name,
                .title: issue.title, .period: issue.period, .role: portion.onlyRole?.chinese ?? "",
            ]
            let file = workbook ?? names.insert(stem: pattern.stem(values), fileExtension: fileExtension)
            return Entry(number: portion.position, portion: portion, file: file)
        }
    }
}
