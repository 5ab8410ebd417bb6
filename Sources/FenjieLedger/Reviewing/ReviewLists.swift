internal import FenjieRules

/// A task that is done and can be signed off (核销), or lacks something for it.
public struct SignOffItem: Sendable, Hashable {
    /// Whether the task can be signed off.
    public enum Standing: String, Sendable, CaseIterable {
        /// Day and evidence are there.
        case ready
        /// Something is missing.
        case incomplete
        /// The ledger says that it was signed off already.
        case signedOff = "signed_off"
    }

    /// What a task lacks.
    public enum Gap: String, Sendable, CaseIterable {
        /// The day of completion.
        case completionDate = "completed_on"
        /// Evidence.
        case evidence
    }

    /// The task.
    public let task: ReviewedTask
    /// Whether it can be signed off.
    public let standing: Standing
    /// What it lacks; of columns that the ledger does not have nothing is asked.
    public let gaps: [Gap]

    init(_ task: ReviewedTask, of ledger: LedgerRecord) {
        self.task = task
        let parts = task.deciding.filter { $0.state == .done }
        var gaps: [Gap] = []
        if ledger.hasCompletion, parts.contains(where: { $0.entry.completedOn == nil }) { gaps.append(.completionDate) }
        if ledger.hasEvidence, parts.contains(where: { $0.entry.evidence.isEmpty }) { gaps.append(.evidence) }
        let isSignedOff = parts.allSatisfy { StatusMeaning.saysSignedOff($0.entry.status) }
        self.gaps = isSignedOff ? [] : gaps
        standing = isSignedOff ? .signedOff : gaps.isEmpty ? .ready : .incomplete
    }
}

/// A unit's part in a task that has to be put right (督促整改).
public struct RectificationItem: Sendable, Hashable {
    /// Why it is on the list.
    public enum Reason: String, Sendable, CaseIterable {
        /// The deadline has passed.
        case overdue
        /// The unit itself calls it late, with the deadline still to come.
        case behind
        /// Nobody has said how it stands, or in words that are not known.
        case unclear
    }

    /// The unit's part.
    public let part: ReviewedPart
    /// Why it is on the list.
    public let reason: Reason

    init?(_ part: ReviewedPart) {
        self.part = part
        switch part.state {
        case .overdue: reason = .overdue
        case .unclear: reason = .unclear
        case .underway where part.entry.meaning == .behind: reason = .behind
        default: return nil
        }
    }
}

/// What a unit has to put right, the longest overdue first.
public struct UnitRectification: Sendable, Hashable {
    /// The unit.
    public let unit: String
    /// Its items.
    public let items: [RectificationItem]

    /// The lists of all units that have something to put right, in an order of units.
    static func lists(of tasks: [ReviewedTask], units: [String]) -> [UnitRectification] {
        var items: [NameKey: [RectificationItem]] = [:]
        for part in tasks.flatMap(\.parts) {
            if let item = RectificationItem(part) {
                items[NameKey(Review.unitName(part.entry)), default: []].append(item)
            }
        }
        return units.compactMap { unit in
            guard let own = items[NameKey(unit)] else { return nil }
            let sorted = own.enumerated().sorted {
                ($1.element.part.daysOverdue, $0.offset) < ($0.element.part.daysOverdue, $1.offset)
            }
            return UnitRectification(unit: unit, items: sorted.map(\.element))
        }
    }
}
