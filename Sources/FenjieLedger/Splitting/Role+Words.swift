public import FenjieGrammar

extension Role {
    /// The word in a worksheet's own role column.
    public var chinese: String {
        switch self {
        case .lead: "牵头"
        case .responsible: "负责"
        case .assisting: "配合"
        }
    }

    /// Orders roles, the heaviest first.
    var weight: Int {
        switch self {
        case .lead: 0
        case .responsible: 1
        case .assisting: 2
        }
    }
}
