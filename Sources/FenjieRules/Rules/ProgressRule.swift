internal import FenjieModel
internal import FenjieTemplates

/// Whoever says that work goes on says what was done.
struct ProgressRule: Rule {
    static let name = "progress"
    static let codes = [
        CodeDescription(
            "progress-missing", .warning, Message("没有写进展情况", "no progress is told"),
            cause: Message("完成状态说已完成或正在推进，进展情况却是空的。", "The status says done or under way, and no progress is told."),
            example: Message("状态“正在推进”，进展情况为空或“无”。", "正在推进, and 进展情况 is empty or 无."),
            cure: Message("写明做了什么、取得什么结果。", "Tell what was done, and with what result.")),
        CodeDescription(
            "progress-repeats-status", .info, Message("进展情况只重复了状态", "the progress repeats the status"),
            cause: Message("进展情况只有“正在推进”一类的话，没有内容。", "The progress says no more than the status."),
            example: Message("进展情况：“正在推进”。", "进展情况 says 正在推进."), cure: Message("写明做法、数据和结果。", "Give facts and figures.")
        ),
    ]

    private let status: StatusReader
    private let column: CheckedColumn
    private let noneValues: SortedTexts

    init?(_ table: CheckedTable) {
        guard let status = StatusReader(table), let column = table.column(.progress) else { return nil }
        self.status = status
        self.column = column
        noneValues = table.noneValues
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        guard let meaning = status.meaning(row), meaning == .done || meaning == .underway || meaning == .behind else {
            return
        }
        let value = row.value(column)
        if value.isEmpty || noneValues.contains(row.cells.bytes, value) {
            let status = QuotedText.short(row.text(status.statusColumn))
            report.add(
                "progress-missing", column, in: row,
                Message("状态是“\(status)”，但没有写进展情况", "the status says \(status), and no progress is told"),
                hint: Message("请写明做了什么、取得什么结果", "tell what was done, and with what result"))
        } else if value.count <= 24, StatusMeaning(row.text(column)) != nil {
            let text = row.text(column)
            report.add(
                "progress-repeats-status", column, in: row,
                Message("进展情况只写了“\(text)”", "the progress says no more than \(text)"),
                hint: Message("请写明做法、数据和结果", "give facts and figures"))
        }
    }
}
