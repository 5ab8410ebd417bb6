public import FenjieModel

/// The rows of a sheet in memory, one after the other.
public final class SheetRows: RowReader {
    private let sheet: Sheet
    private var position = 0

    /// Starts at the first row.
    public init(_ sheet: Sheet) { self.sheet = sheet }

    /// Fills `row` with the next row; `false` at the end.
    public func next(into row: inout RowBuffer) -> Bool {
        guard sheet.rows.indices.contains(position) else { return false }
        row.removeAll()
        for cell in sheet.rows[position] { row.append(field: cell) }
        position += 1
        row.number = position
        row.line = sheet.lines.indices.contains(position - 1) ? sheet.lines[position - 1] : 0
        return true
    }
}
