/// How a unit takes part in a task.
public enum Role: String, Sendable, CaseIterable, Hashable {
    /// 牵头单位: the unit that answers for the task as a whole.
    case lead
    /// 责任单位: a unit that does it.
    case responsible
    /// 配合单位: a unit that helps.
    case assisting

    /// The word for the role in machine-readable output.
    package var label: String {
        switch self {
        case .lead: "lead"
        case .responsible: "responsible"
        case .assisting: "assist"
        }
    }
}

/// One unit named in a cell.
public struct UnitReading: Sendable, Hashable {
    /// The name without white space, with a shared prefix or ending restored.
    public var name: String
    /// How the unit takes part.
    public var role: Role
    /// Whether the name stands for several units: 各区县政府, 市直有关部门.
    public var isCollective: Bool
    /// Whether the list goes on after this name: 市财政局等部门.
    public var isOpen: Bool
    /// The name as it stands in the cell.
    public var printed: String
    /// Where the name stands in the cell, in UTF-8 bytes.
    public var range: Range<Int>

    /// Creates a reading.
    ///
    /// - Parameters:
    ///   - name: the name without white space, restored.
    ///   - role: how the unit takes part.
    ///   - isCollective: whether the name stands for several units.
    ///   - isOpen: whether the list goes on after this name.
    ///   - printed: the name as it stands in the cell.
    ///   - range: where it stands, in UTF-8 bytes.
    public init(
        name: String, role: Role, isCollective: Bool = false, isOpen: Bool = false, printed: String, range: Range<Int>
    ) {
        self.name = name
        self.role = role
        self.isCollective = isCollective
        self.isOpen = isOpen
        self.printed = printed
        self.range = range
    }
}
