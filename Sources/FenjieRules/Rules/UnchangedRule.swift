internal import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates

/// The progress is not the text of the last period.
///
/// Rows are matched by number and requirement, white space aside.
struct UnchangedRule: Rule {
    static let name = "unchanged"
    static let codes = [
        CodeDescription(
            "progress-unchanged", .warning, Message("进展情况与上期相同", "the progress is that of the last period"),
            cause: Message(
                "与 --previous 给出的上期表相比，这项任务的进展情况一字未改，又没有完成。",
                "Compared with --previous, the progress of the task has not changed, and it is not done."),
            example: Message("上期和本期都写“已完成选址”。", "Both periods say 已完成选址."),
            cure: Message("补写本期的新进展；确无进展的写明原因。", "Tell what is new; where nothing is, say why."))
    ]

    private let status: StatusReader?
    private let progress: CheckedColumn
    private let keys: [CheckedColumn]
    private var before: [String: String] = [:]

    init?(_ table: CheckedTable) {
        guard !table.options.previous.isEmpty, let progress = table.column(.progress) else { return nil }
        self.progress = progress
        status = StatusReader(table)
        let meanings: [Field] = [.number, .requirement].filter { table.column($0) != nil }
        keys = meanings.compactMap { table.column($0) }
        for previous in table.options.previous {
            for task in previous.tasks {
                let key = meanings.map { CellBytes.squeezed(previous.text($0, of: task)) }
                before[key.joined(separator: "\u{1F}")] = CellBytes.squeezed(previous.text(.progress, of: task))
            }
        }
        guard !keys.isEmpty else { return nil }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        guard !row.isBlank(progress), status?.meaning(row) != .done else { return }
        var parts: [String] = []
        for column in keys { parts.append(CellBytes.squeezed(row.text(column))) }
        guard before[parts.joined(separator: "\u{1F}")] == CellBytes.squeezed(row.text(progress)) else { return }
        report.add(
            "progress-unchanged", progress, in: row,
            Message("进展情况与上期一字不差", "the progress is word for word that of the last period"),
            hint: Message("请补写本期的新进展；确无进展的请写明原因", "tell what is new; where nothing is, say why"))
    }
}
