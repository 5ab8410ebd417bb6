internal import FenjieModel

/// What a worksheet hides: it is read all the same, and people who look at the sheet should know.
struct HiddenParts {
    var rows = NumberRuns()
    var columns = NumberRuns()

    /// A finding of severity info for each kind of part that is hidden.
    func findings(of sheet: WorksheetInfo, file: String) -> [Finding] {
        let place = Place(file: file, sheet: sheet.name)
        var findings: [Finding] = []
        if sheet.visibility != .visible {
            findings.append(
                Finding(
                    "hidden-sheet", .info, at: place,
                    message: Message("该工作表是隐藏的，已照常读取", "the sheet is hidden and was read all the same"),
                    hint: Message("如不需要，请删除后再读", "delete it if it is not wanted")))
        }
        if rows.count > 0 {
            let list = rows.text { String($0) }
            findings.append(
                Finding(
                    "hidden-rows", .info, at: place,
                    message: Message(
                        "有 \(rows.count) 行是隐藏的，已照常读取：\(list)",
                        "\(Message.counted(rows.count, "row is", "rows are")) hidden and read all the same: \(list)"),
                    hint: Message("请取消隐藏或筛选后核对", "unhide them or clear the filter and look")))
        }
        if columns.count > 0 {
            let list = columns.text { CellReference.columnName($0) }
            findings.append(
                Finding(
                    "hidden-columns", .info, at: place,
                    message: Message(
                        "有 \(columns.count) 列是隐藏的，已照常读取：\(list)",
                        "\(Message.counted(columns.count, "column is", "columns are")) hidden and read all the same: "
                            + "\(list)"),
                    hint: Message("请取消隐藏后核对", "unhide them and look")))
        }
        return findings
    }
}

/// Numbers in ascending order, kept as their count and the first runs of neighbours.
struct NumberRuns {
    private(set) var count = 0
    private var runs: [ClosedRange<Int>] = []
    private static let shown = 8

    /// Adds a number above those that came before.
    mutating func append(_ number: Int) {
        count += 1
        if let last = runs.last, last.upperBound + 1 == number {
            runs[runs.count - 1] = last.lowerBound...number
        } else if runs.count <= Self.shown {
            runs.append(number...number)
        }
    }

    /// The runs as `3-5, 9`.
    func text(name: (Int) -> String) -> String {
        let texts = runs.prefix(Self.shown).map { run in
            run.count == 1 ? name(run.lowerBound) : "\(name(run.lowerBound))-\(name(run.upperBound))"
        }
        return texts.joined(separator: ", ") + (runs.count > Self.shown ? " …" : "")
    }
}
