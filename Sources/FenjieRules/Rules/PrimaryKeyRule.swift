internal import FenjieModel
internal import FenjieTemplates

/// The fields of the primary key identify a row (Table Schema, `primaryKey`).
struct PrimaryKeyRule: Rule {
    static let name = "primary-key"
    static let codes = [
        CodeDescription(
            "key-repeated", .error, Message("主键重复", "a key occurs twice"),
            cause: Message(
                "模板的 primaryKey（通常是序号）用来辨认每一行，而这一行与前面某行相同。",
                "The fields of the template's primaryKey, mostly the number, tell rows apart; a row above has the same."
            ),
            example: Message("两行的序号都是 12。", "Two rows have the number 12."),
            cure: Message("核对两行：序号写错的改正，重复的行删去。", "Correct the number, or delete the row that is a double.")),
        CodeDescription(
            "key-missing", .error, Message("主键缺失", "a key is missing"),
            cause: Message(
                "primaryKey 的栏目不能为空（模板已要求必填的栏目由 value-missing 报告）。",
                "Fields of the primaryKey cannot be empty; where the template requires them, value-missing says so."),
            example: Message("这一行没有序号。", "The row has no number."),
            cure: Message("补填该栏。", "Fill it in.")),
        CodeDescription(
            "numbers-restart", .info, Message("序号分组编排", "numbers begin anew in each group"),
            cause: Message(
                "序号在新的一组（一级任务，或序号前的单位）从 1 重新编起，全表不唯一。",
                "The numbers begin at 1 again with another first-level task, or another unit in front of them, so that they are not unique in the table."
            ),
            example: Message("“一、水利”和“二、交通”下的序号都从 1 编起。", "1, 2 below 水利 and 1, 2 below 交通."),
            cure: Message(
                "不影响结果；要按序号查找的，改为全表连续编号。", "Nothing to do; number the table through to look tasks up by number.")),
    ]

    private let columns: [CheckedColumn]
    private let required: [Bool]
    private var seen = FirstRows()
    /// Where the key is the number alone, which may begin anew in each group.
    private var groups: NumberGroups?
    private var hasRestarted = false

    init?(_ table: CheckedTable) {
        let fields = table.template.primaryKey.compactMap { key in table.template.fields.first { $0.name == key } }
        columns = fields.compactMap { table.column(of: $0) }
        required = fields.map(\.constraints.required)
        guard !columns.isEmpty, columns.count == table.template.primaryKey.count else { return nil }
        groups = columns.allSatisfy { $0.meaning == .number } ? NumberGroups(table) : nil
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        let begins = groups?.begins(row) ?? false && groups?.isNew ?? false
        for index in columns.indices where row.isBlank(columns[index]) {
            if !required[index], !(row.continuesNumber && columns[index].meaning == .number) {
                report.add(
                    "key-missing", columns[index], in: row, Message("主键栏是空的", "the key is empty"),
                    hint: Message("请补填", "fill it in"))
            }
            return
        }
        guard let first = seen.insert(columns, of: row) else { return }
        if begins, groups?.isFirst(row) ?? false {
            seen = FirstRows()
            _ = seen.insert(columns, of: row)
            if !hasRestarted {
                report.add(
                    "numbers-restart", columns[0], in: row,
                    Message("序号从这里起重新编排，各组内不重复", "the numbers begin anew here; they are unique in each group"))
            }
            hasRestarted = true
            return
        }
        let text = QuotedText.short(columns.map { row.text($0) }.joined(separator: "、"))
        report.add(
            "key-repeated", columns[0], in: row,
            Message("“\(text)”与第 \(first) 行重复", "“\(text)” stands in row \(first) already"),
            hint: Message("请核对这两行：写错的改正，重复的删去", "compare the two rows; correct the key or delete the double"))
    }
}
