public import FenjieModel
internal import FenjieTasks
public import FenjieTemplates

/// One table on its way out to units: everything its worksheets have in common.
///
/// Worksheets are made one by one, when their turn comes, so that an issue of any size takes little memory.
public struct WorksheetIssue: Sendable {
    /// The table taken apart.
    public let split: Split
    /// The form of the worksheets.
    public let template: Template
    /// The reporting period as the user named it; empty where there is none.
    public let period: String
    /// The id of the issue; it follows from the content.
    public let id: String
    /// The title of the table, or of the form where the table has none.
    public let title: String
    let columns: WorksheetColumns
    private let sealed: [IssuedRow]
    private let dues: [String?]

    /// Prepares an issue.
    ///
    /// - Parameters:
    ///   - split: the table taken apart.
    ///   - template: the form of the worksheets.
    ///   - period: the reporting period, such as 2024年第一季度.
    ///   - reading: where deadlines come from.
    public init(_ split: Split, template: Template, period: String, reading: TaskReading) {
        self.split = split
        self.template = template
        self.period = period
        title = split.table.title.isEmpty ? template.title : split.table.title
        columns = WorksheetColumns(split.table, template: template, showsRole: split.basis == .unit)
        var sealer = RowSealer()
        sealed = sealer.rows(of: split.table, columns: columns.issued)
        dues = split.table.tasks.map(reading.due)
        id = Passport.issueID([title, period, template.name, template.version, split.basis.rawValue], rows: sealed)
    }

    /// What was noticed where the table meets the form.
    public var findings: [Finding] { columns.findings(in: split.table) }

    /// The earliest day on which a portion has something due, as ISO 8601.
    ///
    /// - Parameter portion: one of the portions.
    /// - Returns: the day, or `nil` where no deadline tells one.
    public func firstDue(of portion: Portion) -> String? {
        // ISO 8601 days sort as text.
        portion.rows.lazy.compactMap { dues[$0.task] }.min()
    }

    /// Makes the worksheet of a portion.
    ///
    /// - Parameter portion: one of the portions.
    /// - Returns: the worksheet.
    public func worksheet(of portion: Portion) -> Worksheet {
        let rows = portion.rows.map { row in
            var sealed = sealed[row.task]
            sealed.role = row.rolesText
            return sealed
        }
        let passport = Passport(
            issue: id, title: title, unit: portion.name, basis: split.basis.rawValue, period: period,
            form: template.name, formVersion: template.version,
            columns: columns.issued.map { index in
                let column = columns.columns.first { $0.source == .table(index) }
                return Passport.Column(
                    field: column?.column.field.rawValue ?? Field.other.rawValue, heading: column?.heading ?? "")
            }, rows: rows)
        return Worksheet(issue: self, portion: portion, passport: passport, wide: table(of: portion))
    }

    /// Whether any deadline of a portion tells a day.
    func hasDues(_ portion: Portion) -> Bool { portion.rows.contains { dues[$0.task] != nil } }

    /// The rows of a portion under the columns of the worksheet, and behind them the hidden ones: day and key.
    private func table(of portion: Portion) -> TaskTable {
        let hasDues = hasDues(portion)
        var tasks: [Task] = []
        tasks.reserveCapacity(portion.rows.count)
        let sources = columns.sources
        for row in portion.rows {
            var cells: [String] = []
            cells.reserveCapacity(sources.count + 2)
            for source in sources {
                switch source {
                case .table(let index): cells.append(split.table.tasks[row.task].cells[index])
                case .role: cells.append(row.rolesText)
                case .blank: cells.append("")
                }
            }
            if let above = tasks.last?.cells { sayNone(in: &cells, below: above) }
            if hasDues { cells.append(dues[row.task] ?? "") }
            cells.append(sealed[row.task].key)
            tasks.append(Task(cells: cells, place: split.table.tasks[row.task].place))
        }
        var headings = columns.columns.map(\.column)
        if hasDues { headings.append(TaskColumn(heading: Worksheet.dueHeading, field: .other)) }
        headings.append(TaskColumn(heading: Worksheet.keyHeading, field: .other))
        return TaskTable(title: title, columns: headings, tasks: tasks, notes: split.table.notesWithoutTotals)
    }

    /// Writes a dash where an empty cell would be read as continuing the one above.
    ///
    /// In the whole table something stood between the two; in a portion they may be neighbours.
    private func sayNone(in cells: inout [String], below above: [String]) {
        for index in columns.spanned where cells[index].isEmpty && !above[index].isEmpty {
            if let task = columns.task, index != task, cells[task] != above[task] { continue }
            cells[index] = Worksheet.none
        }
    }
}
