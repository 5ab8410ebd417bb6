internal import FenjieGrammar
public import FenjieModel
public import FenjieTasks
public import FenjieTemplates

/// Runs all rules over one table, row by row.
package struct TableChecker {
    private var rules: [any Rule]
    private var report: RuleReport

    /// Prepares the rules for a table.
    ///
    /// - Parameters:
    ///   - table: its columns and what is known about it.
    ///   - place: its file and sheet.
    ///   - unit: the unit whose table it is.
    ///   - weights: how much codes weigh.
    package init(_ table: CheckedTable, at place: Place, unit: String? = nil, weights: RuleWeights) {
        rules = Rules.all.compactMap { $0.init(table) }
        report = RuleReport(table, at: place, unit: unit, weights: weights)
        for index in rules.indices { rules[index].begin(&report) }
    }

    /// Looks at a row that was settled.
    package mutating func check(_ row: borrowing CheckedRow) {
        for index in rules.indices { rules[index].check(row, &report) }
    }

    /// What was found.
    package mutating func finish() -> [Finding] {
        for index in rules.indices { rules[index].finish(&report) }
        report.close()
        return report.findings
    }
}

extension TaskTable {
    /// Checks the table against a template.
    ///
    /// - Parameters:
    ///   - template: the form expected.
    ///   - options: what is known from elsewhere.
    ///   - source: the sheet from which the table was read; its own numbers count rather than those that were supplied.
    ///   - unit: the unit whose table it is.
    ///   - weights: how much codes weigh; as the template asks unless given.
    /// - Returns: what was found, in the order of the rows.
    public func check(
        against template: Template, options: RuleOptions = RuleOptions(), source: Sheet? = nil, unit: String? = nil,
        weights: RuleWeights? = nil
    ) -> [Finding] {
        var options = options
        options.deadlines.year = options.deadlines.year ?? year
        let checked = CheckedTable(
            template: template, columns: checkedColumns(template), headerRow: headerRows?.lowerBound, options: options)
        let place = Place(file: tasks.first?.place.file, sheet: sheetName.isEmpty ? nil : sheetName)
        var checker = TableChecker(checked, at: place, unit: unit, weights: weights ?? RuleWeights(template))
        var row = CheckedRow(missing: template.missingValues)
        let number = column(.number)
        let continued =
            number.flatMap { columns[$0].sourceColumn }.map { source?.rowsContinuing(column: $0) ?? [] } ?? []
        var above = ""
        for task in tasks {
            row.cells.removeAll()
            row.continuesNumber = task.place.row.map { continued.contains($0) } ?? false
            row.cells.number = task.place.row ?? 0
            row.cells.line = task.place.line ?? 0
            for (index, text) in task.cells.enumerated() {
                if index == number, let source, let line = task.place.row, let column = columns[index].sourceColumn {
                    let own = source.text(row: line, column: column)
                    row.cells.append(field: own)
                    // A blank number below one that stands for several rows.
                    row.continuesNumber = row.continuesNumber || own.isEmpty && !text.isEmpty && text == above
                    above = text
                } else {
                    row.cells.append(field: text)
                }
            }
            row.settle()
            checker.check(row)
        }
        return checker.finish()
    }

    /// The columns that the source has, or that group rows fill.
    private func checkedColumns(_ template: Template) -> [CheckedColumn] {
        columns.enumerated().compactMap { index, column in
            let isFilled = column.field != .number && tasks.contains { !$0.cells[index].isEmpty }
            guard column.printedHeading != nil || isFilled else { return nil }
            return CheckedColumn(
                cell: index, position: column.sourceColumn, heading: column.printedHeading ?? column.heading,
                meaning: column.field, field: template.fields.first { $0.title == column.heading })
        }
    }
}

extension Sheet {
    /// The rows, counted from 1, in which a column goes on with a merged cell that began above.
    fileprivate func rowsContinuing(column: Int) -> Set<Int> {
        var continued: Set<Int> = []
        var entered = 0
        for range in merges where range.columns.contains(column) && range.first.row < min(range.last.row, rows.count) {
            let below = (range.first.row + 1)...min(range.last.row, rows.count)
            entered += below.count
            guard entered <= 4 * rows.count else { break }
            continued.formUnion(below)
        }
        return continued
    }
}
