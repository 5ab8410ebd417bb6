internal import CXLSXWriter
internal import FenjieModel

extension TableDrawing {
    /// Adds the colours that depend on what cells hold.
    func addRules(with workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) {
        guard !plan.rows.isEmpty else { return }
        for rule in content.rules {
            let formula: String
            let ranges: [ClosedRange<Int>]
            switch rule.condition {
            case .equals(let column, let text):
                formula = "=\(try cell(column))=\(Self.quoted(text))"
                ranges = [(column - 1)...(column - 1)]
            case .overdue(let due, let status, let done):
                let (date, state) = (try cell(due), try cell(status))
                let open = done.map { ",\(state)<>\(Self.quoted($0))" }.joined()
                formula = "=AND(ISNUMBER(\(date)),\(date)<TODAY()\(open))"
                ranges = ownColumns
            }
            guard formula.utf16.count <= Self.longestFormula else {
                throw .textTooLong(formula.utf16.count, limit: Self.longestFormula, at: Place(sheet: content.name))
            }
            let format = try workbook.format(rule.tone)
            for columns in ranges { try add(formula, columns: columns, format: format) }
        }
    }

    /// Neighbouring columns in which each row has cells of its own: a cell that rows share says nothing about one row.
    private var ownColumns: [ClosedRange<Int>] {
        var shared: Set<Int> = []
        for range in plan.merges.ranges where range.rows.count > 1 {
            shared.formUnion((range.first.column - 1)...(range.last.column - 1))
        }
        var result: [ClosedRange<Int>] = []
        for column in content.columns.indices where !shared.contains(column) {
            if let last = result.last, last.upperBound == column - 1 {
                result[result.count - 1] = last.lowerBound...column
            } else {
                result.append(column...column)
            }
        }
        return result
    }

    /// Excel's limit.
    private static let longestFormula = 8_192

    private func add(
        _ formula: String, columns: ClosedRange<Int>, format: FormatHandle
    ) throws(WorkbookWritingFailure) {
        var strings = CStrings()
        var rule = unsafe lxw_conditional_format()
        unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
        unsafe rule.value_string = strings.add(formula)
        unsafe rule.format = unsafe format.pointer
        unsafe rule.stop_if_true = 1
        let first = try sheet.rowIndex(plan.firstBodyRow)
        let last = try sheet.rowIndex(plan.firstClosingRow - 1)
        let left = try sheet.columnIndex(columns.lowerBound)
        let right = try sheet.columnIndex(columns.upperBound)
        let result = unsafe worksheet_conditional_format_range(sheet.sheet, first, left, last, right, &rule)
        try sheet.check(result, plan.firstBodyRow, columns.lowerBound)
        extendLifetime(strings)
    }

    /// The reference of a column's cell in the row that a rule looks at.
    private func cell(_ column: Int) throws(WorkbookWritingFailure) -> String {
        guard content.columns.indices.contains(column - 1) else {
            throw .missing(Message("规则所用的列", "the column of a rule"), at: Place(sheet: content.name))
        }
        return "$\(CellReference(row: plan.firstBodyRow + 1, column: column))"
    }

    /// Text as a formula holds it.
    private static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
}
