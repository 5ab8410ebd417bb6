internal import FenjieGrammar
internal import FenjieModel
internal import FenjieTemplates

/// Every task has a unit that leads, where the form has a column for it.
struct LeadRule: Rule {
    static let name = "lead"
    static let codes = [
        CodeDescription(
            "lead-missing", .warning, Message("没有牵头单位", "no unit leads"),
            cause: Message(
                "表中有“牵头单位”一栏，这一行却是空的，责任单位栏里也没有写明谁牵头。",
                "The table has a column for leads; it is empty here, and no other unit cell says who leads."),
            example: Message("牵头单位为空，配合单位写了三家。", "Nobody leads, and three units assist."),
            cure: Message("填写牵头单位。", "Name the unit that leads."))
    ]

    private let column: CheckedColumn
    private let others: [CheckedColumn]
    private let units: CellCache<UnitCell>
    private let noneValues: SortedTexts

    init?(_ table: CheckedTable) {
        guard let column = table.column(.leadUnit), column.field != nil else { return nil }
        self.column = column
        others = table.unitColumns.filter { $0.meaning != .leadUnit }
        units = table.units
        noneValues = table.noneValues
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        let value = row.value(column)
        guard value.isEmpty || noneValues.contains(row.cells.bytes, value) else { return }
        let leads = others.contains { other in
            !row.isBlank(other) && units.reading(of: other, in: row).units.contains { $0.role == .lead }
        }
        guard !leads else { return }
        report.add(
            "lead-missing", column, in: row, Message("没有牵头单位", "no unit leads"),
            hint: Message("请填写牵头单位", "name the unit that leads"))
    }
}
