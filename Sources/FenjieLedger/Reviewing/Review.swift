public import FenjieGrammar
public import FenjieModel

/// A ledger looked at on a day: how its tasks stand, what can be signed off, and what has to be put right.
///
/// It follows from the ledgers and the options alone.
public struct Review: Sendable {
    /// How a ledger is looked at.
    public struct Options: Sendable {
        /// The day of the review.
        public var asOf: CivilDate
        /// How many days ahead a deadline is near.
        public var horizon = 30
        /// The day of the earlier ledger, where it is known.
        public var previousAsOf: CivilDate?

        /// The usual, on a day.
        public init(asOf: CivilDate) { self.asOf = asOf }
    }

    /// The day of the review.
    public let asOf: CivilDate
    /// How many days ahead a deadline is near.
    public let horizon: Int
    /// The title of the ledger; empty where it has none.
    public let title: String
    /// The tasks in the order of the table: that of the ledger, or where its rows stand unit by unit, one that agrees with
    /// the order of every unit.
    public let tasks: [ReviewedTask]
    /// How all tasks stand.
    public let counts: StateCounts
    /// How much should be done, and how much is.
    public let schedule: ReviewSchedule
    /// The units in the order of the ledger, each with its parts in tasks.
    public let units: [ReviewLine]
    /// The first-level tasks in the order of the ledger; empty where it has none.
    public let groups: [ReviewLine]
    /// The months of the deadlines.
    public let months: [MonthLine]
    /// What is done.
    public let signOff: [SignOffItem]
    /// What has to be put right, by unit.
    public let rectification: [UnitRectification]
    /// What is open and falls due soon, the nearest first.
    public let dueSoon: [ReviewedTask]
    /// What has changed since an earlier ledger; `nil` where none was given.
    public let comparison: ReviewComparison?
    /// What contradicts itself or cannot be read.
    public let findings: [Finding]

    /// Looks at a ledger.
    ///
    /// - Parameters:
    ///   - ledger: the ledger.
    ///   - previous: an earlier one to compare with.
    ///   - options: the day, and what is near.
    public init(_ ledger: LedgerRecord, previous: LedgerRecord? = nil, options: Options) {
        asOf = options.asOf
        horizon = options.horizon
        title = ledger.title
        let calendar = ReviewCalendar(day: options.asOf, horizon: options.horizon)
        let tasks = Self.tasks(of: ledger, calendar)
        self.tasks = tasks
        counts = Self.counts(of: tasks)
        schedule = ReviewSchedule(tasks, on: options.asOf)
        var units = ReviewLines()
        var groups = ReviewLines()
        for task in tasks {
            for part in task.parts { units.add(part, to: Self.unitName(part.entry), leads: part.entry.role == .lead) }
            groups.add(task, to: task.group.isEmpty ? Self.ungrouped : task.group)
        }
        self.units = units.lines
        self.groups = tasks.allSatisfy(\.group.isEmpty) ? [] : groups.lines
        months = MonthLine.lines(of: tasks)
        signOff = tasks.filter { $0.state == .done }.map { SignOffItem($0, of: ledger) }
        rectification = UnitRectification.lists(of: tasks, units: units.lines.map(\.name))
        dueSoon = tasks.filter(\.isDueSoon).enumerated()
            .sorted { ($0.element.due?.dayNumber ?? 0, $0.offset) < ($1.element.due?.dayNumber ?? 0, $1.offset) }
            .map(\.element)
        comparison = previous.map { previous in
            let earlier = ReviewCalendar(day: options.previousAsOf ?? options.asOf, horizon: options.horizon)
            return ReviewComparison(
                tasks, with: Self.tasks(of: previous, earlier), knowsDay: options.previousAsOf != nil)
        }
        findings = ledger.findings
    }

    /// What stands for the unit of tasks that name nobody.
    static let nobody = "未明确责任单位"
    /// What stands for the group of tasks that have none.
    static let ungrouped = "未分组"

    /// The unit of an entry, or what stands for it.
    static func unitName(_ entry: LedgerEntry) -> String { entry.unit.isEmpty ? nobody : entry.unit }

    private static func counts(of tasks: [ReviewedTask]) -> StateCounts {
        var counts = StateCounts()
        for task in tasks { counts.add(task) }
        return counts
    }

    /// Puts the entries of one task together: those of the same number, headings and requirement.
    static func tasks(of ledger: LedgerRecord, _ calendar: ReviewCalendar) -> [ReviewedTask] {
        var positions: [NameKey: Int] = [:]
        var parts: [[ReviewedPart]] = []
        for entry in ledger.entries {
            let key = NameKey(TaskKey.whole(entry))
            let position = positions[key] ?? parts.count
            if position == parts.count {
                positions[key] = position
                parts.append([])
            }
            parts[position].append(ReviewedPart(entry, calendar))
        }
        let tasks = parts.map { ReviewedTask($0, calendar) }
        guard ledger.isByUnit else { return tasks }
        return TaskOrder(numbers: tasks.map(\.number), sequences: sequences(of: tasks, in: ledger)).order.map {
            tasks[$0]
        }
    }

    /// The tasks of each unit in the order of its rows.
    private static func sequences(of tasks: [ReviewedTask], in ledger: LedgerRecord) -> [[Int]] {
        var positions: [NameKey: Int] = [:]
        for (index, task) in tasks.enumerated() { positions[NameKey(TaskKey.whole(task.parts[0].entry))] = index }
        var units: [NameKey: Int] = [:]
        var sequences: [[Int]] = []
        for entry in ledger.entries {
            guard let task = positions[NameKey(TaskKey.whole(entry))] else { continue }
            let unit = NameKey(entry.unit)
            let position = units[unit] ?? sequences.count
            if position == sequences.count {
                units[unit] = position
                sequences.append([])
            }
            sequences[position].append(task)
        }
        return sequences
    }
}

/// What tells tasks apart, white space and width aside.
enum TaskKey {
    /// Number, headings and requirement.
    static func whole(_ entry: LedgerEntry) -> String {
        joined([entry.number, entry.task, entry.subtask, entry.requirement])
    }

    /// Headings and requirement, for tables that were numbered anew.
    static func text(_ entry: LedgerEntry) -> String { joined([entry.task, entry.subtask, entry.requirement]) }

    /// The number alone, for requirements that were edited.
    static func number(_ entry: LedgerEntry) -> String { FoldedText.of(entry.number) }

    private static func joined(_ texts: [String]) -> String {
        texts.map(FoldedText.of).joined(separator: "\u{1F}")
    }
}
