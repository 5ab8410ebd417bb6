internal import FenjieModel

/// Brings a sheet and its merged ranges into line: only the first cell of a range holds text.
///
/// Files may hold text below a merged range that no program shows, and ranges that overlap.
struct MergedText {
    private let pending: [CellRange]
    private var next = 0
    /// Disjoint ranges by their columns; some may have ended already.
    private var covers: [CellRange] = []
    private var tidyAt = 64
    /// Where hidden text was taken away, and how often.
    private var covered: (first: CellReference, count: Int)?
    private var overlap: (first: CellRange, count: Int)?

    private init(_ merges: [CellRange]) {
        pending = merges.filter { $0.first != $0.last }.sorted { $0.first < $1.first }
    }

    /// Empties covered cells.
    ///
    /// - Returns: findings that say what was covered, and which ranges overlap.
    static func settle(_ sheet: inout Sheet) -> [Finding] {
        var state = MergedText(sheet.merges)
        guard !state.pending.isEmpty else { return [] }
        for index in sheet.rows.indices {
            state.enter(row: index + 1)
            guard !state.covers.isEmpty else { continue }
            for column in sheet.rows[index].indices where !sheet.rows[index][column].isEmpty {
                guard let first = state.coveringCell(row: index + 1, column: column + 1) else { continue }
                // The same text again says nothing new.
                if sheet.rows[index][column] != sheet.text(row: first.row, column: first.column) {
                    let place = CellReference(row: index + 1, column: column + 1)
                    state.covered = (state.covered?.first ?? place, (state.covered?.count ?? 0) + 1)
                }
                sheet.rows[index][column] = ""
            }
        }
        state.enter(row: .max)
        return state.findings(sheet: sheet.name)
    }

    /// Takes up the ranges that begin at or above a row.
    private mutating func enter(row: Int) {
        while next < pending.count, pending[next].first.row <= row {
            insert(pending[next])
            next += 1
        }
    }

    private mutating func insert(_ range: CellRange) {
        if covers.count >= tidyAt {
            covers.removeAll { $0.last.row < range.first.row }
            tidyAt = max(64, 2 * covers.count)
        }
        var place = firstCover(endingAtOrBehind: range.first.column)
        while place < covers.count, covers[place].columns.overlaps(range.columns) {
            guard covers[place].last.row < range.first.row else {
                overlap = (overlap?.first ?? range, (overlap?.count ?? 0) + 1)
                return
            }
            covers.remove(at: place)
        }
        place = firstCover(endingAtOrBehind: range.first.column)
        covers.insert(range, at: place)
    }

    /// The place of the first cover whose columns do not end before `column`.
    private func firstCover(endingAtOrBehind column: Int) -> Int {
        var (low, high) = (0, covers.count)
        while low < high {
            let middle = (low + high) / 2
            if covers[middle].columns.upperBound < column { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first cell of the range that covers a cell other than its first.
    private func coveringCell(row: Int, column: Int) -> CellReference? {
        let place = firstCover(endingAtOrBehind: column)
        guard place < covers.count, covers[place].contains(CellReference(row: row, column: column)) else {
            return nil
        }
        let first = covers[place].first
        return first == CellReference(row: row, column: column) ? nil : first
    }

    private func findings(sheet: String) -> [Finding] {
        var findings: [Finding] = []
        if let (first, count) = covered {
            findings.append(
                Finding(
                    "text-under-merge", .warning, at: Place(sheet: sheet, row: first.row, column: first.column),
                    message: Message(
                        "合并单元格下面有 \(count) 处看不见的文字，未采用",
                        "\(Message.counted(count, "text lies", "texts lie")) unseen below merged cells and not taken"),
                    hint: Message("如需要这些文字，请取消合并后再读", "unmerge the cells if these texts are wanted")))
        }
        if let (first, count) = overlap {
            findings.append(
                Finding(
                    "overlapping-merges", .warning,
                    at: Place(sheet: sheet, row: first.first.row, column: first.first.column),
                    message: Message(
                        "有 \(count) 个合并区域与其他区域重叠，例如 \(first)",
                        "\(Message.counted(count, "merged range overlaps", "merged ranges overlap")) others, "
                            + "such as \(first)"
                    ),
                    hint: Message("请用 Excel 或 WPS 检查合并的单元格", "look at the merged cells in Excel or WPS")))
        }
        return findings
    }
}
