internal import FenjieModel
internal import FenjieTemplates

/// The columns agree with the fields as the template's `fieldsMatch` says (Table Schema).
struct FieldsMatchRule: Rule {
    static let name = "fields-match"
    static let codes = [
        CodeDescription(
            "fields-mismatch", .error, Message("栏目与模板不符", "the columns do not match the template"),
            cause: Message(
                "模板的 fieldsMatch 规定了栏目是否可以多、可以少、可以换位置，而这张表不合规定。",
                "The template's fieldsMatch says whether columns may be added, left out or moved, and the table differs."
            ),
            example: Message(
                "fieldsMatch 为 exact，而表中多了一栏“经费”。", "fieldsMatch is exact, and the table has a further column 经费."),
            cure: Message(
                "按模板的栏目和顺序整理表头，或放宽 fieldsMatch。", "Arrange the columns as in the template, or relax fieldsMatch."))
    ]

    private let table: CheckedTable
    private let match: FieldsMatch

    init?(_ table: CheckedTable) {
        guard let match = table.template.fieldsMatch else { return nil }
        self.table = table
        self.match = match
    }

    mutating func begin(_ report: inout RuleReport) {
        let printed = table.columns.filter { $0.position != nil }.sorted { ($0.position ?? 0) < ($1.position ?? 0) }
        let missing = table.template.fields.filter { table.column(of: $0) == nil }
        let foreign = printed.filter { $0.field == nil }
        if match == .exact || match == .equal || match == .subset {
            for field in missing {
                report.add(
                    "fields-mismatch", heading: nil, field: field.name,
                    Message("缺少“\(field.title)”一栏", "there is no column \(field.title)"),
                    hint: Message("请补上该栏", "add it"))
            }
        }
        if match == .exact || match == .equal || match == .superset {
            for column in foreign {
                let heading = QuotedText.short(column.heading)
                report.add(
                    "fields-mismatch", heading: column.position, field: column.meaning.rawValue,
                    Message("模板没有“\(heading)”一栏", "the template has no column \(heading)"),
                    hint: Message("请删去该栏，或加入模板", "delete it, or add it to the template"))
            }
        }
        if match == .partial, printed.allSatisfy({ $0.field == nil }) {
            report.add(
                "fields-mismatch", heading: nil, field: nil,
                Message("没有一栏属于模板", "no column belongs to the template"))
        }
        if match == .exact, missing.isEmpty, foreign.isEmpty { checkOrder(printed, &report) }
    }

    private func checkOrder(_ printed: [CheckedColumn], _ report: inout RuleReport) {
        for (column, field) in zip(printed, table.template.fields) where column.field?.name != field.name {
            report.add(
                "fields-mismatch", heading: column.position, field: field.name,
                Message("此处应为“\(field.title)”一栏", "the column \(field.title) belongs here"),
                hint: Message("请按模板的顺序排列各栏", "put the columns in the order of the template"))
            return
        }
    }
}
