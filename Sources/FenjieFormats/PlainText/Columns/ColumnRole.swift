internal import FenjieModel

/// What a column holds, as far as it helps to tell which cell belongs into it.
enum ColumnRole: Sendable, Hashable {
    case number
    /// First or second level of the task; its spans run down.
    case heading
    case requirement
    case unit
    case deadline
    case person
    case free

    init(_ field: Field?) {
        self =
            switch field {
            case .number: .number
            case .task, .subtask: .heading
            case .requirement: .requirement
            case .leadUnit, .responsibleUnit, .assistingUnit: .unit
            case .deadline, .completedOn: .deadline
            case .leader, .contact: .person
            default: .free
            }
    }

    /// How likely each kind of cell is in such a column before any cell was seen; empty cells aside.
    var expectation: [CellKind: Double] {
        switch self {
        case .number: [.number: 0.96]
        case .heading: [.phrase: 0.80, .sentence: 0.12, .units: 0.04]
        case .requirement: [.sentence: 0.72, .phrase: 0.24, .units: 0.02]
        case .unit: [.units: 0.88, .phrase: 0.07, .mark: 0.03]
        case .deadline: [.deadline: 0.88, .phrase: 0.06, .mark: 0.03]
        case .person: [.phrase: 0.70, .units: 0.15, .mark: 0.03]
        case .free: [.phrase: 0.30, .sentence: 0.15, .units: 0.12, .deadline: 0.12, .mark: 0.18, .number: 0.10]
        }
    }

    /// The price of a row that has no cell here: small where spans are usual.
    var priceOfGap: Double {
        switch self {
        case .number: 5
        case .heading: 0.3
        case .requirement: 4
        case .unit: 1.8
        case .deadline: 1.6
        case .person: 1.5
        case .free: 1.0
        }
    }
}
