internal import FenjieGrammar
internal import FenjieModel
internal import FenjieRules
internal import FenjieTasks
internal import FenjieTemplates

/// Reads the rows of one table of a ledger; each different unit cell and deadline is read once.
final class LedgerRows {
    private let table: TaskTable
    private let units: UnitGrammar.Options
    private let directory: UnitDirectory?
    private let deadlineOptions: DeadlineOptions
    private let dues: LedgerDues
    private let words: StatusWords
    private let noneValues: Set<String>
    /// The column of the unit's own role, where every cell of it is such a role.
    private let ownRole: Int?
    /// Whether each row is one unit's, so that a unit cell is one name whatever it looks like.
    private let isByUnit: Bool
    /// Whether the status column asks a question: 是否完成.
    private let asksWhether: Bool
    private var deadlines: [DeadlineCells: Deadline] = [:]
    private var unitCells: [String: [Member]] = [:]

    /// A unit of a task.
    private struct Member {
        var name: String
        var role: Role
    }

    /// A deadline as written, and the day beside it.
    private struct DeadlineCells: Hashable {
        var text: String
        var day: CivilDate?
    }

    init(_ table: TaskTable, options: LedgerReadingOptions) {
        self.table = table
        dues = LedgerDues(table, template: options.template)
        directory = options.directory
        var units = options.units
        if let directory {
            units = UnitGrammar.Options(firstLeads: units.firstLeads, known: directory.knownNames)
        }
        // Where a column of its own says who leads, the first of the others does not.
        if table.has(.leadUnit) { units.firstLeads = false }
        self.units = units
        deadlineOptions = options.deadlines
        words = StatusWords(options.template.field(.status))
        noneValues = options.template.noneValues
        let title = options.template.fields.first { $0.name == TemplateField.ownRole }?.title
        let roles = title.flatMap { table.column(headed: $0) }
        ownRole = roles.flatMap { column in
            table.tasks.allSatisfy { $0.cells[column].isEmpty || Self.role(of: $0.cells[column]) != nil } ? column : nil
        }
        isByUnit = Ledger.isLedger(table)
        let heading = table.column(.status).flatMap { table.columns[$0].printedHeading } ?? ""
        asksWhether = heading.contains("是否")
    }

    /// The entries of a row, one for each unit that it names.
    func entries(of task: Task) -> [LedgerEntry] {
        var entry = LedgerEntry()
        entry.number = table.has(.number) ? text(.number, task) : ""
        entry.task = text(.task, task)
        entry.subtask = text(.subtask, task)
        entry.requirement = text(.requirement, task)
        entry.deadline = deadline(of: task)
        entry.place = task.place
        let members = members(of: task)
        let parted = PartedCells(names: members.map(\.name)) { [table] in table.text($0, of: task) }
        return members.map { member in
            var entry = entry
            entry.unit = member.name
            entry.role = member.role
            fill(&entry) { parted.text($0, of: member.name) }
            return entry
        }
    }

    /// Takes what the unit reports.
    private func fill(_ entry: inout LedgerEntry, _ text: (Field) -> String) {
        entry.status = said(text(.status))
        entry.completion = said(text(.completedOn))
        entry.completedOn = entry.completion.isEmpty ? nil : WrittenDate.day(of: entry.completion)?.day
        entry.progress = Self.trimmed(text(.progress))
        entry.problems = said(text(.problems))
        entry.nextSteps = said(text(.nextSteps))
        entry.evidence = said(text(.evidence))
        entry.meaning = entry.status.isEmpty ? nil : meaning(of: entry.status)
        // Without a status column the day of completion is all that is told.
        if !table.has(.status), !entry.completion.isEmpty { entry.meaning = .done }
    }

    private func meaning(of status: String) -> StatusMeaning? {
        if let meaning = words.meaning(of: status) { return meaning }
        guard asksWhether else { return nil }
        switch FoldedText.of(status) {
        case "是", "√", "✓", "☑", "✔": return .done
        case "否", "×", "✗", "☒", "✘": return .behind
        default: return nil
        }
    }

