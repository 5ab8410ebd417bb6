public import FenjieFiles
internal import FenjieFormats
public import FenjieLedger
public import FenjieModel
internal import FenjieXLSX
internal import Synchronization

/// What became of an issue.
public struct IssueOutcome: Sendable {
    /// The numbers of the worksheets that were written.
    public var written: Set<Int> = []
    /// What was noticed.
    public var findings: [Finding] = []
    /// What could not be written, in the order of issue.
    public var failures: [any Failure] = []
}

/// Writes the worksheets of an issue: a file each beside an index, or all in one workbook.
public struct IssueWriter: Sendable {
    private let plan: IssuePlan
    private let file: WorksheetFile
    private let replacing: Replacement
    private let workers: Workers

    /// A writer.
    ///
    /// - Parameters:
    ///   - plan: which worksheet goes into which file.
    ///   - format: the form of the files.
    ///   - writing: how they are written.
    ///   - replacing: whether files of an earlier issue may be replaced.
    ///   - workers: how many worksheets are made at a time; one more than there are cores, as each waits for the disk.
    public init(
        _ plan: IssuePlan, format: any OutputFormat, writing: WritingOptions = WritingOptions(), replacing: Replacement,
        workers: Workers = Workers(Workers.cores + 1)
    ) {
        self.plan = plan
        file = WorksheetFile(format: format, writing: writing, issue: plan.issue)
        self.replacing = replacing
        self.workers = workers
    }

    /// Writes a file for each worksheet, then the index.
    ///
    /// A worksheet that cannot be written leaves the others as they are; where the disk is full, those that are whole
    /// stay, and the index and the failures say which are missing.
    ///
    /// - Parameter folder: where to; it is created where it is missing.
    /// - Returns: what became of it.
    /// - Throws: a ``Failure`` where nothing was touched, because the folder is in use or cannot be made.
    public func write(into folder: String) throws -> IssueOutcome {
        let names = plan.entries.map(\.file) + IssueIndex.fileNames
        let target = try IssueFolder(folder)
        try target.check(names, replacing: replacing)
        try Folder.create(folder)
        // The index says what is missing where the disk becomes full, so that its room is kept until then.
        var room = keepRoom(into: folder)
        var outcome = writeWorksheets(into: folder)
        room.take()?.discard()
        let missing = Set(plan.entries.map(\.number)).subtracting(outcome.written)
        do {
            try writeIndex(IssueIndex(plan, missing: missing), into: folder)
        } catch let failure as any Failure {
            outcome.failures.append(failure)
        }
        let leftOver = target.leftOver(names)
        if !leftOver.isEmpty { outcome.findings.append(Self.leftOver(leftOver, in: folder)) }
        return outcome
    }

    /// Writes all worksheets into one workbook.
    ///
    /// - Parameter path: the workbook.
    /// - Returns: what became of it.
    /// - Throws: a ``Failure`` where it could not be written.
    public func write(workbook path: String) throws -> IssueOutcome {
        try replacing.check(path)
        let findings = try file.writeAll(plan, to: path, replacing: replacing)
        return IssueOutcome(written: Set(plan.entries.map(\.number)), findings: findings)
    }

    private func writeWorksheets(into folder: String) -> IssueOutcome {
        let results = Mutex<[Int: Result<[Finding], any Error>]>([:])
        workers.forEach(plan.entries.count) { index in
            let entry = plan.entries[index]
            let path = PathText.joined(folder, entry.file)
            let result = Result { try file.write(entry.portion, to: path, replacing: replacing) }
            results.withLock { $0[index] = result }
            if case .failure(let error) = result { return !Self.isFullDisk(error) }
            return true
        }
        return outcome(results.withLock { $0 }, folder)
    }

