/// Where something stands in an input: file, sheet, row and column, and for text the line and byte.
///
/// Everything counts from 1 but `byte`, which is an offset from the start of the file. What does not apply is `nil`.
public struct Place: Sendable, Hashable {
    /// The file as the user named it.
    public var file: String?
    /// The sheet by name.
    public var sheet: String?
    /// The row in the sheet.
    public var row: Int?
    /// The column in the sheet.
    public var column: Int?
    /// The line of the text.
    public var line: Int?
    /// The offset from the start of the file, counted from 0.
    public var byte: Int?

    /// Creates a place.
    public init(
        file: String? = nil, sheet: String? = nil, row: Int? = nil, column: Int? = nil, line: Int? = nil,
        byte: Int? = nil
    ) {
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
        self.line = line
        self.byte = byte
    }

    /// The cell as `D17` where row and column are known.
    public var cell: String? {
        guard let row, let column, row > 0, column > 0 else { return nil }
        return CellReference(row: row, column: column).description
    }

    /// The same place, in a file.
    public func inFile(_ file: String) -> Place {
        var place = self
        place.file = file
        return place
    }

    /// The place as a person reads it: `名单.xlsx, Sheet1!D17` or `a.csv:12`.
    public var description: String {
        var parts: [String] = []
        if let file {
            parts.append(line.map { "\(file):\($0)" } ?? file)
        } else if let line {
            parts.append("line \(line)")
        }
        if let cell {
            parts.append(sheet.map { "\($0)!\(cell)" } ?? cell)
        } else if let sheet {
            parts.append(row.map { "\(sheet)!\($0):\($0)" } ?? sheet)
        } else if let row, line == nil {
            parts.append("row \(row)")
        }
        if let byte { parts.append("byte \(byte)") }
        return parts.joined(separator: ", ")
    }
}
