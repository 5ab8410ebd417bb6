internal import FenjieModel

/// No cell shows the error of a formula.
struct FormulaErrorRule: Rule {
    static let name = "formula"
    static let codes = [
        CodeDescription(
            "formula-error", .error, Message("公式出错", "a formula failed"),
            cause: Message("单元格显示 #REF!、#N/A 等错误值。", "The cell shows an error such as #REF! or #N/A."),
            example: Message("“完成日期”显示 #REF!。", "完成日期 shows #REF!."),
            cure: Message("删去公式，直接填写内容。", "Delete the formula and type the value."))
    ]

    /// What spreadsheets show where a formula fails, ECMA-376 Part 1, 18.17.3, and newer ones.
    private static let errors = [
        "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
    ].map { Array($0.utf8) }

    private let columns: [CheckedColumn]

    init?(_ table: CheckedTable) { columns = table.columns }

    mutating func check(_ row: borrowing CheckedRow, _ report: inout RuleReport) {
        for index in columns.indices {
            let value = row.value(columns[index])
            guard !value.isEmpty, row.cells.bytes[value.lowerBound] == UInt8(ascii: "#"),
                Self.errors.contains(where: { CellBytes.equal(row.cells.bytes, value, $0) })
            else { continue }
            let column = columns[index]
            let text = row.text(column)
            report.add(
                "formula-error", column, in: row, Message("公式出错：\(text)", "a formula failed: \(text)"),
                hint: Message("请删去公式，直接填写内容", "delete the formula and type the value"))
        }
    }
}
