internal import FenjieGrammar
internal import FenjieModel

/// Fills the cells that continue the value above them, column by column, and stops at the next group.
struct SpanFill {
    let grid: Grid
    let map: ColumnMap
    /// Columns, counted from 1, in which a blank cell continues the one above.
    private let inheriting: Set<Int>
    /// Columns, counted from 1, whose spans the file itself tells by merged ranges.
    private let merged: Set<Int>
    private let unitColumns: Set<Int>
    /// The value that holds in each column; the columns count from 1 here too.
    private var current: [String?]
    private(set) var findings: [Finding] = []
    private let headingColumns: [Int]
    /// Whether a heading stands once for several rows, so that the document is known to leave out what is the same.
    private(set) var hasHeadingSpans = false
    /// For each column the rows that took its value from above.
    private(set) var filled: [Int: [Int]] = [:]
    /// For each column the rows that say 同上 and took the value above.
    private(set) var repeated: [Int: [Int]] = [:]
    /// Columns, counted from 1, in which 同上 stands for the value above.
    private let repeating: Set<Int>
    /// The row of tasks above, as it was read.
    private var lastRow: [String] = []

    init(_ grid: Grid, _ map: ColumnMap, rows: [Int], below row: Int, spans: (Field) -> Bool) {
        self.grid = grid
        self.map = map
        let numbered = map.columns.enumerated().map { ($0.offset + 1, $0.element.field) }
        if Self.writesSpansOut(grid, numbered, rows) {
            inheriting = []
        } else {
            let number = Self.numberSpans(grid, numbered, rows)
            inheriting = Set(numbered.filter { spans($0.1) || $0.0 == number }.map(\.0))
        }
        repeating = Set(numbered.filter { spans($0.1) || $0.1.mayRepeat }.map(\.0))
        current = Array(repeating: nil, count: map.columns.count + 1)
        headingColumns = numbered.filter { $0.1 == .task || $0.1 == .subtask }.map(\.0)
        unitColumns = Set(
            numbered.filter(\.1.namesUnits).map(\.0))
        let merged = Set(numbered.map(\.0).filter { grid.hasSpans(inColumn: $0, from: row) })
        // Where headings are merged, merged ranges tell every span of the sheet; where units are, those of all units.
        let tellsSpans = numbered.contains { [.task, .subtask].contains($0.1) && merged.contains($0.0) }
        let tellsUnits = !merged.isDisjoint(with: unitColumns)
        self.merged = tellsSpans ? Set(numbered.map(\.0)) : tellsUnits ? merged.union(unitColumns) : merged
    }

    /// Whether the headings stand on every row, repeated where they span: then a blank cell is blank, not "as above".
    private static func writesSpansOut(
        _ grid: Grid, _ columns: [(column: Int, field: Field)], _ rows: [Int]
    ) -> Bool {
        grid.sheet.isComplete
            || columns.contains { column, field in
                guard field == .task || field == .subtask else { return false }
                var repeats = false
                var above: String?
                var last = 0
                for row in rows where grid.filledColumns(row).count > 1 {
                    // Below a group, a sum or a header printed again, a heading may be printed again too.
                    if row != last + 1 { above = nil }
                    last = row
                    let text = grid.text(row, column)
                    guard !TextMarks.isBlank(text) else { return false }
                    repeats = repeats || text == above
                    above = text
                }
                return repeats
            }
    }

    /// The column of numbers where a number stands for all rows of its first-level task: both are blank on the same rows.
    private static func numberSpans(
        _ grid: Grid, _ columns: [(column: Int, field: Field)], _ rows: [Int]
    ) -> Int? {
        guard let number = columns.first(where: { $0.field == .number })?.column,
            let task = columns.first(where: { $0.field == .task })?.column,
            columns.contains(where: { $0.field == .subtask || $0.field == .requirement })
        else { return nil }
        var isBlankBelow = false
        for row in rows {
            let isBlank = TextMarks.isBlank(grid.text(row, number))
            guard isBlank == TextMarks.isBlank(grid.text(row, task)) else { return nil }
            isBlankBelow = isBlankBelow || isBlank
        }
        return isBlankBelow ? number : nil
    }

