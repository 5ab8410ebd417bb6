internal import FenjieModel

/// Cells that hold a formula and not its result, as programs write them that do not calculate; they read as blank.
struct UncomputedFormulas {
    private var count = 0
    private var first: CellReference?

    /// Notes a cell.
    mutating func add(_ cell: CellReference) {
        count += 1
        first = first ?? cell
    }

    /// One finding for the whole sheet; none where there is no such cell.
    func findings(of sheet: String, file: String) -> [Finding] {
        guard let first else { return [] }
        return [
            Finding(
                "formula-without-result", .warning,
                at: Place(file: file, sheet: sheet, row: first.row, column: first.column),
                message: Message(
                    "\(count) 个单元格是公式，文件中没有它的计算结果，按空白读取；第一个是 \(first)",
                    "\(Message.counted(count, "cell holds a formula", "cells hold formulas")) without a result and "
                        + "read as blank; "
                        + "the first is \(first)"),
                hint: Message(
                    "请用 Excel 或 WPS 打开，保存后再读", "open the file in Excel or WPS, save it, and read it again"))
        ]
    }
}
