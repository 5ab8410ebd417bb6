public import FenjieGrammar
public import FenjieModel
public import FenjieRules

/// What one unit reports on one task, as a ledger has it.
public struct LedgerEntry: Sendable, Hashable {
    /// The number of the task; empty where the ledger has no numbers.
    public var number = ""
    /// The first-level task.
    public var task = ""
    /// The second-level task.
    public var subtask = ""
    /// What has to be done.
    public var requirement = ""
    /// The unit; empty where nobody is named.
    public var unit = ""
    /// What the unit does in the task.
    public var role = Role.responsible
    /// The deadline; `nil` where none is told.
    public var deadline: Deadline?
    /// The status as written.
    public var status = ""
    /// What the status means; `nil` where it is blank or not known.
    public var meaning: StatusMeaning?
    /// The day of completion as written.
    public var completion = ""
    /// The day of completion; `nil` where there is none that can be read.
    public var completedOn: CivilDate?
    /// The progress as written.
    public var progress = ""
    /// Problems as written.
    public var problems = ""
    /// The next steps as written.
    public var nextSteps = ""
    /// Evidence as written; empty for words that say that there is none.
    public var evidence = ""
    /// Where the row stands in the ledger.
    public var place = Place()

    /// An entry that says nothing.
    public init() {}

    /// What has to be done: the requirement, or the lowest heading where there is none.
    public var text: String { !requirement.isEmpty ? requirement : !subtask.isEmpty ? subtask : task }

    /// How the unit's part stands on a day.
    ///
    /// What the ledger calls done on a later day was not done on this one. A task is overdue from the day after its
    /// deadline, whatever is said of it, until it is done, goes on for good, or is called off; a blank status says
    /// nothing before the deadline, and that it is overdue behind it; a word that is not known says nothing at all.
    ///
    /// - Parameter day: the day of the review.
    /// - Returns: the state.
    public func state(on day: CivilDate) -> ReviewState {
        let isLate = deadline?.due.map { $0 < day } ?? false
        switch meaning {
        case .other: return .setAside
        case .ongoing: return .ongoing
        case .done:
            guard let completedOn, completedOn > day else { return .done }
            return isLate ? .overdue : .underway
        case .notStarted: return isLate ? .overdue : .notStarted
        case .underway where deadline?.kind == .ongoing: return .ongoing
        case .underway, .behind: return isLate ? .overdue : .underway
        case nil: return isLate && status.isEmpty ? .overdue : .unclear
        }
    }

    /// Whether the work has begun, as far as the entry says.
    var isBegun: Bool {
        switch meaning {
        case .done, .underway, .behind, .ongoing: true
        case .notStarted, .other, nil: false
        }
    }
}

/// A ledger as it was read: its entries, and what is odd about them.
public struct LedgerRecord: Sendable {
    /// The title of the ledger; empty where it has none.
    public var title: String
    /// The entries in the order of the ledger.
    public var entries: [LedgerEntry] = []
    /// Whether it has a column for evidence.
    public var hasEvidence = false
    /// Whether it has a column for the day of completion.
    public var hasCompletion = false
    /// What contradicts itself or cannot be read.
    public var findings: [Finding] = []
    /// Whether its rows stand unit by unit, so that their order is not that of the tasks.
    var isByUnit = false

    /// A ledger without entries.
    public init(title: String) { self.title = title }
}
