public import FenjieGrammar
internal import FenjieModel
public import FenjieTasks

extension TaskReading {
    /// Reads the units and deadlines of a table by the grammars of the field.
    ///
    /// Each different cell is read once, whatever the number of tasks that have it.
    ///
    /// - Parameters:
    ///   - table: the whole table.
    ///   - units: switches of the unit grammar.
    ///   - directory: the units of the office; its names win over the grammar.
    ///   - deadlines: the year and the day of issue; the year of the title counts where none is told.
    public init(
        _ table: TaskTable, units: UnitGrammar.Options = .standard, directory: UnitDirectory? = nil,
        deadlines: DeadlineOptions = DeadlineOptions()
    ) {
        var units = units
        if let directory {
            units = UnitGrammar.Options(firstLeads: units.firstLeads, known: directory.knownNames)
        }
        var deadlines = deadlines
        deadlines.year = deadlines.year ?? Self.year(in: table.title)
        let readers = UnitColumns(table, options: units)
        let dues = Self.dues(in: table, options: deadlines)
        let column = table.column(.deadline)
        self.init(
            assignments: { readers.assignments(of: $0) },
            due: { task in column.flatMap { dues[NameKey(task.cells[$0])] } })
        findings = readers.findings
        guard let directory else { return }
        order = directory.entries.map(\.name)
        let known = Self.resolutions(of: readers.names, in: directory)
        resolve = { known[$0.unit] ?? ResolvedUnit(names: [$0.unit], isKnown: false) }
    }

    /// What each name of the table stands for, looked up once.
    private static func resolutions(of names: Set<String>, in directory: UnitDirectory) -> [String: ResolvedUnit] {
        var resolutions: [String: ResolvedUnit] = [:]
        for name in names {
            resolutions[name] =
                switch directory.resolve(name) {
                case .unit(let unit): ResolvedUnit(names: [unit], isKnown: true)
                case .collective(let collective, let members):
                    ResolvedUnit(names: members.isEmpty ? [collective] : members, isKnown: true)
                case .unknown(let nearest): ResolvedUnit(names: [name], isKnown: false, nearest: nearest)
                }
        }
        return resolutions
    }

    /// The first year that a title names: 2022年.
    static func year(in title: String) -> Int? {
        var digits: [UInt8] = []
        var rest = Array(FoldedText.of(title).utf8)[...]
        let sign = Array("年".utf8)
        while let byte = rest.first {
            if (0x30...0x39).contains(byte) {
                digits.append(byte)
            } else {
                if digits.count == 4, rest.starts(with: sign) { return Int(String(decoding: digits, as: UTF8.self)) }
                digits.removeAll()
            }
            rest.removeFirst()
        }
        return nil
    }

    private static func dues(in table: TaskTable, options: DeadlineOptions) -> [NameKey: String] {
        guard let column = table.column(.deadline) else { return [:] }
        var dues: [NameKey: String] = [:]
        for key in Set(table.tasks.map { NameKey($0.cells[column]) }) where !key.name.isEmpty {
            if let due = Deadline(parsing: key.name, options: options).due { dues[key] = due.description }
        }
        return dues
    }
}

/// The unit columns of a table with every different cell of them read.
private struct UnitColumns: Sendable {
    private var columns: [(index: Int, cells: [NameKey: [Assignment]])] = []
    private(set) var findings: [Finding] = []

    init(_ table: TaskTable, options: UnitGrammar.Options) {
        for role in [Role.lead, .responsible, .assisting] {
            // A list in several columns has one first unit.
            for (order, column) in table.unitColumns.filter({ $0.role == role }).enumerated() {
                var options = options
                // Where a column of its own says who leads, the first of the others does not.
                if role != .responsible || order > 0 || table.column(.leadUnit) != nil { options.firstLeads = false }
                read(table, column.index, role: role, options)
            }
        }
    }

    private mutating func read(_ table: TaskTable, _ index: Int, role: Role, _ options: UnitGrammar.Options) {
        var cells: [NameKey: [Assignment]] = [:]
        for task in table.tasks {
            let text = task.cells[index]
            let key = NameKey(text)
            guard !text.isEmpty, cells[key] == nil else { continue }
            let cell = UnitCell(parsing: text, role: role, options: options)
            cells[key] = cell.units.map {
                Assignment(unit: $0.name, role: $0.role, isCollective: $0.isCollective, isOpen: $0.isOpen)
            }
            for doubt in cell.doubts { findings.append(placed(doubt, at: task, in: table, column: index)) }
        }
        columns.append((index, cells))
    }

    private func placed(_ doubt: Finding, at task: Task, in table: TaskTable, column: Int) -> Finding {
        var doubt = doubt
        doubt.place = task.place
        doubt.field = table.columns[column].field.rawValue
        let number = table.text(.number, of: task)
        doubt.number = number.isEmpty ? nil : number
        return doubt
    }

    /// All names that occur.
    var names: Set<String> {
        var names: Set<String> = []
        for column in columns {
            for assignments in column.cells.values { for assignment in assignments { names.insert(assignment.unit) } }
        }
        return names
    }

    func assignments(of task: Task) -> [Assignment] {
        columns.flatMap { column in column.cells[NameKey(task.cells[column.index])] ?? [] }
    }
}
