internal import FenjieModel

/// What there is to say about columns that share a heading or a meaning.
struct ColumnDoubts {
    private(set) var findings: [Finding] = []
    private let table: TaskTable
    private let sheet: Sheet
    private let row: Int

    /// Looks at the columns of a table.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - vocabulary: what headings mean.
    ///   - sheet: where it came from.
    ///   - row: the first row of its header.
    init(_ table: TaskTable, _ vocabulary: Vocabulary, in sheet: Sheet, row: Int) {
        self.table = table
        self.sheet = sheet
        self.row = row
        for (index, column) in table.columns.enumerated() {
            guard let printed = column.printedHeading, !printed.isEmpty, column.sourceColumn != nil else { continue }
            if column.field.namesUnits {
                if table.column(column.field) != index { noteJoined(column, as: printed) }
                continue
            }
            // A task printed over two columns has a name of its own in each.
            if column.heading.hasPrefix(printed + "（"),
                table.columns[..<index].contains(where: { $0.heading == printed })
            {
                noteRepeated(column, as: printed)
            }
            guard column.field == .other, vocabulary.isOneMeaning(printed) else { continue }
            let meaning = vocabulary.field(of: printed)
            if meaning.namesUnits, let used = table.column(meaning), isFilled(index) {
                noteLeftOut(column, as: printed, beside: table.columns[used].printedHeading ?? "")
            }
        }
    }

    private func isFilled(_ index: Int) -> Bool { table.tasks.contains { !TextMarks.isBlank($0.cells[index]) } }

    private func place(_ column: TaskColumn) -> Place { sheet.place(row: row, column: column.sourceColumn) }

    private mutating func noteJoined(_ column: TaskColumn, as heading: String) {
        findings.append(
            Finding(
                "unit-columns-joined", .warning, at: place(column), field: column.field.rawValue,
                message: Message(
                    "“\(heading)”不止一栏，各栏的单位都计入；这一栏记作“\(column.heading)”",
                    "\(heading) stands over several columns; the units of all count, and this one is called "
                        + column.heading),
                hint: Message("两栏意思不同的，请改正栏名", "if they mean different things, correct the heading")))
    }

    private mutating func noteRepeated(_ column: TaskColumn, as heading: String) {
        findings.append(
            Finding(
                "heading-repeated", .info, at: place(column), field: column.field.rawValue,
                message: Message(
                    "“\(heading)”不止一栏，这一栏记作“\(column.heading)”",
                    "\(heading) stands over several columns; this one is called \(column.heading)")))
    }

    private mutating func noteLeftOut(_ column: TaskColumn, as heading: String, beside used: String) {
        findings.append(
            Finding(
                "unit-column-left-out", .info, at: place(column), field: column.field.rawValue,
                message: Message(
                    "“\(heading)”一栏也像单位，责任单位只取“\(used)”",
                    "\(heading) looks like units too; only those of \(used) count"),
                hint: Message(
                    "也应计入的，请把两栏改为相同的栏名", "if they should count as well, give both columns one heading")))
    }
}
