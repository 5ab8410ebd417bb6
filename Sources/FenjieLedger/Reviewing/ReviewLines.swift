internal import FenjieGrammar
public import FenjieModel

/// One line of a count: a unit, a group, or a month, and how its tasks stand.
public struct ReviewLine: Sendable, Hashable {
    /// The unit, the group or the month.
    public let name: String
    /// How its tasks stand.
    public internal(set) var counts = StateCounts()
    /// How many of a unit's tasks it leads.
    public internal(set) var led = 0

    init(name: String) { self.name = name }
}

/// Lines in the order in which their names were met.
struct ReviewLines {
    private(set) var lines: [ReviewLine] = []
    private var positions: [NameKey: Int] = [:]

    mutating func add(_ item: some Reviewed, to name: String, leads: Bool = false) {
        let key = NameKey(name)
        let position = positions[key] ?? lines.count
        if position == lines.count {
            positions[key] = position
            lines.append(ReviewLine(name: name))
        }
        lines[position].counts.add(item)
        if leads { lines[position].led += 1 }
    }
}

/// When the tasks of a line fall due: in a month, or whenever their deadline says without naming a day.
public enum DueMonth: Sendable, Hashable, Comparable {
    /// A month of a year.
    case month(year: Int, month: Int)
    /// 全年.
    case yearRound
    /// 每季度末 and the like.
    case periodic
    /// 长期坚持, 持续推进.
    case ongoing
    /// No deadline, or none that names a day.
    case undated

    init(_ task: ReviewedTask) {
        if let due = task.due {
            self = .month(year: due.year, month: due.month)
            return
        }
        switch task.deciding.lazy.compactMap({ $0.entry.deadline?.kind }).first {
        case .yearround: self = .yearRound
        case .periodic: self = .periodic
        case .ongoing: self = .ongoing
        default: self = .undated
        }
    }

    /// The month in words.
    public var title: Message {
        switch self {
        case .month(let year, let month): Message("\(year)年\(month)月", "\(year)-\(month < 10 ? "0" : "")\(month)")
        case .yearRound: Message("全年", "all year")
        case .periodic: Message("定期", "periodic")
        case .ongoing: Message("长期", "ongoing")
        case .undated: Message("未明确时限", "no day told")
        }
    }

    /// The month for programs: `2024-09`, or the kind of deadline.
    public var code: String {
        switch self {
        case .month: title.english
        case .yearRound: "yearround"
        case .periodic: "periodic"
        case .ongoing: "ongoing"
        case .undated: "undated"
        }
    }
}

/// How the tasks of one month of deadlines stand.
public struct MonthLine: Sendable, Hashable {
    /// The month.
    public let month: DueMonth
    /// How its tasks stand.
    public let counts: StateCounts

    /// All months that have a task, in the order of the calendar, then those without a day.
    static func lines(of tasks: [ReviewedTask]) -> [MonthLine] {
        var counts: [DueMonth: StateCounts] = [:]
        for task in tasks { counts[DueMonth(task), default: StateCounts()].add(task) }
        return counts.sorted { $0.key < $1.key }.map { MonthLine(month: $0.key, counts: $0.value) }
    }
}
