package import FenjieModel

/// A row under check: its cells, and what remains of each without white space at its ends.
package struct CheckedRow {
    /// The cells as they stand.
    package var cells = RowBuffer()
    /// Whether the number stands in a merged cell that began in a row above, so that this cell of it is blank.
    var continuesNumber = false
    /// The part of each cell that says something; empty where the value is missing.
    package private(set) var values: [Range<Int>] = []
    /// How many cells have a value.
    private var filled = 0
    private let missing: SortedTexts?

    /// A row of a table.
    ///
    /// - Parameter missing: texts that stand for a missing value.
    package init(missing: [String]) {
        let texts = missing.filter { !$0.isEmpty }
        self.missing = texts.isEmpty ? nil : SortedTexts(texts)
    }

    /// Finds the values of the cells that were filled in.
    package mutating func settle() {
        values.removeAll(keepingCapacity: true)
        filled = 0
        var start = 0
        for end in cells.ends {
            var value = CellBytes.trimmed(cells.bytes, start..<end)
            if let missing, missing.contains(cells.bytes, value) { value = value.lowerBound..<value.lowerBound }
            if !value.isEmpty { filled += 1 }
            values.append(value)
            start = end
        }
    }

    /// Whether the whole row says nothing.
    package var isEmpty: Bool { filled == 0 }

    /// Whether the row may be something else than a task: it has two values at most, its number is no plain one, or it
    /// begins with a label as 填报人： or with the word for a sum.
    ///
    /// - Parameter number: the cell of the number, counted from 0; `nil` where the table has none.
    /// - Returns: `false` only for a row that is a task by its looks.
    package func isSuspect(number: Int?) -> Bool {
        guard filled > 2 else { return true }
        if let number {
            guard number < values.count, CellBytes.wholeNumber(cells.bytes, values[number], digits: 9) != nil else {
                return true
            }
        } else if let first = values.first(where: { !$0.isEmpty }) {
            if first.count <= Self.labelBytes || CellBytes.holdsColon(cells.bytes, first) { return true }
        }
        for value in values.prefix(5) where value.count <= Self.sumBytes {
            if CellBytes.holdsSum(cells.bytes, value) { return true }
        }
        return false
    }

    /// No cell is longer that says that its row is a sum.
    private static let sumBytes = 64
    /// No label of a note is longer.
    private static let labelBytes = 24

    /// Whether a cell has no value; cells beyond the end of the row have none.
    package func isBlank(_ column: CheckedColumn) -> Bool {
        column.cell >= values.count || values[column.cell].isEmpty
    }

    /// Where the value of a cell lies; empty where it has none.
    package func value(_ column: CheckedColumn) -> Range<Int> {
        column.cell < values.count ? values[column.cell] : 0..<0
    }

    /// The value of a cell as text.
    package func text(_ column: CheckedColumn) -> String {
        let range = value(column)
        return range.isEmpty ? "" : String(decoding: cells.bytes[range], as: UTF8.self)
    }
}
