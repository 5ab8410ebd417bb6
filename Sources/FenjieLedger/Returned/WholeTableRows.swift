internal import FenjieGrammar
internal import FenjieModel
internal import FenjieTasks

/// The rows of a whole issued table by the units that they name, for a worksheet that has lost its passport.
struct WholeTableRows {
    private let rows: [IssuedRow]
    /// For each row the units that it names, without white space.
    private let units: [Set<String>]

    private static let unitFields: Set<String> = [
        Field.responsibleUnit.rawValue, Field.leadUnit.rawValue, Field.assistingUnit.rawValue,
    ]

    init(_ issued: IssuedWorksheet) {
        rows = issued.passport.rows
        let columns = issued.passport.columns.indices.filter {
            Self.unitFields.contains(issued.passport.columns[$0].field)
        }
        var known: [String: Set<String>] = [:]
        units = rows.map { row in
            let cells = issued.texts[row.key] ?? []
            return columns.reduce(into: Set<String>()) { names, column in
                guard cells.indices.contains(column), !cells[column].isEmpty else { return }
                let cell = cells[column]
                let read =
                    known[cell]
                    ?? Set(UnitCell(parsing: cell, role: .responsible).units.map { FoldedText.of($0.name) })
                known[cell] = read
                names.formUnion(read)
            }
        }
    }

    /// The keys of the rows of the unit that sent a worksheet; of none where nobody can tell which unit it was.
    ///
    /// The unit is named in the title, above the table, by the sheet or by the file; where none of them names one, it is
    /// the one unit that all returned rows name.
    ///
    /// - Parameters:
    ///   - returned: the worksheet.
    ///   - matching: its rows among the issued ones.
    /// - Returns: the keys of the rows that should have come back.
    func keys(of returned: ReturnedWorksheet, _ matching: RowMatching) -> Set<String> {
        guard let unit = named(on: returned) ?? common(matching) else { return [] }
        return Set(zip(rows, units).filter { $1.contains(unit) }.map(\.0.key))
    }

    private func named(on returned: ReturnedWorksheet) -> String? {
        let table = returned.table
        let file = table.tasks.first?.place.file?.split(separator: "/").last.map(String.init) ?? ""
        let all = units.reduce(into: Set<String>()) { $0.formUnion($1) }
        for text in [table.title] + table.preface + [returned.sheet.name, file] {
            let folded = FoldedText.of(text)
            let found = all.filter { !$0.isEmpty && folded.contains($0) }
            let longest = found.filter { name in !found.contains { $0 != name && $0.contains(name) } }
            if longest.count == 1 { return longest.first }
        }
        return nil
    }

    private func common(_ matching: RowMatching) -> String? {
        let own = matching.matches.compactMap { $0.map { units[$0] } }
        guard var common = own.first else { return nil }
        for names in own.dropFirst() { common.formIntersection(names) }
        return common.count == 1 ? common.first : nil
    }
}
