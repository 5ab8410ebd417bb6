internal import FenjieGrammar
internal import FenjieModel
public import FenjieTasks

/// Takes a task table apart: who gets which task, in which role.
public struct Splitter: Sendable {
    /// The name of the worksheet of tasks that name nobody.
    public static let unassignedUnit = "未明确责任单位"
    /// The name of the worksheet of tasks without a deadline.
    public static let unassignedDeadline = "未明确完成时限"
    /// The name of the worksheet of tasks without a heading.
    public static let unassignedTask = "未列入任务类别"

    private let basis: SplitBasis
    private let reading: TaskReading

    /// A splitter.
    ///
    /// - Parameters:
    ///   - basis: what worksheets are made by.
    ///   - reading: where units and deadlines come from.
    public init(by basis: SplitBasis, reading: TaskReading) {
        self.basis = basis
        self.reading = reading
    }

    /// Splits a table, in time linear in the pairs of task and unit.
    ///
    /// - Parameter table: the table.
    /// - Returns: the portions with the proof that no task was lost.
    public func split(_ table: TaskTable) -> Split {
        var builder = PortionBuilder()
        var findings: [Finding] = []
        var count = PairCount()
        for (index, task) in table.tasks.enumerated() {
            for share in shares(in: task, of: table) {
                count.add(share.name, task: index)
                builder.add(share, task: index)
            }
        }
        var portions = builder.portions
        for index in portions.indices { portions[index].expected = count.tasks(naming: portions[index].name) }
        order(&portions)
        for index in portions.indices { portions[index].position = index + 1 }
        if basis == .unit || basis == .role {
            findings = SplitFindings(table: table, portions: portions, resolve: reading.resolve).findings
        }
        return Split(
            table: table, basis: basis, portions: portions,
            proof: SplitProof(
                tasks: table.tasks.count, pairsIn: count.total, portions: portions), findings: findings
        )
    }

    /// The names to which a task goes.
    private func shares(in task: Task, of table: TaskTable) -> [Share] {
        switch basis {
        case .unit, .role:
            let assignments = reading.assignments(task).filter { !$0.unit.isEmpty }
            guard !assignments.isEmpty else { return [Share(name: Self.unassignedUnit, kind: .unassigned)] }
            return basis == .unit ? assignments.flatMap(unitShares) : roleShares(assignments)
        case .task:
            let heading = table.text(.task, of: task)
            guard !FoldedText.of(heading).isEmpty else { return [Share(name: Self.unassignedTask, kind: .unassigned)] }
            return [Share(name: heading)]
        case .deadline:
            let deadline = table.text(.deadline, of: task)
            guard !FoldedText.of(deadline).isEmpty else {
                return [Share(name: Self.unassignedDeadline, kind: .unassigned)]
            }
            return [Share(name: reading.due(task) ?? deadline)]
        }
    }

    private func unitShares(_ assignment: Assignment) -> [Share] {
        guard let resolved = reading.resolve?(assignment) else {
            return [Share(assignment, name: assignment.unit)]
        }
        guard !resolved.names.isEmpty, !(assignment.isCollective && resolved.names == [assignment.unit]) else {
            // A collective without members is not unknown: it is not expanded, which is said of it.
            return [Share(assignment, name: assignment.unit, isUnknown: !resolved.isKnown && !assignment.isCollective)]
        }
        return resolved.names.map { name in
            var share = Share(assignment, name: name, isUnknown: !resolved.isKnown)
            if resolved.names.count > 1 || assignment.isCollective {
                share.kind = .named
                share.collective = assignment.unit
            }
            return share
        }
    }

    private func roleShares(_ assignments: [Assignment]) -> [Share] {
        assignments.map { assignment in
            var share = Share(assignment, name: assignment.role.chinese)
            share.kind = .named
            return share
        }
    }

    /// Units in the directory's order where there is one, deadlines by day, roles by weight, all else by first appearance;
    /// what names nobody comes last.
    private func order(_ portions: inout [Portion]) {
        var places: [String: Int] = [:]
        for (index, name) in reading.order.enumerated() where places[name] == nil { places[name] = index }
        let ranked = portions.enumerated().map { offset, portion in
            let rank: (Int, String) =
                switch basis {
                case .unit: (places[portion.name] ?? .max, "")
                case .role: (Self.roleOrder(portion.name), "")
                case .deadline: CivilDate(parsing: portion.name) == nil ? (1, "") : (0, portion.name)
                case .task: (0, "")
                }
            return (isLast: portion.kind == .unassigned ? 1 : 0, rank: rank, offset: offset, portion: portion)
        }
        portions = ranked.sorted { left, right in
            (left.isLast, left.rank.0, left.rank.1, left.offset) < (
                right.isLast, right.rank.0, right.rank.1, right.offset
            )
        }.map(\.portion)
    }

    private static func roleOrder(_ name: String) -> Int {
        Assignment.Role.allCases.firstIndex { $0.chinese == name } ?? Assignment.Role.allCases.count
    }
}

/// One task's way to one name.
struct Share {
    var name: String
    var kind = Portion.Kind.named
    var role: Assignment.Role?
    var isOpen = false
    var isUnknown = false
    var collective: String?

    init(name: String, kind: Portion.Kind = .named) {
        self.name = name
        self.kind = kind
    }

    init(_ assignment: Assignment, name: String, isUnknown: Bool = false) {
        self.name = name
        kind = assignment.isCollective ? .collective : .named
        role = assignment.role
        isOpen = assignment.isOpen
        self.isUnknown = isUnknown
    }
}

/// Counts pairs of task and name without making portions, so that the two prove each other.
struct PairCount {
    private var counts: [NameKey: (tasks: Int, last: Int)] = [:]
    private(set) var total = 0

    mutating func add(_ name: String, task: Int) {
        let key = NameKey(name)
        let known = counts[key] ?? (0, -1)
        guard known.last != task else { return }
        counts[key] = (known.tasks + 1, task)
        total += 1
    }

    func tasks(naming name: String) -> Int { counts[NameKey(name)]?.tasks ?? 0 }
}

/// Gathers shares into portions in the order of first appearance.
struct PortionBuilder {
    private(set) var portions: [Portion] = []
    private var offsets: [NameKey: Int] = [:]

    mutating func add(_ share: Share, task: Int) {
        let key = NameKey(share.name)
        guard let offset = offsets[key] else {
            offsets[key] = portions.count
            portions.append(
                Portion(
                    name: share.name, kind: share.kind, isUnknown: share.isUnknown, rows: [Self.row(share, task: task)])
            )
            return
        }
        // A name that is met as one unit is one, even where it was met as a collective before.
        if share.kind == .named { portions[offset].kind = .named }
        let last = portions[offset].rows.count - 1
        guard portions[offset].rows[last].task == task else {
            portions[offset].rows.append(Self.row(share, task: task))
            return
        }
        // Named twice in one task: one row that names every role.
        if let role = share.role, !portions[offset].rows[last].roles.contains(role) {
            portions[offset].rows[last].roles.append(role)
            portions[offset].rows[last].roles.sort { $0.weight < $1.weight }
        }
        if share.isOpen { portions[offset].rows[last].isOpen = true }
        if share.collective == nil { portions[offset].rows[last].collective = nil }
    }

    private static func row(_ share: Share, task: Int) -> PortionRow {
        PortionRow(
            task: task, roles: share.role.map { [$0] } ?? [], isOpen: share.isOpen, collective: share.collective)
    }
}
