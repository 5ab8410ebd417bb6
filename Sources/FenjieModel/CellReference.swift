/// A cell by row and column, both counted from 1, written as in ECMA-376 Part 1, 18.18.62 (`B7`).
public struct CellReference: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The row, counted from 1.
    public var row: Int
    /// The column, counted from 1.
    public var column: Int

    /// Creates a reference.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `B7`, also `$B$7` and lower case; `nil` where the text is no reference inside the grid.
    public init?(parsing text: some StringProtocol) {
        var row = 0
        var column = 0
        var digits = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !digits:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "a")...UInt8(ascii: "z") where !digits:
                column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                digits = true
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard row <= GridLimits.rows, column <= GridLimits.columns else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
        self.init(row: row, column: column)
    }

    /// The letters of a column counted from 1: `A`, `Z`, `AA`.
    public static func columnName(_ column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// The reference as `B7`.
    public var description: String { Self.columnName(column) + String(row) }

    /// Reading order: by row, then by column.
    public static func < (left: Self, right: Self) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}

/// The size of a worksheet grid, ECMA-376 as Excel implements it.
public enum GridLimits {
    /// Rows of a sheet.
    public static let rows = 1_048_576
    /// Columns of a sheet.
    public static let columns = 16_384
    /// UTF-16 units in one cell.
    public static let cellLength = 32_767
}

/// A rectangle of cells, first and last corner included: `A1:B2`.
public struct CellRange: Sendable, Hashable, CustomStringConvertible {
    /// The upper left corner.
    public var first: CellReference
    /// The lower right corner.
    public var last: CellReference

    /// Creates a range from two opposite corners.
    public init(_ first: CellReference, _ last: CellReference) {
        self.first = CellReference(row: min(first.row, last.row), column: min(first.column, last.column))
        self.last = CellReference(row: max(first.row, last.row), column: max(first.column, last.column))
    }

    /// The range of `rows` × `columns`, both counted from 1.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        first = CellReference(row: rows.lowerBound, column: columns.lowerBound)
        last = CellReference(row: rows.upperBound, column: columns.upperBound)
    }

    /// Reads `A1:B2`, and `A1` as a range of one cell.
    public init?(parsing text: some StringProtocol) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(corners.count), let first = CellReference(parsing: corners[0]),
            let last = CellReference(parsing: corners[corners.count - 1])
        else { return nil }
        self.init(first, last)
    }

    /// The rows it covers.
    public var rows: ClosedRange<Int> { first.row...last.row }
    /// The columns it covers.
    public var columns: ClosedRange<Int> { first.column...last.column }

    /// Whether a cell lies in it.
    public func contains(_ cell: CellReference) -> Bool {
        rows.contains(cell.row) && columns.contains(cell.column)
    }

    /// Whether two ranges share a cell.
    public func overlaps(_ other: CellRange) -> Bool {
        rows.overlaps(other.rows) && columns.overlaps(other.columns)
    }

    /// The range as `A1:B2`.
    public var description: String { "\(first):\(last)" }
}
