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
    ///   - map: what the columns of the sheet were taken for.
    ///   - sheet: where it came from.
    ///   - row: the first row of its header.
    init(_ table: TaskTable, _ vocabulary: Vocabulary, _ map: ColumnMap, in sheet: Sheet, row: Int) {
        self.table = table
        self.sheet = sheet
        self.row = row
        for (index, column) in table.columns.enumerated() {
            guard let printed = column.printedHeading, !printed.isEmpty, column.sourceColumn != nil else { continue }
            if column.field.namesUnits {
                if let source = column.sourceColumn, map.furtherUnits.contains(source - 1) {
                    noteFurther(column, as: printed)
                } else if table.column(column.field) != index {
                    noteJoined(column, as: printed)
                }
                continue
            }
            // A task printed over two columns has a name of its own in each.
            if column.heading.hasPrefix(printed + "（"),
                table.columns[..<index].contains(where: { $0.heading == printed })
            {
                noteRepeated(column, as: printed)
            }
            guard column.field == .other, !vocabulary.isOwn(printed) else { continue }
            let meaning = vocabulary.field(of: printed)
            if meaning.namesUnits, let used = table.column(meaning) {
                if vocabulary.isOneMeaning(printed), isFilled(index), let heading = table.columns[used].printedHeading {
                    noteLeftOut(column, as: printed, beside: heading)
                }
            } else if meaning == .other, Self.bodies.contains(where: printed.hasSuffix), namesUnits(index) {
                let used = table.unitColumns.first.flatMap { table.columns[$0.index].printedHeading }
                if let used { noteLeftOut(column, as: printed, beside: used) }
            }
        }
    }

    /// Headings that end so and are no unit column name those who watch or are told: 督导单位.
    private static let bodies = ["单位", "部门", "机构"]

    private func namesUnits(_ index: Int) -> Bool {
        ColumnMap.namesUnits(index, in: table.tasks.prefix(100).map(\.cells))
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

    private mutating func noteFurther(_ column: TaskColumn, as heading: String) {
        findings.append(
            Finding(
                "further-unit-column", .info, at: place(column), field: column.field.rawValue,
                message: Message(
                    "“\(heading)”一栏的单位也计入", "the units of \(heading) count as well")))
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
                "unit-column-left-out", .warning, at: place(column), field: column.field.rawValue,
                message: Message(
                    "“\(heading)”一栏也像单位，责任单位只取“\(used)”",
                    "\(heading) looks like units too; only those of \(used) count"),
                hint: Message(
                    "也应计入的，请把两栏改为相同的栏名", "if they should count as well, give both columns one heading")))
    }
}
