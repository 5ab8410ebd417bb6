public import FenjieModel
public import FenjieTemplates

extension TaskTable {
    /// Understands a sheet as a task table.
    ///
    /// The header is found by its words, wherever it stands; group rows, repeated headers and closing notes are told from
    /// tasks; spans are filled down; columns that the template does not know are kept behind those it knows.
    ///
    /// - Parameters:
    ///   - sheet: what the file holds.
    ///   - prose: running text before the table, which may hold its title and further lines that belong to it.
    ///   - template: the form expected.
    ///   - keepsNumbering: whether group headings keep their 一、 and （一）.
    /// - Returns: the table, and what was noticed on the way.
    /// - Throws: ``RecognitionFailure`` where no row is a header.
    public static func recognize(
        _ sheet: Sheet, prose: [String] = [], template: Template, keepsNumbering: Bool = false
    ) throws(RecognitionFailure) -> (table: TaskTable, findings: [Finding]) {
        let grid = Grid(sheet)
        let vocabulary = Vocabulary(template)
        guard let header = Header.find(in: grid, vocabulary) else { throw .noHeader(in: sheet) }
        var recognizer = Recognizer(grid: grid, header: header, template: template, vocabulary, keepsNumbering)
        return recognizer.table(prose: prose)
    }
}

/// Puts the rows of a sheet together to a task table.
private struct Recognizer {
    private let grid: Grid
    private let header: Header
    private let template: Template
    private let kinds: RowKinds
    private let map: ColumnMap
    private let plan: ColumnPlan
    private let vocabulary: Vocabulary
    private var findings: [Finding] = []

    init(grid: Grid, header: Header, template: Template, _ vocabulary: Vocabulary, _ keepsNumbering: Bool) {
        self.grid = grid
        self.header = header
        self.template = template
        self.vocabulary = vocabulary
        kinds = RowKinds(in: grid, below: header, header.shape(vocabulary), keepsNumbering: keepsNumbering)
        let body = kinds.taskRows.map { grid.sheet.rows[$0 - 1] }
        map = ColumnMap(header, body: body, vocabulary, tellsColumns: grid.sheet.tellsColumns)
        plan = ColumnPlan(
            map, template: template, groupDepth: kinds.groupDepth, keepsNumbering: keepsNumbering)
    }

    mutating func table(prose: [String]) -> (TaskTable, [Finding]) {
        let heading = TableTitle(above: kinds.openingRow ?? header.rows.lowerBound, in: grid, prose: prose)
        var table = TaskTable(
            title: grid.sheet.title ?? heading.title, preface: heading.preface, columns: plan.columns, tasks: tasks(),
            notes: notes(), sheetName: grid.sheet.name)
        table.headerRows = header.rows
        table.notes += grid.sheet.closing.prefix(Self.mostClosingLines)
        noteTextLeftOut(above: heading.linesLeftOut, below: grid.sheet.closing.count - Self.mostClosingLines)
        noteMissingColumns()
        findings += ColumnDoubts(table, vocabulary, map, in: grid.sheet, row: header.rows.lowerBound).findings
        findings += TaskNumbers.complete(&table)
        if table.tasks.isEmpty { noteNoTasks() }
        return (table, findings)
    }

    private mutating func tasks() -> [Task] {
        var fill = SpanFill(grid, map, rows: kinds.taskRows, below: header.rows.upperBound) { [template] in
            ColumnPlan.spanning(of: $0, in: template) != .none
        }
        var groups: [String] = []
        if case .group(let level, let text) = kinds.opening {
            groups = Array(repeating: "", count: level - 1) + [text]
        }
        var tasks: [Task] = []
        var repeated = 0
        for (index, kind) in kinds.kinds.enumerated() {
            let row = kinds.firstRow + index
            switch kind {
            case .blank: continue
            case .note(let text): if TotalRow.opens(text) { noteTotal(row, text) }
            case .total(let text): noteTotal(row, text)
            case .repeatedHeader: repeated += 1
            case .group(let level, let text):
                groups = Array(groups.prefix(level - 1)) + [text]
                fill.startGroup()
            case .filler(let text): noteFiller(row, text)
            case .task:
                if let levels = kinds.closings[index] {
                    groups = Array(groups.prefix(levels))
                    fill.startGroup()
                }
                tasks.append(
                    Task(cells: plan.cells(fill.cells(of: row), groups: groups), place: grid.sheet.place(row: row)))
            }
        }
        findings += fill.findings + fill.doubts
        if repeated > 0 { noteRepeated(repeated) }
        return tasks
    }

    private func notes() -> [String] {
        let lastTask = kinds.kinds.lastIndex(of: .task) ?? -1
        return kinds.kinds.enumerated().compactMap { index, kind in
            switch kind {
            case .note(let text): text
            // A sum among the tasks says nothing below them.
            case .total(let text) where index > lastTask: text
            default: nil
            }
        }
    }

    /// Running text below a table is taken for its notes as long as it is no document of its own.
    private static let mostClosingLines = 20

    private mutating func noteTextLeftOut(above: Int, below: Int) {
        guard above > 0 || below > 0 else { return }
        findings.append(
            Finding(
                "running-text-left-out", .info, at: Place(sheet: grid.sheet.name.isEmpty ? nil : grid.sheet.name),
                message: Message(
                    "表格之外的正文未列入：表前 \(above) 行，表后 \(max(0, below)) 行",
                    "running text around the table was left out: \(above) lines above, \(max(0, below)) below"),
                hint: Message("正文中另有任务时，请单独成文再转换", "if it names tasks too, convert it as a file of its own")))
    }

    private mutating func noteTotal(_ row: Int, _ text: String) {
        let label = text.split { $0.isWhitespace }.joined().prefix(12)
        findings.append(
            Finding(
                "total-row", .info, at: grid.sheet.place(row: row),
                message: Message("“\(label)”行不是任务，未计入", "“\(label)” is a row of totals and no task; it was left out")))
    }

    private mutating func noteFiller(_ row: Int, _ text: String) {
        let label = text.split { $0.isWhitespace }.joined(separator: " ").prefix(12)
        findings.append(
            Finding(
                "filler-row", .info, at: grid.sheet.place(row: row),
                message: Message(
                    "表头下的“\(label)”行是栏次或填写示例，未作为任务",
                    "“\(label)” below the header counts the columns or shows how to fill them in; not taken as a task"))
        )
    }

    private mutating func noteRepeated(_ count: Int) {
        findings.append(
            Finding(
                "header-repeated", .info, at: grid.sheet.place(row: header.rows.lowerBound),
                message: Message(
                    "分页处重复的表头有 \(count) 行，未作为任务",
                    "the header is printed again \(Message.counted(count, "time")); not taken as tasks")))
    }

    private mutating func noteMissingColumns() {
        for column in plan.columns where column.printedHeading == nil && column.field != .number {
            guard !plan.isFilledByGroups(column) else { continue }
            findings.append(
                Finding(
                    "column-missing", .info, at: grid.sheet.place(row: header.rows.lowerBound),
                    field: column.field.rawValue,
                    message: Message(
                        "原表没有“\(column.heading)”一栏，留空", "the table has no column \(column.heading); left blank")))
        }
    }

    private mutating func noteNoTasks() {
        findings.append(
            Finding(
                "no-tasks", .warning, at: grid.sheet.place(row: header.rows.lowerBound),
                message: Message("有表头但没有任务行", "there is a header but no task below it"),
                hint: Message("请确认表格内容是否完整", "check whether the table is complete")))
    }
}
