public import FenjieGrammar
public import FenjieTasks

/// What the rules must know from elsewhere.
public struct RuleOptions: Sendable {
    /// The units that there are; `nil` leaves names unchecked.
    public var directory: UnitDirectory?
    /// How unit cells are read.
    public var units = UnitGrammar.Options.standard
    /// The year of deadlines that name none, and the day of issue.
    public var deadlines = DeadlineOptions()
    /// Whether unit cells are read where there is no directory; reading them costs more than all other rules together.
    public var readsUnits = true
    /// Whether the table came as text, in which a spreadsheet spells its dates as 2024/9/30.
    public var isText = false
    /// The day for which the table is judged; `nil` leaves what is overdue unchecked.
    public var asOf: CivilDate?
    /// The same table as it was reported for the last period.
    public var previous: [TaskTable] = []

    /// Nothing is known.
    public init() {}
}
