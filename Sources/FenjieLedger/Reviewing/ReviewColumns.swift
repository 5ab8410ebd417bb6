internal import FenjieGrammar
public import FenjieModel

/// One number of a count, as tables show it.
public struct ReviewColumn: Sendable {
    /// The heading.
    public let title: Message
    /// The heading where room is scarce.
    public let shortTitle: Message
    /// The state that it counts; `nil` for shares and sums.
    public let state: ReviewState?
    private let value: @Sendable (StateCounts) -> String

    /// The number as text.
    public func text(_ counts: StateCounts) -> String { value(counts) }

    private init(
        _ title: Message, short: Message? = nil, state: ReviewState? = nil,
        _ value: @escaping @Sendable (StateCounts) -> String
    ) {
        self.title = title
        shortTitle = short ?? title
        self.state = state
        self.value = value
    }

    /// All columns in the order in which tables show them.
    public static let all: [ReviewColumn] =
        [ReviewColumn(Message("任务", "tasks")) { String($0.total) }]
        + ReviewState.allCases.map { state in
            ReviewColumn(state.title, short: shortTitle(state), state: state) { String($0[state]) }
        } + [
            ReviewColumn(Message("完成率", "done %")) { $0.completion.text },
            ReviewColumn(Message("到期应完成", "due"), short: Message("应完成", "due")) { String($0.due) },
            ReviewColumn(Message("到期已完成", "due and done"), short: Message("到期完成", "met")) { String($0.doneOfDue) },
            ReviewColumn(Message("到期完成率", "due done %")) { $0.timely.text },
            ReviewColumn(Message("近期到期", "due soon")) { String($0.dueSoon) },
        ]

    /// The columns that a set of counts needs: those of rare states only where there are any.
    ///
    /// - Parameter counts: the counts of all lines together.
    /// - Returns: the columns in their order.
    public static func needed(for counts: StateCounts) -> [ReviewColumn] {
        all.filter { column in
            switch column.state {
            case .unclear?, .setAside?, .ongoing?: counts[column.state ?? .unclear] > 0
            default: true
            }
        }
    }

    private static func shortTitle(_ state: ReviewState) -> Message {
        switch state {
        case .underway: Message("推进", "open")
        case .overdue: Message("逾期", "late")
        case .ongoing: Message("长期", "ongoing")
        case .unclear: Message("不明", "unclear")
        case .setAside: Message("暂缓", "aside")
        default: state.title
        }
    }
}

extension Review {
    /// The counts of all lines of units together, which count a task once for each of its units.
    package var partCounts: StateCounts {
        var counts = StateCounts()
        for part in tasks.flatMap(\.parts) { counts.add(part) }
        return counts
    }

    /// The counts as a plain sheet: a row for the whole, each unit, each group and each month; what a CSV file holds.
    public var sheet: Sheet {
        let columns = ReviewColumn.all
        var rows = [["截至", "类别", "名称"] + columns.map(\.title.chinese)]
        func add(_ kind: String, _ name: String, _ counts: StateCounts) {
            rows.append([asOf.description, kind, name] + columns.map { $0.text(counts) })
        }
        add("总体", title, counts)
        for line in units { add("单位", line.name, line.counts) }
        for line in groups { add("分组", line.name, line.counts) }
        for line in months { add("月份", line.month.title.chinese, line.counts) }
        return Sheet(name: "统计", rows: rows)
    }
}
