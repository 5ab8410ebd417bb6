public import FenjieGrammar
internal import FenjieRules

/// Something with a state: a task, or a unit's part in it.
protocol Reviewed {
    var state: ReviewState { get }
    /// Whether it is due by the day of the review, that day included.
    var isDue: Bool { get }
    /// Whether it is open and falls due soon.
    var isDueSoon: Bool { get }
    /// Whether it was done after its deadline.
    var isDoneLate: Bool { get }
    /// Whether it says of itself that it is not begun.
    var isIdle: Bool { get }
}

/// A unit's part in a task, on the day of a review.
public struct ReviewedPart: Sendable, Hashable, Reviewed {
    /// What the ledger says.
    public let entry: LedgerEntry
    /// How the part stands.
    public let state: ReviewState
    /// How many days it is overdue; 0 where it is not.
    public let daysOverdue: Int
    let isDue: Bool
    let isDueSoon: Bool

    var isBegun: Bool { entry.isBegun }
    var isIdle: Bool { entry.meaning == .notStarted }
    var isDoneLate: Bool { Self.isLate(state, entry.completedOn, entry.deadline?.due) }

    init(_ entry: LedgerEntry, _ calendar: ReviewCalendar) {
        self.entry = entry
        state = entry.state(on: calendar.day)
        let due = entry.deadline?.due
        isDue = calendar.isDue(due, state)
        isDueSoon = calendar.isDueSoon(due, state)
        daysOverdue = state == .overdue ? calendar.daysSince(due) : 0
    }

    static func isLate(_ state: ReviewState, _ completedOn: CivilDate?, _ due: CivilDate?) -> Bool {
        guard state == .done, let completedOn, let due else { return false }
        return completedOn > due
    }
}

/// A task with the parts of all its units, on the day of a review.
public struct ReviewedTask: Sendable, Hashable, Reviewed {
    /// The parts in the order of the ledger; there is at least one.
    public let parts: [ReviewedPart]
    /// How the task stands, by those that decide.
    public let state: ReviewState
    /// The last day, where one is told; the latest of the parts that decide.
    public let due: CivilDate?
    /// The day on which the last of the parts that decide was done; `nil` where it is not done or a day is missing.
    public let completedOn: CivilDate?
    /// How many days it is overdue; 0 where it is not.
    public let daysOverdue: Int
    let isDue: Bool
    let isDueSoon: Bool

    /// The number as printed.
    public var number: String { parts[0].entry.number }
    /// The first-level task.
    public var group: String { parts[0].entry.task }
    /// What has to be done: the requirement, or the lowest heading where there is none.
    public var text: String { parts[0].entry.text }
    /// The deadline as written.
    public var deadline: String { parts.lazy.compactMap { $0.entry.deadline?.text }.first { !$0.isEmpty } ?? "" }

    /// The parts whose states make that of the task: those of lead units, else of responsible ones, else all.
    public var deciding: [ReviewedPart] { Self.deciding(parts) }

    /// The units of the parts that decide.
    public var units: [String] { deciding.map(\.entry.unit).filter { !$0.isEmpty } }

    var isBegun: Bool { deciding.contains(where: \.isBegun) }
    var isIdle: Bool { deciding.allSatisfy(\.isIdle) }
    var isDoneLate: Bool { ReviewedPart.isLate(state, completedOn, due) }

    init(_ parts: [ReviewedPart], _ calendar: ReviewCalendar) {
        self.parts = parts
        let deciding = Self.deciding(parts)
        state = ReviewState(joining: deciding.map(\.state))
        due = deciding.compactMap { $0.entry.deadline?.due }.max()
        let days = deciding.filter { $0.state == .done }.map(\.entry.completedOn)
        completedOn = state == .done && !days.contains(nil) ? days.compactMap(\.self).max() : nil
        isDue = calendar.isDue(due, state)
        isDueSoon = calendar.isDueSoon(due, state)
        daysOverdue = state == .overdue ? deciding.map(\.daysOverdue).max() ?? 0 : 0
    }

    private static func deciding(_ parts: [ReviewedPart]) -> [ReviewedPart] {
        for role in [Role.lead, .responsible] where parts.contains(where: { $0.entry.role == role }) {
            return parts.filter { $0.entry.role == role }
        }
        return parts
    }
}

/// The day of a review and what follows from it.
struct ReviewCalendar: Sendable {
    let day: CivilDate
    /// How many days ahead a deadline is near.
    let horizon: Int

    func isDue(_ due: CivilDate?, _ state: ReviewState) -> Bool {
        guard let due, state != .setAside else { return false }
        return due <= day
    }

    func isDueSoon(_ due: CivilDate?, _ state: ReviewState) -> Bool {
        guard let due, state.isOpen, state != .overdue else { return false }
        return due >= day && due.dayNumber - day.dayNumber <= horizon
    }

    func daysSince(_ due: CivilDate?) -> Int { due.map { max(0, day.dayNumber - $0.dayNumber) } ?? 0 }
}
