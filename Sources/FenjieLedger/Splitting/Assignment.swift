public import FenjieTasks

/// A unit's part in a task, as the unit grammar reads it.
public struct Assignment: Sendable, Hashable {
    /// What a unit does in a task, the heaviest first.
    public enum Role: String, Sendable, CaseIterable, Comparable {
        /// 牵头.
        case lead
        /// 负责.
        case responsible
        /// 配合.
        case assisting

        /// The word in a worksheet's own role column.
        public var chinese: String {
            switch self {
            case .lead: "牵头"
            case .responsible: "负责"
            case .assisting: "配合"
            }
        }

        private var weight: Int {
            switch self {
            case .lead: 0
            case .responsible: 1
            case .assisting: 2
            }
        }

        /// Orders by weight.
        public static func < (left: Self, right: Self) -> Bool { left.weight < right.weight }
    }

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

    /// A resolution.
    public init(names: [String], isKnown: Bool) {
        self.names = names
        self.isKnown = isKnown
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
