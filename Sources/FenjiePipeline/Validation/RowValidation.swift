internal import FenjieFiles
internal import FenjieFormats
internal import FenjieGrammar
internal import FenjieModel
internal import FenjieRules
internal import FenjieTasks
internal import FenjieTemplates

/// Checks a CSV row by row as it is read.
///
/// The header and the meaning of the columns are found in the first rows, as for any table; behind them every row that
/// is not blank and not the header again is a task. A table with other rows, groups or sums, is left to those who read
/// it whole. Nothing is kept of a row but fingerprints.
struct RowValidation {
    /// Rows in which the header is looked for.
    private static let headRows = 220
    private let options: ValidationOptions
    private let weights: RuleWeights

    init(_ options: ValidationOptions, _ weights: RuleWeights) {
        self.options = options
        self.weights = weights
    }

    /// Checks a file; `nil` where its first rows hold no header, and where rows are found that may be no tasks.
    func validate(_ file: InputFile) throws -> Validation? {
        guard let head = try self.head(of: file), let headerRows = head.headerRows else { return nil }
        var rules = options.rules
        rules.deadlines.year = rules.deadlines.year ?? head.year
        rules.readsUnits = false
        rules.isText = true
        let columns = head.columns.compactMap { column in
            column.sourceColumn.map { position in
                CheckedColumn(
                    cell: position - 1, position: position, heading: column.printedHeading ?? column.heading,
                    meaning: column.field, field: options.template.fields.first { $0.title == column.heading })
            }
        }
        let table = CheckedTable(
            template: options.template, columns: columns, headerRow: headerRows.lowerBound, options: rules)
        var checker = TableChecker(table, at: Place(file: file.name), weights: weights)
        let reader = try CSVReader(file, options: csvOptions)
        var row = CheckedRow(missing: options.template.missingValues)
        var number = 0
        var tasks = 0
        var header: [UInt8] = []
        var above = RowBuffer()
        let shape = RowShape(head)
        while try reader.next(into: &row.cells) {
            defer { swap(&row.cells, &above) }
            number += 1
            row.cells.number = number
            if number <= headerRows.upperBound {
                if number == headerRows.lowerBound { header = row.cells.bytes }
                continue
            }
            row.settle()
            guard !row.isEmpty, row.cells.bytes != header else { continue }
            guard !Self.mayBeNoTask(row, below: above, shape) else { return nil }
            tasks += 1
            checker.check(row)
        }
        var findings = reader.findings + checker.finish()
        if rules.directory == nil, columns.contains(where: { Self.unitFields.contains($0.meaning) }) {
            findings.append(Self.unitsNotRead)
        }
        for index in findings.indices { findings[index].place.file = file.name }
        return Validation(file: file.name, findings: weights.weighed(findings), tasks: tasks, document: nil)
    }

    /// Whether a row may be a group, a sum or a closing line. Few rows have to be looked at closely.
    private static func mayBeNoTask(
        _ row: borrowing CheckedRow, below above: RowBuffer, _ shape: RowShape
    ) -> Bool {
        row.isSuspect(number: shape.number.map { $0 - 1 })
            && TaskTable.mayBeNoTask(row.cells.strings, below: above.strings, shape)
    }

    private static let unitFields: Set<Field> = [.leadUnit, .responsibleUnit, .assistingUnit]

    private var csvOptions: CSVReadingOptions {
        CSVReadingOptions(
            delimiter: options.reading.delimiter, encoding: options.reading.encoding, limits: options.reading.csvLimits)
    }

    /// The first rows as a table.
    private func head(of file: InputFile) throws -> TaskTable? {
        let reader = try CSVReader(file, options: csvOptions)
        var sheet = Sheet(name: "")
        sheet.tellsColumns = true
        var row = RowBuffer()
        while sheet.rows.count < Self.headRows, try reader.next(into: &row) { sheet.rows.append(row.strings) }
        guard let (table, findings) = try? TaskTable.recognize(sheet, template: options.template) else { return nil }
        // Group rows fill columns that the source does not have; such a table is read whole.
        let hasGroups = table.columns.indices.contains { index in
            table.columns[index].sourceColumn == nil && table.columns[index].field != .number
                && table.tasks.contains { !$0.cells[index].isEmpty }
        }
        let hasFillers = findings.contains { $0.code == "filler-row" }
        return hasGroups || hasFillers ? nil : table
    }

    private static var unitsNotRead: Finding {
        Finding(
            "units-not-read", .info,
            message: Message("表很大，未逐一解析责任单位栏", "the table is large; its unit cells were not read one by one"),
            hint: Message("需要核对单位时请用 --units 给出名录", "give a directory with --units to have them checked"))
    }
}
