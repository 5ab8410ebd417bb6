internal import FenjieGrammar
internal import FenjieModel

extension TaskTable {
    /// Whether a row below the header of a table without merged ranges may be something else than a task.
    ///
    /// - Parameters:
    ///   - cells: the row.
    ///   - above: the row above it.
    ///   - shape: where the table has its number and its text.
    /// - Returns: `false` only where it is a task whatever stands in the rest of the table.
    package static func mayBeNoTask(_ cells: [String], below above: [String], _ shape: RowShape) -> Bool {
        let grid = Grid(Sheet(name: "", rows: [above, cells]))
        let filled = grid.filledColumns(2)
        guard let first = filled.first else { return true }
        let text = TextMarks.trimmed(grid.text(2, first))
        if TotalRow.isTotal(2, in: grid, filled: filled) || mayHeadOrFollow(grid, filled, shape) { return true }
        if let number = shape.number, !filled.contains(number) {
            // A number may stand for several rows of its task.
            let isBelowTask = shape.task.map { !filled.contains($0) } ?? false
            if isBelowTask || !shape.hasText(filled) { return true }
        }
        guard filled.count > 1 else { return first <= 2 || TotalRow.opens(text) || TextMarks.opensNote(text) }
        let texts = filled.map { TextMarks.trimmed(grid.text(2, $0)) }
        if ClosingRows.noteLabel(text) != nil || TextMarks.isForm(texts) { return true }
        return SignatureMark.all(texts) != nil || mayBeHeader(texts)
    }

    /// Whether a row may be the header of another table.
    private static func mayBeHeader(_ texts: [String]) -> Bool {
        guard texts.count > 2, let first = texts.first, HeadingReading(parsing: first).field != .other else {
            return false
        }
        let fields = texts.map { HeadingReading(parsing: $0).field }.filter { $0 != .other }
        return fields.count * 2 >= texts.count && Set(fields).count > 1
    }

    /// Whether a row is a heading by its number, or shows that the one above it is.
    private static func mayHeadOrFollow(_ grid: Grid, _ filled: [Int], _ shape: RowShape) -> Bool {
        guard let number = shape.number, let mark = NumberMark(parsing: grid.text(2, number)) else { return false }
        if mark.isOfHeadings { return shape.isNameOnly(2, in: grid, filled: filled) }
        let above = grid.filledColumns(1)
        guard shape.isNameOnly(1, in: grid, filled: above) else { return false }
        return NumberMark(parsing: grid.text(1, number))?.mayHead(mark) ?? false
    }
}
