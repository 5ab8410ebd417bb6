/// How often something falls due: every month, every two weeks.
public struct DeadlinePeriod: Sendable, Hashable, CustomStringConvertible {
    /// A stretch of the calendar.
    public enum Unit: String, Sendable, CaseIterable {
        case day
        case week
        /// A third of a month, 旬.
        case tenDays
        case month
        case quarter
        case halfYear
        case year
    }

    /// How many units lie between two dates.
    public var count: Int
    /// The unit.
    public var unit: Unit

    /// Makes a period.
    public init(_ count: Int = 1, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// The period as a duration of ISO 8601: `P1M`, `P3M` for a quarter.
    public var description: String {
        switch unit {
        case .day: "P\(count)D"
        case .week: "P\(count)W"
        case .tenDays: "P\(count * 10)D"
        case .month: "P\(count)M"
        case .quarter: "P\(count * 3)M"
        case .halfYear: "P\(count * 6)M"
        case .year: "P\(count)Y"
        }
    }
}
