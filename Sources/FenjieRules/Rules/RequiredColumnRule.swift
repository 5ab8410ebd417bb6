internal import FenjieModel
internal import FenjieTemplates
internal import FenjieText

/// Columns that the template requires must be there.
struct RequiredColumnRule: Rule {
    static let name = "required-column"
    static let codes = [
        CodeDescription(
            "required-column-missing", .error, Message("缺少必需的栏目", "a required column is missing"),
            cause: Message(
                "模板中 constraints.required 为 true 的栏目，表头里没有，也没有认得的同义栏名。",
                "The template says constraints.required for a field, and no heading of the table means it."),
            example: Message("模板要求“具体要求”，表头却写成“内容项”。", "The template requires 具体要求; the header says 内容项."),
            cure: Message(
                "把栏名改为模板的栏名，或在模板该栏目的 synonyms 中加上现在的栏名。",
                "Rename the heading, or add it to the field's synonyms in the template.")),
        CodeDescription(
            "number-column-missing", .info, Message("没有序号栏", "there is no column of numbers"),
            cause: Message(
                "表里没有“序号”一栏；转换和拆分时从 1 编号。",
                "The table has no numbers; converting and splitting count its tasks from 1."),
            example: Message("表头从“工作任务”开始。", "The header begins with 工作任务."),
            cure: Message("不影响结果；下发前最好编号。", "Nothing to do, though numbers help whoever reports back.")),
    ]

    private let table: CheckedTable

    init?(_ table: CheckedTable) { self.table = table }

    mutating func begin(_ report: inout RuleReport) {
        let strange = table.columns.filter { $0.field == nil && $0.position != nil && !$0.heading.isEmpty }
        for field in table.template.fields where field.constraints.required && table.column(of: field) == nil {
            let near = NearestNames.suggestion(for: field.title, among: strange.map(\.heading))
            guard near != nil || table.standIn(for: field) == nil else { continue }
            guard near != nil || field.field != .number else {
                report.add("number-column-missing", heading: nil, field: field.name, Self.missing(field.title))
                continue
            }
            let column = near.flatMap { near in strange.first { $0.heading == near } }
            report.add(
                "required-column-missing", heading: column?.position, field: field.name,
                Self.missing(field.title), hint: Self.cure(field.title, near: near))
        }
    }

    private static func missing(_ title: String) -> Message {
        Message("缺少“\(title)”一栏", "there is no column \(title)")
    }

    private static func cure(_ title: String, near: String?) -> Message {
        guard let near else {
            return Message("请补上“\(title)”一栏", "add the column \(title)")
        }
        let shown = QuotedText.short(near)
        return Message("“\(shown)”是否就是这一栏？请改为“\(title)”", "is it \(shown)? rename it to \(title)")
    }
}
