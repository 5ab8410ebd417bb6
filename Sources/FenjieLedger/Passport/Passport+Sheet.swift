public import FenjieModel

/// The passport as a plain table on a hidden sheet.
extension Passport {
    /// The name of the hidden sheet.
    public static let sheetName = "_fenjie"
    private static let mark = "fenjie-passport"
    private static let rowHeadings = ["key", "number", "role", "seal"]

    /// The cells of the hidden sheet: a member a row, the columns, then a row for each task.
    public var sheetRows: [[String]] {
        var cells = [[Self.mark, Self.version]]
        for member in members { cells.append([member.name, member.value]) }
        cells.append(["fields"] + columns.map(\.field))
        cells.append(["headings"] + columns.map(\.heading))
        cells.append(Self.rowHeadings)
        for row in rows { cells.append([row.key, row.number, row.role, row.seal]) }
        return cells
    }

    /// The hidden sheet.
    public var sheet: Sheet { Sheet(name: Self.sheetName, visibility: .hidden, rows: sheetRows) }

    /// Reads a passport back from the cells of its sheet.
    ///
    /// The sheet is known by its content, so that a renamed one is found too. Rows that were cut off are missing; rows
    /// whose hashes were damaged are left out.
    ///
    /// - Parameter sheetRows: the cells of any sheet.
    public init?(sheetRows: [[String]]) {
        guard let start = sheetRows.prefix(8).firstIndex(where: { $0.first == Self.mark }) else { return nil }
        var members: [String: String] = [:]
        var fields: [String] = []
        var headings: [String] = []
        var rows: [IssuedRow] = []
        var isBody = false
        for cells in sheetRows[(start + 1)...] {
            guard let name = cells.first, !name.isEmpty else { continue }
            if isBody {
                if let row = Self.row(cells, columns: fields.count) { rows.append(row) }
            } else {
                switch name {
                case "fields": fields = Array(cells.dropFirst())
                case "headings": headings = Array(cells.dropFirst())
                case Self.rowHeadings[0]: isBody = true
                default: members[name] = cells.count > 1 ? cells[1] : ""
                }
            }
        }
        let columns = fields.indices.map { index in
            Column(field: fields[index], heading: index < headings.count ? headings[index] : "")
        }
        self.init(members: members, columns: columns, rows: rows)
    }

    /// Reads all passports of a sheet: a workbook of many worksheets has them one below the other.
    ///
    /// - Parameter sheetRows: the cells of any sheet.
    /// - Returns: the passports in the order in which they stand.
    public static func all(in sheetRows: [[String]]) -> [Passport] {
        let starts = sheetRows.indices.filter { sheetRows[$0].first == mark }
        return starts.enumerated().compactMap { index, start in
            let end = index + 1 < starts.count ? starts[index + 1] : sheetRows.count
            return Passport(sheetRows: Array(sheetRows[start..<end]))
        }
    }

    private static func row(_ cells: [String], columns: Int) -> IssuedRow? {
        guard cells.count >= rowHeadings.count else { return nil }
        let parts = cells[3].split(separator: " ").prefix(columns + 2)
        guard parts.count >= 2, parts.prefix(2).allSatisfy({ $0.utf8.count == IssuedRow.hashLength }) else {
            return nil
        }
        return IssuedRow(key: cells[0], number: cells[1], role: cells[2], seal: parts.joined(separator: " "))
    }
}