    /// A group heading stands here: nothing above it continues below it.
    mutating func startGroup() {
        for column in current.indices { current[column] = nil }
    }

    /// The cells of a task row, one for each column of the map.
    mutating func cells(of row: Int) -> [String] {
        startTaskIfItChanges(row)
        hasHeadingSpans = hasHeadingSpans || headingColumns.contains { TextMarks.isBlank(grid.text(row, $0)) }
        let ownUnits = unitColumns.contains { !TextMarks.isBlank(grid.text(row, $0)) }
        lastRow = map.columns.indices.map { index in
            let column = index + 1
            let own = grid.text(row, column)
            if repeating.contains(column), let mark = sameAsAbove(row, column) {
                return repeatAbove(row, column, mark)
            }
            if !TextMarks.isBlank(own) {
                current[column] = own
                return own
            }
            if let range = grid.range(at: row, column) {
                // The part of a range right of its first column is blank; the part below repeats its text.
                let shown = range.first.column == column ? grid.shownText(row, column) : ""
                current[column] = shown
                return shown
            }
            guard inheriting.contains(column), let above = current[column], !above.isEmpty else { return own }
            guard !merged.contains(column) else {
                noteBlank(row, column)
                current[column] = nil
                return own
            }
            // A row that names its units names all of them.
            if ownUnits, unitColumns.contains(column) {
                current[column] = nil
                return own
            }
            filled[column, default: []].append(row)
            return above
        }
        return lastRow
    }

    /// 同上 as it stands in a cell, or in the merged range that the cell begins or continues downwards.
    private func sameAsAbove(_ row: Int, _ column: Int) -> String? {
        let shown = grid.shownText(row, column)
        guard SameAsAbove.isMeant(by: shown) else { return nil }
        return grid.range(at: row, column).map { $0.first.column == column } ?? true ? shown : nil
    }

    /// The value above a cell that says 同上; the mark itself where there is none.
    private mutating func repeatAbove(_ row: Int, _ column: Int, _ mark: String) -> String {
        guard lastRow.indices.contains(column - 1), !TextMarks.isBlank(lastRow[column - 1]),
            !SameAsAbove.isMeant(by: lastRow[column - 1])
        else {
            current[column] = nil
            findings.append(nothingAbove(row, column, mark))
            return mark
        }
        current[column] = lastRow[column - 1]
        repeated[column, default: []].append(row)
        return lastRow[column - 1]
    }

    /// Another first-level task begins another group.
    private mutating func startTaskIfItChanges(_ row: Int) {
        guard let column = map.columns.firstIndex(where: { $0.field == .task }).map({ $0 + 1 }) else { return }
        let shown = grid.shownText(row, column)
        guard let above = current[column], shown != above, !TextMarks.isBlank(shown) else { return }
        if TextMarks.squeezed(shown) != TextMarks.squeezed(above), !SameAsAbove.isMeant(by: shown) { startGroup() }
    }

    private mutating func noteBlank(_ row: Int, _ column: Int) {
        let heading = map.columns[column - 1].heading
        findings.append(
            Finding(
                "blank-below-span", .info, at: grid.sheet.place(row: row, column: column),
                field: map.columns[column - 1].field.rawValue,
                message: Message(
                    "“\(heading)”为空，且不在上方合并单元格内，按空白处理",
                    "\(heading) is empty and outside the merged cell above; taken as blank"),
                hint: Message(
                    "如与上一行相同，请合并单元格或填写该值", "if it is the same as above, merge the cells or fill it in")))
    }
}

extension Field {
    /// Whether 同上 in such a cell stands for the value above; elsewhere it is text that somebody wrote.
    fileprivate var mayRepeat: Bool {
        namesUnits || self == .task || self == .subtask || self == .deadline || self == .leader || self == .contact
    }
}
