public import FenjieGrammar
public import FenjieModel
public import FenjieTasks

/// A unit's part in a task, as the unit grammar reads it.
public struct Assignment: Sendable, Hashable {
    /// What a unit does in a task.
    public typealias Role = FenjieGrammar.Role

    /// The name of the unit.
    public var unit: String
    /// What it does.
    public var role: Role
    /// Whether the name stands for several units.
    public var isCollective: Bool
    /// Whether the list in which it stands names examples only.
    public var isOpen: Bool

    /// An assignment.
    public init(unit: String, role: Role = .responsible, isCollective: Bool = false, isOpen: Bool = false) {
        self.unit = unit
        self.role = role
        self.isCollective = isCollective
        self.isOpen = isOpen
    }
}

/// The units that a name stands for, as a unit directory knows them.
public struct ResolvedUnit: Sendable, Hashable {
    /// The canonical name, or the members of a collective.
    public var names: [String]
    /// Whether the directory knows the name.
    public var isKnown: Bool
    /// For a name that it does not know, the closest that it does.
    public var nearest: [String]

    /// A resolution.
    public init(names: [String], isKnown: Bool, nearest: [String] = []) {
        self.names = names
        self.isKnown = isKnown
        self.nearest = nearest
    }
}

/// Where the splitter takes its knowledge of units and deadlines from.
public struct TaskReading: Sendable {
    /// The units of a task with their roles, in the order in which they are printed.
    public var assignments: @Sendable (Task) -> [Assignment]
    /// What a name stands for; `nil` where there is no directory.
    public var resolve: (@Sendable (Assignment) -> ResolvedUnit)?
    /// The units in the order of the directory; empty where there is none.
    public var order: [String]
    /// The day until which a task is due as ISO 8601, where it is known.
    public var due: @Sendable (Task) -> String?
    /// What was uncertain about the units.
    public var findings: [Finding] = []

    /// A reading.
    public init(
        assignments: @escaping @Sendable (Task) -> [Assignment],
        resolve: (@Sendable (Assignment) -> ResolvedUnit)? = nil, order: [String] = [],
        due: @escaping @Sendable (Task) -> String? = { _ in nil }
    ) {
        self.assignments = assignments
        self.resolve = resolve
        self.order = order
        self.due = due
    }
}
