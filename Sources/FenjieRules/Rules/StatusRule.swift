internal import FenjieModel
internal import FenjieTemplates

/// The state of every task is told, in words that are known.
struct StatusRule: Rule {
    static let name = "status"
    static let codes = [
        CodeDescription(
            "status-missing", .warning, Message("没有选择完成状态", "no status is chosen"),
            cause: Message("“完成状态”由填报单位选择，这一行是空的，台账无法统计。", "Units choose a status, and this row has none."),
            example: Message("写了进展情况，完成状态为空。", "Progress is told, and no status is chosen."),
            cure: Message("从下拉列表中选择。", "Choose one from the list.")),
        CodeDescription(
            "status-unknown", .warning, Message("不认识的完成状态", "an unknown status"),
            cause: Message(
                "模板没有规定选项，而单元格的词不是已完成、正在推进、未启动、长期坚持等常用说法。",
                "The template has no list, and the word is none of those that offices use."),
            example: Message("“差不多了”。", "差不多了."),
            cure: Message("改用常用说法，或在模板中用 enum 列出选项。", "Use a usual word, or list choices in enum.")),
    ]

    private let column: CheckedColumn
    private let hasChoices: Bool
    private let isFillIn: Bool
    private let meanings: CellCache<StatusMeaning?>

    init?(_ table: CheckedTable) {
        guard let column = table.column(.status) else { return nil }
        self.column = column
        meanings = table.statuses
        hasChoices = !(column.field?.constraints.allowed ?? []).isEmpty
        isFillIn = column.field?.print.isFillIn == true && column.field?.constraints.required == false
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        guard !row.isBlank(column) else {
            if isFillIn {
                report.add(
                    "status-missing", column, in: row, Message("没有选择完成状态", "no status is chosen"),
                    hint: Message("请从下拉列表中选择", "choose one from the list"))
            }
            return
        }
        guard !hasChoices, meanings.reading(of: column, in: row) == nil else { return }
        let text = row.text(column)
        report.add(
            "status-unknown", column, in: row,
            Message("不认识的完成状态“\(QuotedText.short(text))”", "the status “\(QuotedText.short(text))” is not known"),
            hint: Message("常用：已完成、正在推进、未启动、长期坚持", "usual words: 已完成, 正在推进, 未启动, 长期坚持"))
    }
}
