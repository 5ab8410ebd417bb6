internal import FenjieGrammar
internal import FenjieModel
internal import FenjieTemplates

/// What is done has a day and evidence; what is not done has no day.
struct CompletionRule: Rule {
    static let name = "completion"
    static let codes = [
        CodeDescription(
            "completion-date-missing", .error, Message("已完成而没有完成日期", "done without a date"),
            cause: Message("完成状态是已完成，完成日期却是空的。", "The status says done, and no date of completion is given."),
            example: Message("状态“已完成”，完成日期为空。", "已完成, and 完成日期 is empty."),
            cure: Message("填写实际完成日期。", "Fill in the day on which it was done.")),
        CodeDescription(
            "evidence-missing", .warning, Message("已完成而没有佐证材料", "done without evidence"),
            cause: Message(
                "完成状态是已完成，佐证材料却是空的，无法核销。", "The status says done, and no evidence is named for the sign-off."),
            example: Message("状态“已完成”，佐证材料为空或“无”。", "已完成, and 佐证材料 is empty or 无."),
            cure: Message("写明文件名称、文号或网址。", "Name a file, a document number or an address.")),
        CodeDescription(
            "completion-date-unexpected", .warning, Message("没有完成却有完成日期", "a date without being done"),
            cause: Message("填了完成日期，完成状态却不是已完成。", "A date of completion is given, and the status does not say done."),
            example: Message("状态“正在推进”，完成日期 2024-06-30。", "正在推进, and completed on 2024-06-30."),
            cure: Message("已完成的改状态，未完成的删去日期。", "Change the status, or delete the date.")),
        CodeDescription(
            "completion-date-future", .error, Message("完成日期在将来", "done on a day to come"),
            cause: Message("完成日期晚于 --as-of 的日期。", "The date of completion lies behind the day of --as-of."),
            example: Message("截至 2024-09-30，完成日期写了 2024-12-31。", "As of 2024-09-30, and completed on 2024-12-31."),
            cure: Message("核对日期；尚未完成的改状态。", "Check the date, or change the status.")),
    ]

    private let status: StatusReader
    private let date: CheckedColumn?
    private let evidence: CheckedColumn?
    private let asOf: CivilDate?
    private let noneValues: SortedTexts

    init?(_ table: CheckedTable) {
        guard let status = StatusReader(table) else { return nil }
        self.status = status
        date = table.column(.completedOn)
        evidence = table.column(.evidence)
        asOf = table.options.asOf
        noneValues = table.noneValues
        guard date != nil || evidence != nil else { return nil }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        guard let meaning = status.meaning(row) else { return }
        let isDone = meaning == .done
        if isDone, let evidence, isNone(evidence, row) {
            report.add(
                "evidence-missing", evidence, in: row, Message("已完成，但没有写佐证材料", "done, and no evidence is named"),
                hint: Message("请写明文件名称、文号或网址", "name a file, a document number or an address"))
        }
        guard let date else { return }
        if isNone(date, row) {
            guard isDone else { return }
            report.add(
                "completion-date-missing", date, in: row, Message("已完成，但没有填完成日期", "done, and no date is given"),
                hint: Message("请填写实际完成日期，如 2024-09-30", "fill in the day, such as 2024-09-30"))
            return
        }
        if !isDone, meaning != .other, meaning != .ongoing {
            let text = QuotedText.short(row.text(status.statusColumn))
            report.add(
                "completion-date-unexpected", date, in: row,
                Message("状态是“\(text)”，却填了完成日期", "the status says \(text), and a date is given"),
                hint: Message("已完成的请改状态，未完成的请删去日期", "change the status, or delete the date"))
        }
        if let asOf, let day = WrittenDate.day(of: row.text(date))?.day, day > asOf {
            report.add(
                "completion-date-future", date, in: row,
                Message("完成日期 \(day) 晚于 \(asOf)", "the date \(day) lies behind \(asOf)"),
                hint: Message("请核对日期；尚未完成的请改状态", "check the date, or change the status"))
        }
    }

    private func isNone(_ column: CheckedColumn, _ row: borrowing CheckedRow) -> Bool {
        row.isBlank(column) || noneValues.contains(row.cells.bytes, row.value(column))
    }
}
