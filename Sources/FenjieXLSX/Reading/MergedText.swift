internal import FenjieModel

/// Finds text that lies below a merged range, where no program shows it, and ranges that overlap.
struct MergedText {
    private let pending: [CellRange]
    private var next = 0
    /// Disjoint ranges by their columns, and the text of their first cells; some may have ended already.
    private var covers: [(range: CellRange, text: String)] = []
    private var tidyAt = 64
    /// Where text is hidden, and how often.
    private var covered: (first: CellReference, count: Int)?
    private var overlap: (first: CellRange, count: Int)?

    private init(_ merges: [CellRange]) {
        pending = merges.filter { $0.first != $0.last }.sorted { $0.first < $1.first }
    }

    /// Looks below the merged ranges of a sheet, and empties the cells there where their text is not wanted.
    ///
    /// - Returns: findings that say what is covered, and which ranges overlap.
    static func settle(_ sheet: inout Sheet, keepingText: Bool) -> [Finding] {
        var state = MergedText(sheet.merges)
        guard !state.pending.isEmpty else { return [] }
        for index in sheet.rows.indices {
            state.enter(row: index + 1)
            guard !state.covers.isEmpty else { continue }
            for column in sheet.rows[index].indices where !sheet.rows[index][column].isEmpty {
                let cell = CellReference(row: index + 1, column: column + 1)
                guard state.covers(cell, sheet.rows[index][column]), !keepingText else { continue }
                sheet.rows[index][column] = ""
            }
        }
        state.enter(row: .max)
        return state.findings(sheet: sheet.name, isKept: keepingText)
    }

    /// Looks below merged ranges that a reader of rows learnt of behind the last one: what they reach is read once more.
    ///
    /// - Parameters:
    ///   - merges: the ranges.
    ///   - scanner: stands before the first row.
    ///   - sheet: the name of the sheet.
    /// - Returns: findings as ``settle(_:keepingText:)`` gives them for text that is kept.
    /// - Throws: ``XLSXFailure`` where the sheet is damaged or over a limit.
    static func look(
        below merges: [CellRange], in scanner: consuming SheetScanner, sheet: String
    ) throws(XLSXFailure) -> [Finding] {
        var state = MergedText(merges)
        let last = state.pending.reduce(0) { max($0, $1.last.row) }
        while last > 0, try scanner.nextRow(), scanner.row.number <= last {
            state.enter(row: scanner.row.number)
            guard !state.covers.isEmpty else { continue }
            for cell in scanner.row.cells {
                let place = CellReference(row: scanner.row.number, column: cell.column)
                _ = state.covers(place, String(decoding: scanner.text(of: cell), as: UTF8.self))
            }
        }
        state.enter(row: .max)
        return state.findings(sheet: sheet, isKept: true)
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
            covers.removeAll { $0.range.last.row < range.first.row }
            tidyAt = max(64, 2 * covers.count)
        }
        let start = firstCover(endingAtOrBehind: range.first.column)
        var end = start
        while end < covers.count, covers[end].range.columns.overlaps(range.columns) {
            guard covers[end].range.last.row < range.first.row else {
                overlap = (overlap?.first ?? range, (overlap?.count ?? 0) + 1)
                return
            }
            end += 1
        }
        covers.replaceSubrange(start..<end, with: CollectionOfOne((range: range, text: "")))
    }

    /// The place of the first cover whose columns do not end before `column`.
    private func firstCover(endingAtOrBehind column: Int) -> Int {
        var (low, high) = (0, covers.count)
        while low < high {
            let middle = (low + high) / 2
            if covers[middle].range.columns.upperBound < column { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Notes a cell with text; those of a range come behind its first one.
    ///
    /// - Returns: whether a range covers it.
    private mutating func covers(_ cell: CellReference, _ text: @autoclosure () -> String) -> Bool {
        let place = firstCover(endingAtOrBehind: cell.column)
        guard place < covers.count, covers[place].range.contains(cell) else { return false }
        guard cell != covers[place].range.first else {
            covers[place].text = text()
            return false
        }
        // The same text again says nothing new.
        if text() != covers[place].text { covered = (covered?.first ?? cell, (covered?.count ?? 0) + 1) }
        return true
    }

    private func findings(sheet: String, isKept: Bool) -> [Finding] {
        var findings: [Finding] = []
        if let (first, count) = covered {
            findings.append(
                Finding(
                    "text-under-merge", .warning, at: Place(sheet: sheet, row: first.row, column: first.column),
                    message: Message(
                        "合并单元格下面有 \(count) 处看不见的文字，\(isKept ? "已照原样保留" : "未采用")",
                        "\(Message.counted(count, "text lies", "texts lie")) unseen below merged cells; \(isKept ? "kept" : "not taken")"
                    ),
                    hint: isKept
                        ? Message("如不需要这些文字，请取消合并后删除", "unmerge the cells and delete the texts if not wanted")
                        : Message("如需要这些文字，请取消合并后再读", "unmerge the cells if these texts are wanted")))
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
