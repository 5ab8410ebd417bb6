internal import FenjieModel
internal import FenjieTemplates

/// Numbers run through the table, or begin at 1 again in each group.
///
/// Only plain whole numbers take part: 3-1 or （二） have an order of their own.
struct NumberSequenceRule: Rule {
    static let name = "number-sequence"
    static let codes = [
        CodeDescription(
            "number-gap", .warning, Message("序号不连续", "numbers are missing"),
            cause: Message("序号跳过了若干个，中间的行可能被删掉了。", "The numbers leave some out; rows may have been deleted."),
            example: Message("序号 3 之后是 5。", "3 is followed by 5."),
            cure: Message("找回缺少的行；本来如此的，重新编号。", "Find the rows that are missing, or number the table anew.")),
        CodeDescription(
            "number-repeated", .warning, Message("序号重复", "a number is repeated"),
            cause: Message("同一组内序号与前面的行相同。", "A row above in the same group has the same number."),
            example: Message("相邻两行的序号都是 4。", "Two rows in a row are number 4."),
            cure: Message("核对两行，重新编号，或删去重复的行。", "Compare the rows; number them anew or delete the double.")),
        CodeDescription(
            "number-order", .warning, Message("序号倒退", "a number goes back"),
            cause: Message(
                "序号比上一行小，又不是新的一组从 1 开始。", "The number is less than the one above, and no group begins here."),
            example: Message("序号 8 之后是 6。", "8 is followed by 6."),
            cure: Message("按序号重新排序，或重新编号。", "Sort the rows, or number them anew.")),
    ]

    private let column: CheckedColumn
    private var groups: NumberGroups?
    private let reportsRepeats: Bool
    private var last: Int?
    /// Whether another group began since the last number.
    private var startsGroup = false

    init?(_ table: CheckedTable) {
        guard let column = table.column(.number) else { return nil }
        self.column = column
        groups = NumberGroups(table)
        // Where the number is the key, a repeated one is reported as such.
        let field = column.field
        reportsRepeats = field.map { !$0.constraints.unique && table.template.primaryKey != [$0.name] } ?? true
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        let begins = groups?.begins(row) ?? false
        startsGroup = startsGroup || begins
        guard let number = CellBytes.wholeNumber(row.cells.bytes, row.value(column), digits: 9) else { return }
        let startsGroup = self.startsGroup
        self.startsGroup = false
        defer { last = number }
        guard let last else {
            if number > 1 { reportGap(from: 1, to: number - 1, row, &report) }
            return
        }
        if number == last + 1 || number == 1 && startsGroup { return }
        if number == last {
            guard reportsRepeats else { return }
            report.add(
                "number-repeated", column, in: row,
                Message("序号 \(number) 与上一行重复", "the number \(number) stands in the row above already"),
                hint: Message("请核对后重新编号", "number the rows anew"))
        } else if number > last {
            reportGap(from: last + 1, to: number - 1, row, &report)
        } else {
            report.add(
                "number-order", column, in: row,
                Message("序号由 \(last) 退回到 \(number)", "the numbers go back from \(last) to \(number)"),
                hint: Message("请按序号排序，或重新编号", "sort the rows, or number them anew"))
        }
    }

    private func reportGap(from first: Int, to last: Int, _ row: borrowing CheckedRow, _ report: inout RuleReport) {
        let shown = first == last ? "\(first)" : "\(first)—\(last)"
        let shownInEnglish = first == last ? "\(first)" : "\(first) to \(last)"
        report.add(
            "number-gap", column, in: row,
            Message("缺少序号 \(shown)", "the number \(shownInEnglish) is missing above"),
            hint: Message("请核对是否漏了行", "check whether rows are missing"))
    }
}
