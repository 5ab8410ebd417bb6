internal import FenjieGrammar
public import FenjieModel

/// The list of all worksheets of an issue, with the proof that no task was lost.
public struct IssueIndex: Sendable {
    /// The files into which it goes.
    public static let fileNames = ["index.csv", "index.xlsx"]

    /// The heading of the column of files.
    package static let fileHeading = "文件"
    /// The heading of the column of tasks that went out.
    package static let issuedHeading = "实发任务"

    private let plan: IssuePlan
    private let missing: Set<Int>
    private var isOneWorkbook: Bool { plan.workbook != nil }
    private var isUnits: Bool { plan.issue.split.basis == .unit }

    /// An index of a plan.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - missing: the numbers of worksheets that could not be written.
    public init(_ plan: IssuePlan, missing: Set<Int> = []) {
        self.plan = plan
        self.missing = missing
    }

    /// The headings.
    public var headings: [String] { columns.map(\.heading) }

    /// The index as a plain sheet: a header, a row for each worksheet, a row of sums.
    public var sheet: Sheet { Sheet(name: "目录", rows: [headings] + rows + [sums]) }

    /// The index as it is printed.
    ///
    /// - Parameter targets: where each worksheet is found; `nil` for its file.
    /// - Returns: a table whose names lead to the worksheets.
    public func printedSheet(linkingTo targets: [PrintedLink.Target]? = nil) -> PrintedSheet {
        let links = plan.entries.enumerated().map { index, entry in
            PrintedLink(
                .cell(CellReference(row: index + 1, column: targets == nil ? 3 : 2)),
                to: targets?[index] ?? .file(entry.file))
        }
        let period = plan.issue.period
        return PrintedSheet(
            name: "目录", titleLines: [plan.issue.title + "：任务表目录"] + (period.isEmpty ? [] : ["期次：\(period)"]),
            columns: columns, rows: rows + [sums],
            closingLines: [proof.chinese] + (missing.isEmpty ? [] : ["有 \(missing.count) 份任务表未能写出，见备注。"]),
            hasFilter: false, links: links)
    }

    /// The proof in one sentence.
    public var proof: Message {
        let proof = plan.issue.split.proof
        let name = Self.word(for: plan.issue.split.basis)
        let verdict = proof.holds ? ("一致", "they agree") : ("不一致", "they do NOT agree")
        return Message(
            "核对：原表任务 \(proof.tasks) 项，任务×\(name.chinese) \(proof.pairsIn) 对；拆分后任务 \(proof.tasksOut) 项，"
                + "任务×\(name.chinese) \(proof.pairsOut) 对，\(verdict.0)。",
            "Proof: \(Message.counted(proof.tasks, "task")) and \(Message.counted(proof.pairsIn, "pair")) of task "
                + "and \(name.english) went in, "
                + "\(Message.counted(proof.tasksOut, "task")) and \(Message.counted(proof.pairsOut, "pair")) came "
                + "out; \(verdict.1).")
    }

    private var columns: [PrintedColumn] {
        var columns = [
            PrintedColumn(heading: "序号", width: 6, alignment: .center),
            PrintedColumn(heading: Self.word(for: plan.issue.split.basis).chinese, width: 32),
        ]
        if !isOneWorkbook { columns.append(PrintedColumn(heading: Self.fileHeading, width: 40)) }
        if isUnits {
            columns += ["牵头", "负责", "配合"].map {
                PrintedColumn(heading: $0, width: 8, alignment: .center, content: .number)
            }
        }
        return columns + [
            PrintedColumn(heading: "应发任务", width: 10, alignment: .center, content: .number),
            PrintedColumn(heading: Self.issuedHeading, width: 10, alignment: .center, content: .number),
            PrintedColumn(heading: "最早时限", width: 14, alignment: .center),
            PrintedColumn(heading: "备注", width: 28),
        ]
    }

    private var rows: [[String]] {
        plan.entries.map { entry in
            let portion = entry.portion
            return [String(entry.number), portion.name] + (isOneWorkbook ? [] : [entry.file]) + roleCounts([portion])
                + [
                    String(portion.expected), missing.contains(entry.number) ? "0" : String(portion.rows.count),
                    plan.issue.firstDue(of: portion) ?? "",
                    ((missing.contains(entry.number) ? ["未写出"] : []) + remarks(on: portion)).joined(separator: "；"),
                ]
        }
    }

    private var sums: [String] {
        let portions = plan.entries.map(\.portion)
        let written = plan.entries.filter { !missing.contains($0.number) }
        let whole = plan.issue.split
        var remark = whole.proof.holds ? "核对一致" : "核对不一致"
        if portions.count < whole.total { remark = "全部 \(whole.total) 份中的 \(portions.count) 份" }
        if !missing.isEmpty { remark = "有 \(missing.count) 份未写出" }
        return ["", "合计"] + (isOneWorkbook ? [] : ["\(written.count) 个文件"]) + roleCounts(portions)
            + [
                String(portions.reduce(0) { $0 + $1.expected }),
                String(written.reduce(0) { $0 + $1.portion.rows.count }), "", remark,
            ]
    }

    private func roleCounts(_ portions: [Portion]) -> [String] {
        guard isUnits else { return [] }
        return Assignment.Role.allCases.map { role in String(portions.reduce(0) { $0 + $1.count(role) }) }
    }

    private func remarks(on portion: Portion) -> [String] {
        var parts: [String] = []
        switch portion.kind {
        case .collective: parts.append("代表多个单位，未展开")
        case .unassigned: parts.append("原表未写明")
        case .named: break
        }
        if portion.isUnknown { parts.append("名录中没有") }
        let open = portion.rows.count { $0.isOpen }
        if open > 0, isUnits { parts.append("\(open) 项的单位名单未列全") }
        return parts
    }

    static func word(for basis: SplitBasis) -> Message {
        switch basis {
        case .unit: Message("单位", "unit")
        case .role: Message("职责", "role")
        case .task: Message("任务类别", "task heading")
        case .deadline: Message("完成时限", "deadline")
        }
    }
}
