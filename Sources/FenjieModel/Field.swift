/// What a column means; the 19 fields that templates and JSON name.
public enum Field: String, Sendable, CaseIterable, Codable {
    case number
    case task
    case subtask
    case requirement
    case leadUnit = "lead_unit"
    case responsibleUnit = "responsible_unit"
    case assistingUnit = "assisting_unit"
    case deadline
    case status
    case progress
    case completedOn = "completed_on"
    case problems
    case nextSteps = "next_steps"
    case leader
    case contact
    case evidence
    case remarks
    case score
    case other
}

extension Field {
    /// Whether cells of this meaning name units.
    package var namesUnits: Bool { self == .leadUnit || self == .responsibleUnit || self == .assistingUnit }
}
