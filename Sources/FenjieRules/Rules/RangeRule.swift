internal import FenjieGrammar
internal import FenjieModel
internal import FenjieTemplates

/// Numbers and days lie within their bounds (Table Schema, `minimum` and `maximum`).
struct RangeRule: Rule {
    static let name = "range"
    static let codes = [
        CodeDescription(
            "out-of-range", .error, Message("超出范围", "out of range"),
            cause: Message(
                "模板中该栏 constraints.minimum、maximum 规定了范围，单元格的值在范围之外。",
                "The template's constraints.minimum and maximum set bounds, and the value lies outside."),
            example: Message("“得分”最大 100，填了 120。", "The score is 100 at most, and the cell says 120."),
            cure: Message("核对后改正。", "Check the value and correct it."))
    ]

    private enum Bounds {
        case numbers(Double?, Double?)
        case days(CivilDate?, CivilDate?)
    }

    private var items: [(column: CheckedColumn, field: TemplateField, bounds: Bounds)] = []

    init?(_ table: CheckedTable) {
        for (column, field) in table.known {
            let constraints = field.constraints
            guard constraints.minimum != nil || constraints.maximum != nil else { continue }
            switch field.type {
            case .integer, .number:
                items.append(
                    (
                        column, field,
                        .numbers(constraints.minimum.flatMap(Double.init), constraints.maximum.flatMap(Double.init))
                    ))
            case .date:
                items.append(
                    (
                        column, field,
                        .days(
                            constraints.minimum.flatMap { WrittenDate.day(of: $0)?.day },
                            constraints.maximum.flatMap { WrittenDate.day(of: $0)?.day })
                    ))
            case .string, .list: continue
            }
        }
        guard !items.isEmpty else { return nil }
    }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        for item in items {
            let value = row.value(item.column)
            guard !value.isEmpty else { continue }
            let fault: (isLow: Bool, isHigh: Bool)
            switch item.bounds {
            case .numbers(let least, let most):
                guard let number = WrittenNumber.value(of: row.cells.bytes, value) else { continue }
                fault = (least.map { number < $0 } ?? false, most.map { number > $0 } ?? false)
            case .days(let first, let last):
                guard let day = WrittenDate.day(of: row.text(item.column))?.day else { continue }
                fault = (first.map { day < $0 } ?? false, last.map { day > $0 } ?? false)
            }
            guard fault.isLow || fault.isHigh else { continue }
            let bound = (fault.isLow ? item.field.constraints.minimum : item.field.constraints.maximum) ?? ""
            let text = QuotedText.short(row.text(item.column))
            let title = item.field.title
            report.add(
                "out-of-range", item.column, in: row,
                fault.isLow
                    ? Message("“\(title)”不能小于 \(bound)，填的是 \(text)", "\(title) is \(text), less than \(bound)")
                    : Message("“\(title)”不能大于 \(bound)，填的是 \(text)", "\(title) is \(text), more than \(bound)"),
                hint: Message("请核对后改正", "check it and correct it"))
        }
    }
}
