public import FenjieFiles
public import FenjieFormats
public import FenjieGrammar
public import FenjieModel
internal import FenjieTasks
public import FenjieTemplates

/// What an input was taken for, and what it holds.
public struct Inspection: Sendable {
    /// What was read.
    public let reading: TableReading
    /// The text layouts and how well each fits, best first; empty where the input is no plain text.
    public let candidates: [TextLayouts.Candidate]
    /// The units of all tables, in the order of first appearance.
    public let units: [UnitCensus]
    /// The deadlines of all tasks by kind, most frequent first.
    public let deadlineKinds: [(kind: DeadlineKind, count: Int)]
    /// The tasks due in each month (`2022-09`), in order.
    public let months: [(month: String, count: Int)]
    /// Tasks without a unit, and tasks without a deadline.
    public let missing: (units: Int, deadlines: Int)
    /// The unit directory that the tables imply, to be completed by hand.
    public let impliedDirectory: Sheet
    /// Everything that was noticed, the doubts about units and deadlines among it.
    public let findings: [Finding]
}

/// One unit of a table and what it has to do.
public struct UnitCensus: Sendable, Hashable {
    /// The name.
    public let name: String
    /// Whether it stands for several units.
    public let isCollective: Bool
    /// For a collective, how many members the unit directory gives it; `nil` without a directory.
    public internal(set) var members: Int?
    /// The tasks it leads, is responsible for, and assists with.
    public internal(set) var counts: [Role: Int] = [:]

    /// The tasks that name it.
    public var total: Int { counts.values.reduce(0, +) }
}

/// How an input is inspected.
public struct Inspector: Sendable {
    private let reading: ReadingOptions
    private let template: Template
    private let sheet: String?
    private let units: UnitGrammar.Options
    private let deadlines: DeadlineOptions
    private let directory: UnitDirectory?

    /// Creates an inspector.
    public init(
        reading: ReadingOptions, template: Template, sheet: String? = nil, units: UnitGrammar.Options = .standard,
        deadlines: DeadlineOptions = DeadlineOptions(), directory: UnitDirectory? = nil
    ) {
        self.directory = directory
        self.reading = reading
        self.template = template
        self.sheet = sheet
        self.units = units
        self.deadlines = deadlines
    }

    /// Inspects an input.
    ///
    /// - Parameter file: the input.
    /// - Returns: what it holds.
    /// - Throws: a ``Failure`` where it cannot be read or holds no table.
    public func inspect(_ file: InputFile) throws -> Inspection {
        let reader = TableReader(options: reading, template: template, sheet: sheet)
        let reading = try reader.read(file)
        var census = Census(directory: directory)
        noteFirstLeads(reading, &census)
        for table in reading.tables {
            for task in table.tasks { count(task, of: table, &census) }
        }
        return Inspection(
            reading: reading, candidates: try reader.candidates(for: file),
            units: census.units,
            deadlineKinds: census.kinds.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
                .map { ($0.key, $0.value) },
            months: census.months.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
            missing: (census.withoutUnits, census.withoutDeadline),
            impliedDirectory: UnitDirectory.implied(by: census.cells), findings: reading.findings + census.findings)
    }

    /// Suggests the option where the document says that the first unit leads.
    private func noteFirstLeads(_ reading: TableReading, _ census: inout Census) {
        guard !units.firstLeads else { return }
        let notes = reading.tables.flatMap { $0.preface + $0.notes }
        let lines = reading.document.prose + notes + reading.document.closing
        guard var finding = UnitGrammar.firstLeadsNote(in: lines) else { return }
        finding.place.file = reading.document.name
        census.note(finding)
    }

    private func count(_ task: Task, of table: TaskTable, _ census: inout Census) {
        let number = table.text(.number, of: task)
        let cells = table.units(of: task, noneValues: template.noneValues, options: units)
        census.add(cells, of: number, at: task.place)
        census.note(cells.flatMap(\.doubts), of: number, at: task.place)
        if cells.allSatisfy(\.units.isEmpty) { census.withoutUnits += 1 }
        guard let deadline = table.deadline(of: task, options: deadlines) else {
            census.withoutDeadline += 1
            return
        }
        census.kinds[deadline.kind, default: 0] += 1
        if let due = deadline.due { census.months[String(due.description.prefix(7)), default: 0] += 1 }
        census.note(deadline.doubts, of: number, at: task.place)
    }
}

/// Counts on the way through a document.
private struct Census {
    private let directory: UnitDirectory?
    private(set) var units: [UnitCensus] = []
    private(set) var cells: [UnitCell] = []
    private var positions: [String: Int] = [:]
    private var unknown: Set<String> = []
    var kinds: [DeadlineKind: Int] = [:]
    var months: [String: Int] = [:]
    var withoutUnits = 0
    var withoutDeadline = 0
    private(set) var findings: [Finding] = []

    init(directory: UnitDirectory?) { self.directory = directory }

    /// Adds the units of a task, each once.
    mutating func add(_ cells: [UnitCell], of number: String, at place: Place) {
        self.cells += cells
        var seen: Set<String> = []
        for reading in cells.flatMap(\.units) {
            let unit = resolved(reading, number, place)
            guard seen.insert(unit.name).inserted else { continue }
            let position = positions[unit.name] ?? units.count
            if position == units.count {
                positions[unit.name] = position
                units.append(unit)
            }
            units[position].counts[reading.role, default: 0] += 1
        }
    }

    /// The unit by its canonical name, where a directory knows it.
    private mutating func resolved(_ reading: UnitReading, _ number: String, _ place: Place) -> UnitCensus {
        guard let directory else { return UnitCensus(name: reading.name, isCollective: reading.isCollective) }
        switch directory.resolve(reading.name) {
        case .unit(let name): return UnitCensus(name: name, isCollective: false)
        case .collective(let name, let members):
            return UnitCensus(name: name, isCollective: true, members: members.count)
        case .unknown(let nearest):
            if !reading.isCollective, unknown.insert(reading.name).inserted {
                note([Self.notListed(reading.name, nearest)], of: number, at: place)
            }
            return UnitCensus(
                name: reading.name, isCollective: reading.isCollective, members: reading.isCollective ? 0 : nil)
        }
    }

    private static func notListed(_ name: String, _ nearest: [String]) -> Finding {
        let unit = UnlistedUnit(name, nearest: nearest)
        return Finding(UnlistedUnit.code, .warning, unit: name, message: unit.message, hint: unit.hint)
    }

    mutating func note(_ finding: Finding) { findings.append(finding) }

    mutating func note(_ doubts: [Finding], of number: String, at place: Place) {
        findings += doubts.map { doubt in
            var doubt = doubt
            doubt.place = place
            doubt.number = number.isEmpty ? nil : number
            return doubt
        }
    }
}
