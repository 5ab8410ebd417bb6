public import FenjieModel

/// How a task stands on the day of a review; each task has exactly one state.
public enum ReviewState: String, Sendable, CaseIterable {
    /// Done by that day.
    case done
    /// Begun, not done, and the deadline has not passed.
    case underway = "under_way"
    /// Not done, and the deadline has passed.
    case overdue
    /// Not begun, and the deadline has not passed.
    case notStarted = "not_started"
    /// Goes on for good: 长期坚持, 持续推进.
    case ongoing
    /// Nobody has said how it stands, or in words that are not known.
    case unclear
    /// Changed, put off or called off: 调整, 暂停, 取消.
    case setAside = "set_aside"

    /// The state in words.
    public var title: Message {
        switch self {
        case .done: Message("已完成", "done")
        case .underway: Message("正在推进", "under way")
        case .overdue: Message("逾期未完成", "overdue")
        case .notStarted: Message("未启动", "not started")
        case .ongoing: Message("长期坚持", "ongoing")
        case .unclear: Message("状态不明", "unclear")
        case .setAside: Message("调整暂缓", "set aside")
        }
    }

    /// Whether something remains to be done by a day.
    public var isOpen: Bool {
        switch self {
        case .underway, .overdue, .notStarted, .unclear: true
        case .done, .ongoing, .setAside: false
        }
    }

    /// The state of a task of which several units have their parts.
    ///
    /// What is called off counts where all parts are. One part that is overdue makes the task overdue; it is done where
    /// all parts are, not begun where none is, and a part of which nothing is known leaves it open to doubt unless the
    /// others show that it is under way.
    ///
    /// - Parameter parts: the states of the parts.
    public init(joining parts: some Sequence<ReviewState>) {
        var states = Set(parts)
        if states.count > 1 { states.remove(.setAside) }
        if states.count < 2 {
            self = states.first ?? .unclear
        } else if states.contains(.overdue) {
            self = .overdue
        } else if states.contains(.underway)
            || states.contains(.notStarted) && !states.isDisjoint(with: [.done, .ongoing])
        {
            self = .underway
        } else {
            self = states.contains(.unclear) ? .unclear : .ongoing
        }
    }
}
