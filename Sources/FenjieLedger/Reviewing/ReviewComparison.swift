/// What has changed since an earlier ledger.
public struct ReviewComparison: Sendable {
    /// A change of one task.
    public enum Kind: String, Sendable, CaseIterable {
        /// Not done then, done now.
        case newlyDone = "newly_done"
        /// Not begun then, begun and not done now.
        case started
        /// It has slipped: see ``Slip``.
        case slipped
        /// The progress of a unit is word for word that of the earlier ledger, and its part is not done.
        case unchanged
        /// It was not in the earlier ledger.
        case added
        /// It was in the earlier ledger only.
        case gone
    }

    /// How a task has slipped.
    public enum Slip: String, Sendable, CaseIterable {
        /// Done then, and no longer now.
        case reopened
        /// Open then, overdue now; where the day of the earlier ledger is known, not overdue then.
        case overdue
        /// The deadline was moved to a later day.
        case postponed
        /// Begun then, and not begun now.
        case stopped
    }

    /// One change.
    public struct Change: Sendable {
        /// What has changed.
        public let kind: Kind
        /// The task as it is now; as it was where it is gone.
        public let task: ReviewedTask
        /// The task as it was; `nil` where it was added.
        public let before: ReviewedTask?
        /// How it has slipped, by weight; empty for other kinds.
        public var slips: [Slip] = []
        /// The units whose progress is the same; empty for other kinds.
        public var units: [String] = []
    }

    /// The changes by kind, each kind in the order of the ledger.
    public let changes: [Change]
    /// How many tasks the earlier ledger had.
    public let before: StateCounts

    /// The changes of a kind.
    public func changes(_ kind: Kind) -> [Change] { changes.filter { $0.kind == kind } }

    /// Compares.
    ///
    /// - Parameters:
    ///   - tasks: the tasks as they are.
    ///   - previous: the tasks as they were.
    ///   - knowsDay: whether those were looked at on the day of their own ledger.
    init(_ tasks: [ReviewedTask], with previous: [ReviewedTask], knowsDay: Bool) {
        let matching = TaskMatching(tasks, with: previous)
        var found: [Kind: [Change]] = [:]
        for (index, task) in tasks.enumerated() {
            guard let position = matching.matches[index] else {
                found[.added, default: []].append(Change(kind: .added, task: task, before: nil))
                continue
            }
            for change in Self.changes(of: task, since: previous[position], knowsDay: knowsDay) {
                found[change.kind, default: []].append(change)
            }
        }
        found[.gone] = matching.unmatched.map { Change(kind: .gone, task: previous[$0], before: previous[$0]) }
        changes = Kind.allCases.flatMap { found[$0] ?? [] }
        var counts = StateCounts()
        for task in previous { counts.add(task) }
        before = counts
    }

    private static func changes(of task: ReviewedTask, since before: ReviewedTask, knowsDay: Bool) -> [Change] {
        var changes: [Change] = []
        if task.state == .done, before.state != .done {
            changes.append(Change(kind: .newlyDone, task: task, before: before))
        } else if task.isBegun, !before.isBegun, task.state != .done, before.state != .setAside {
            changes.append(Change(kind: .started, task: task, before: before))
        }
        let slips = slips(of: task, since: before, knowsDay: knowsDay)
        if !slips.isEmpty { changes.append(Change(kind: .slipped, task: task, before: before, slips: slips)) }
        let units = unchangedUnits(of: task, since: before)
        if !units.isEmpty { changes.append(Change(kind: .unchanged, task: task, before: before, units: units)) }
        return changes
    }

    private static func slips(of task: ReviewedTask, since before: ReviewedTask, knowsDay: Bool) -> [Slip] {
        var slips: [Slip] = []
        if before.state == .done, task.state.isOpen { slips.append(.reopened) }
        if task.state == .overdue, before.state.isOpen, before.state != .overdue || !knowsDay { slips.append(.overdue) }
        if let due = task.due, let earlier = before.due, due > earlier, task.state != .done { slips.append(.postponed) }
        if before.state != .done, before.isBegun, !task.isBegun, task.state.isOpen { slips.append(.stopped) }
        return slips
    }

    private static func unchangedUnits(of task: ReviewedTask, since before: ReviewedTask) -> [String] {
        task.parts.filter { part in
            guard part.state.isOpen, !part.entry.progress.isEmpty else { return false }
            let text = FoldedText.of(part.entry.progress)
            return before.parts.contains {
                $0.entry.unit == part.entry.unit && FoldedText.of($0.entry.progress) == text
            }
        }.map { Review.unitName($0.entry) }
    }
}

/// Which task of an earlier ledger each task is: the same in all, the same but for its number, or the same number with a
/// text that is half the same.
struct TaskMatching {
    /// For each task the earlier one, counted from 0.
    private(set) var matches: [Int?]
    /// Earlier tasks that are none of the tasks.
    private(set) var unmatched: [Int] = []

    init(_ tasks: [ReviewedTask], with previous: [ReviewedTask]) {
        matches = Array(repeating: nil, count: tasks.count)
        var isTaken = Array(repeating: false, count: previous.count)
        let keys: [(LedgerEntry) -> String] = [TaskKey.whole, TaskKey.text, TaskKey.number]
        for (pass, key) in keys.enumerated() {
            var positions: [NameKey: [Int]] = [:]
            for index in previous.indices.reversed() where !isTaken[index] {
                positions[NameKey(key(previous[index].parts[0].entry)), default: []].append(index)
            }
            for index in tasks.indices where matches[index] == nil {
                let own = key(tasks[index].parts[0].entry)
                guard !own.isEmpty, let position = positions[NameKey(own)]?.last else { continue }
                if pass == 2, !Self.isNear(tasks[index].text, previous[position].text) { continue }
                positions[NameKey(own)]?.removeLast()
                matches[index] = position
                isTaken[position] = true
            }
        }
        unmatched = previous.indices.filter { !isTaken[$0] }
    }

    /// Whether two texts share half of their pairs of neighbouring characters.
    private static func isNear(_ left: String, _ right: String) -> Bool {
        let pairs = [left, right].map { text in
            let scalars = Array(FoldedText.of(text).unicodeScalars.prefix(2_000))
            return Set(zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
        }
        let shared = pairs[0].intersection(pairs[1]).count
        return shared > 0 && shared * 4 >= pairs[0].count + pairs[1].count
    }
}
