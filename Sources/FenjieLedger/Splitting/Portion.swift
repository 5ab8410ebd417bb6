/// What worksheets are made by.
public enum SplitBasis: String, Sendable, CaseIterable {
    /// One for each unit.
    case unit
    /// One for each role.
    case role
    /// One for each first-level task.
    case task
    /// One for each deadline.
    case deadline
}

/// The part of a table that goes onto one worksheet.
public struct Portion: Sendable, Hashable {
    /// What kind of name a portion has.
    public enum Kind: String, Sendable {
        /// A unit, or a role, task or deadline.
        case named
        /// A name that stands for several units and was not expanded.
        case collective
        /// The tasks that name nobody, or no deadline.
        case unassigned
    }

    /// The unit, or whatever else it was split by.
    public var name: String
    /// What kind of name it is.
    public var kind: Kind
    /// Whether a directory was asked and does not know the name.
    public var isUnknown: Bool
    /// The tasks in the order of the table, each once.
    public var rows: [PortionRow]
    /// The position among all portions, counted from 1; it stays where only some are selected.
    public internal(set) var position = 0
    /// How many tasks name it, counted from the table and not from the rows.
    public internal(set) var expected = 0

    /// How many tasks it has in a role.
    ///
    /// - Parameter role: the role; a unit that has several in one task counts under the heaviest.
    /// - Returns: the number of tasks.
    public func count(_ role: Assignment.Role) -> Int {
        rows.count { $0.roles.first == role }
    }

    /// The one role that all its tasks have, if it is one.
    public var onlyRole: Assignment.Role? {
        guard let first = rows.first?.roles.first, rows.allSatisfy({ $0.roles == [first] }) else { return nil }
        return first
    }
}

/// One task of a portion.
public struct PortionRow: Sendable, Hashable {
    /// The task, as an offset into the table's tasks.
    public var task: Int
    /// The roles in this task, the heaviest first; empty where nobody is named.
    public var roles: [Assignment.Role]
    /// Whether the list of units names examples only.
    public var isOpen: Bool
    /// The collective through which the unit came to the task; `nil` where it is named itself.
    public var collective: String?

    /// The roles in words: 牵头, or 牵头、配合.
    public var rolesText: String {
        roles.count == 1 ? roles[0].chinese : roles.map(\.chinese).joined(separator: "、")
    }
}
