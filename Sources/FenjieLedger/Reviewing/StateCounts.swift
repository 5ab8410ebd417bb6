/// A part of a whole: 14 of 21.
public struct Proportion: Sendable, Hashable {
    /// How many.
    public let part: Int
    /// Of how many.
    public let whole: Int

    /// A share.
    public init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// Tenths of a percent, rounded half up; `nil` for a part of nothing.
    public var permille: Int? { whole > 0 ? (part * 2_000 + whole) / (whole * 2) : nil }

    /// The share as `66.7%`; `—` for a part of nothing.
    public var text: String { permille.map { "\(Self.tenths($0))%" } ?? "—" }

    /// A number of tenths as `66.7`.
    package static func tenths(_ number: Int) -> String { "\(number / 10).\(abs(number) % 10)" }
}

/// How many tasks have each state, and what is to be known beside that.
public struct StateCounts: Sendable, Hashable {
    private var counts = [Int](repeating: 0, count: ReviewState.allCases.count)
    /// How many tasks there are.
    public private(set) var total = 0
    /// How many are due by the day of the review, that day included; what was called off is not.
    public private(set) var due = 0
    /// How many of these are done.
    public private(set) var doneOfDue = 0
    /// How many are open and fall due soon.
    public private(set) var dueSoon = 0
    /// How many were done after their deadline.
    public private(set) var doneLate = 0
    /// How many are overdue and, as they say themselves, not begun.
    public private(set) var overdueNotStarted = 0

    /// No tasks.
    public init() {}

    /// How many tasks have a state.
    public subscript(state: ReviewState) -> Int { counts[Self.position(state)] }

    /// How much is done of all that was not called off.
    public var completion: Proportion { Proportion(self[.done], of: total - self[.setAside]) }

    /// How much is done of what is due.
    public var timely: Proportion { Proportion(doneOfDue, of: due) }

    /// Counts a task, or a unit's part in it.
    mutating func add(_ item: some Reviewed) {
        counts[Self.position(item.state)] += 1
        total += 1
        if item.isDue {
            due += 1
            if item.state == .done { doneOfDue += 1 }
        }
        if item.isDueSoon { dueSoon += 1 }
        if item.isDoneLate { doneLate += 1 }
        if item.state == .overdue, item.isIdle { overdueNotStarted += 1 }
    }

    private static func position(_ state: ReviewState) -> Int {
        switch state {
        case .done: 0
        case .underway: 1
        case .overdue: 2
        case .notStarted: 3
        case .ongoing: 4
        case .unclear: 5
        case .setAside: 6
        }
    }
}