    private func members(of task: Task) -> [Member] {
        let own = ownRole.flatMap { Self.role(of: task.cells[$0]) }
        if isByUnit, let column = table.column(.responsibleUnit) {
            return [Member(name: canonical(Self.trimmed(task.cells[column])), role: own ?? .responsible)]
        }
        var members: [Member] = []
        for column in table.unitColumns {
            for member in self.members(in: task.cells[column.index], role: column.role)
            where !members.contains(where: { $0.name == member.name }) {
                members.append(member)
            }
        }
        if members.isEmpty { return [Member(name: "", role: own ?? .responsible)] }
        if let own, members.count == 1 { members[0].role = own }
        return members
    }

    private func members(in cell: String, role: Role) -> [Member] {
        let text = said(cell)
        guard !text.isEmpty else { return [] }
        let key = "\(role.rawValue)\u{1F}\(text)"
        if let known = unitCells[key] { return known }
        var reading = units
        if role == .assisting { reading.firstLeads = false }
        let members = UnitCell(parsing: text, role: role, options: reading).units.map {
            Member(name: canonical($0.name), role: $0.role)
        }
        unitCells[key] = members
        return members
    }

    private func canonical(_ name: String) -> String {
        if case .unit(let known)? = directory?.resolve(name) { return known }
        return name
    }

    private func deadline(of task: Task) -> Deadline? {
        let cells = DeadlineCells(text: said(table.text(.deadline, of: task)), day: dues.day(of: task))
        if let known = deadlines[cells] { return known }
        let deadline = LedgerDues.deadline(cells.text, on: cells.day, options: deadlineOptions)
        deadlines[cells] = deadline
        return deadline
    }

    // MARK: Text

    private func text(_ field: Field, _ task: Task) -> String { Self.trimmed(table.text(field, of: task)) }

    /// The text of a cell; empty for words that say that there is none.
    private func said(_ text: String) -> String {
        let text = Self.trimmed(text)
        return noneValues.contains(text) ? "" : text
    }

    /// The text without white space at its ends.
    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[start...end])
    }

    /// The heaviest role that a cell names in the words of ``Role/chinese`` or near ones.
    private static func role(of cell: String) -> Role? {
        let words = FoldedText.of(cell).split { "、,;/".contains($0) }
        var roles: [Role] = []
        for word in words {
            switch word {
            case "牵头", "主办", "牵头单位", "主办单位": roles.append(.lead)
            case "负责", "责任", "承办", "责任单位", "主责": roles.append(.responsible)
            case "配合", "协办", "参与", "配合单位", "协办单位": roles.append(.assisting)
            default: return nil
            }
        }
        return roles.min { $0.weight < $1.weight }
    }
}

/// The cells of a row in which each unit may have a line of its own: `县教育局：已完成`.
struct PartedCells {
    private let names: Set<String>
    private let cell: (Field) -> String

    /// The cells of a row that names units.
    init(names: [String], cell: @escaping (Field) -> String) {
        self.names = names.count > 1 ? Set(names.map(FoldedText.of)) : []
        self.cell = cell
    }

    /// What a cell says of a unit: its own lines where all lines name units, else the whole.
    func text(_ field: Field, of unit: String) -> String {
        let text = cell(field)
        guard !names.isEmpty, text.utf8.count <= 65_536, let parts = parts(of: text) else { return text }
        let wanted = FoldedText.of(unit)
        return parts.filter { $0.unit == wanted }.map(\.text).joined(separator: "\n")
    }

    private func parts(of text: String) -> [(unit: String, text: String)]? {
        var parts: [(unit: String, text: String)] = []
        for line in text.split(whereSeparator: \.isNewline) {
            guard let sign = line.firstIndex(where: { $0 == "：" || $0 == ":" }),
                names.contains(FoldedText.of(String(line[..<sign])))
            else {
                // A further line of what the unit above says; the first line has none above.
                guard !parts.isEmpty else { return nil }
                parts[parts.count - 1].text += "\n" + line
                continue
            }
            parts.append((FoldedText.of(String(line[..<sign])), String(line[line.index(after: sign)...])))
        }
        return parts.isEmpty ? nil : parts
    }
}