    private func outcome(_ results: [Int: Result<[Finding], any Error>], _ folder: String) -> IssueOutcome {
        var outcome = IssueOutcome()
        var untried = 0
        for (index, entry) in plan.entries.enumerated() {
            switch results[index] {
            case .success(let findings):
                outcome.written.insert(entry.number)
                // What the form itself leaves out is the same for every worksheet and said once.
                outcome.findings += findings.compactMap { finding in
                    guard finding.code == "surroundings-left-out" else { return finding }
                    guard !outcome.findings.contains(where: { $0.code == finding.code }) else { return nil }
                    var finding = finding
                    finding.place = Place(file: folder)
                    return finding
                }
            case .failure(let error):
                outcome.failures.append(
                    error as? any Failure ?? UnknownFailure(PathText.joined(folder, entry.file), "\(error)"))
            case nil: untried += 1
            }
        }
        if untried > 0 {
            outcome.failures.append(StoppedIssue(folder, written: outcome.written.count, untried: untried))
        }
        return outcome
    }

    /// A file as large as the index can become, never to appear; `nil` where there is no room for it to begin with.
    private func keepRoom(into folder: String) -> OutputFile? {
        let longest = IssueIndex(plan, missing: Set(plan.entries.map(\.number))).sheet
        let bytes = longest.rows.reduce(0) { $0 + $1.reduce(2) { $0 + 2 * $1.utf8.count + 3 } }
        let path = PathText.joined(folder, IssueIndex.fileNames[0])
        guard var room = try? OutputFile(path: path, replacing: replacing) else { return nil }
        try? room.write([UInt8](repeating: 0, count: bytes))
        return room
    }

    private func writeIndex(_ index: IssueIndex, into folder: String) throws {
        for name in IssueIndex.fileNames {
            var destination = Destination.file(
                try OutputFile(path: PathText.joined(folder, name), replacing: replacing))
            try Self.write(index, named: name, WritingOptions(encoding: file.writing.encoding), to: &destination)
            try destination.complete()
        }
    }

    /// Writes an index in the form that its name means; the caller completes the destination.
    static func write(
        _ index: IssueIndex, named name: String, _ options: WritingOptions, to destination: inout Destination
    ) throws {
        if PathText.extension(of: name) == "xlsx" {
            let sheet = index.printedSheet()
            let properties = DocumentProperties(title: sheet.titleLines[0])
            _ = try WorkbookFormat().write(Printout(sheets: [sheet], properties: properties), to: &destination)
        } else {
            _ = try CSVFormat().write(.sheets([index.sheet]), options, to: &destination)
        }
    }

    /// Whether going on would only fail again.
    private static func isFullDisk(_ error: any Error) -> Bool {
        if let failure = error as? WorkbookWritingFailure { return failure.cause == .system }
        return (error as? FileFailure)?.kind == .output
    }

    private static func leftOver(_ names: [String], in folder: String) -> Finding {
        let shown = names.prefix(5).joined(separator: "、") + (names.count > 5 ? "……" : "")
        return Finding(
            "worksheet-left-over", .warning, at: Place(file: folder),
            message: Message(
                "以前生成的 \(names.count) 份任务表这次没有，未删除：\(shown)",
                "\(Message.counted(names.count, "worksheet")) of an earlier issue, not among these, left in place: \(shown)"
            ),
            hint: Message("确认不再需要后请手工删除，以免误发", "delete them if they are no longer needed, lest they go out"))
    }
}

/// The rest of an issue was not tried.
struct StoppedIssue: Failure {
    let place: Place
    let message: Message

    init(_ folder: String, written: Int, untried: Int) {
        place = Place(file: folder)
        message = Message(
            "已写出 \(written) 份，其余 \(untried) 份未写",
            "\(Message.counted(written, "worksheet was", "worksheets were")) written, the other \(untried) were not "
                + "tried")
    }

    var kind: FailureKind { .output }
    var hint: Message? {
        Message("已写出的文件是完整的；清理磁盘后加 --force 重新生成", "those written are whole; free some space and run again with --force")
    }
}

/// An error that is none of ours.
struct UnknownFailure: Failure {
    let place: Place
    let message: Message

    init(_ path: String, _ text: String) {
        place = Place(file: path)
        message = Message("内部错误：\(text)", "an internal error: \(text)")
    }

    var kind: FailureKind { .bug }
}
