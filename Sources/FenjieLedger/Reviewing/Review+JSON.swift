internal import FenjieGrammar
public import FenjieModel
public import FenjieText

extension Review {
    /// The review for programs: counts, lists, comparison, every task with its state, and findings.
    ///
    /// - Parameter language: the language of what is said in findings.
    /// - Returns: one object.
    public func json(in language: Language) -> JSONValue {
        .object([
            ("as_of", .string(asOf.description)), ("title", .string(title)), ("counts", Self.json(of: counts)),
            ("schedule", scheduleJSON),
            (
                "units",
                .array(
                    units.map {
                        Self.json(of: $0.counts, before: [("name", .string($0.name)), ("led", .integer($0.led))])
                    })
            ),
            ("groups", .array(groups.map { Self.json(of: $0.counts, before: [("name", .string($0.name))]) })),
            ("months", .array(months.map { Self.json(of: $0.counts, before: [("month", .string($0.month.code))]) })),
            ("sign_off", .array(signOff.map(Self.json(of:)))),
            ("rectification", .array(rectification.map(Self.json(of:)))),
            ("due_soon", .array(dueSoon.map { .object(Self.members(of: $0)) })),
            ("comparison", comparison.map(Self.json(of:)) ?? .null), ("tasks", .array(tasks.map(Self.json(of:)))),
            ("findings", .array(findings.map { $0.json(in: language) })),
        ])
    }

    private static func json(
        of counts: StateCounts, before: [(name: String, value: JSONValue)] = []
    ) -> JSONValue {
        .object(
            before + [("total", .integer(counts.total))]
                + ReviewState.allCases.map { ($0.rawValue, .integer(counts[$0])) } + [
                    ("done_percent", json(of: counts.completion)), ("due", .integer(counts.due)),
                    ("done_of_due", .integer(counts.doneOfDue)), ("done_of_due_percent", json(of: counts.timely)),
                    ("due_soon", .integer(counts.dueSoon)), ("done_late", .integer(counts.doneLate)),
                    ("overdue_not_started", .integer(counts.overdueNotStarted)),
                ])
    }

    private static func json(of share: Proportion) -> JSONValue {
        share.permille.map { .number(Double($0) / 10) } ?? .null
    }

    private var scheduleJSON: JSONValue {
        .object([
            ("dated", .integer(schedule.planned.whole)), ("due", .integer(schedule.planned.part)),
            ("done", .integer(schedule.actual.part)), ("done_of_due", .integer(schedule.timely.part)),
            ("planned_percent", Self.json(of: schedule.planned)), ("actual_percent", Self.json(of: schedule.actual)),
            ("gap_points", schedule.gap.map { .number(Double($0) / 10) } ?? .null),
            ("done_of_due_percent", Self.json(of: schedule.timely)),
            ("elapsed_percent", Self.json(of: schedule.elapsed)),
        ])
    }

    // MARK: Tasks

    private static func members(of task: ReviewedTask) -> [(name: String, value: JSONValue)] {
        [
            ("number", .string(task.number)), ("task", .string(task.group)), ("requirement", .string(task.text)),
            ("units", .array(task.units.map(JSONValue.string))), ("deadline", .string(task.deadline)),
            ("due", json(of: task.due)), ("state", .string(task.state.rawValue)),
            ("days_overdue", .integer(task.daysOverdue)), ("completed_on", json(of: task.completedOn)),
        ]
    }

    private static func json(of date: CivilDate?) -> JSONValue { date.map { .string($0.description) } ?? .null }

    private static func json(of task: ReviewedTask) -> JSONValue {
        let parts = task.parts.map { part in
            JSONValue.object([
                ("unit", .string(part.entry.unit)), ("role", .string(part.entry.role.rawValue)),
                ("status", .string(part.entry.status)), ("state", .string(part.state.rawValue)),
                ("days_overdue", .integer(part.daysOverdue)), ("completed_on", json(of: part.entry.completedOn)),
            ])
        }
        return .object(members(of: task) + [("parts", .array(parts))])
    }

    private static func json(of item: SignOffItem) -> JSONValue {
        .object(
            members(of: item.task) + [
                ("standing", .string(item.standing.rawValue)),
                ("missing", .array(item.gaps.map { .string($0.rawValue) })),
            ])
    }

    private static func json(of list: UnitRectification) -> JSONValue {
        let items = list.items.map { item in
            JSONValue.object([
                ("number", .string(item.part.entry.number)), ("requirement", .string(item.part.entry.text)),
                ("role", .string(item.part.entry.role.rawValue)),
                ("deadline", .string(item.part.entry.deadline?.text ?? "")),
                ("due", json(of: item.part.entry.deadline?.due)), ("reason", .string(item.reason.rawValue)),
                ("days_overdue", .integer(item.part.daysOverdue)), ("status", .string(item.part.entry.status)),
                ("problems", .string(item.part.entry.problems)), ("next_steps", .string(item.part.entry.nextSteps)),
            ])
        }
        return .object([("unit", .string(list.unit)), ("items", .array(items))])
    }

    private static func json(of comparison: ReviewComparison) -> JSONValue {
        .object(
            [("before", json(of: comparison.before))]
                + ReviewComparison.Kind.allCases.map { kind in
                    (
                        kind.rawValue,
                        .array(
                            comparison.changes(kind).map { change in
                                .object(
                                    members(of: change.task) + [
                                        ("state_before", change.before.map { .string($0.state.rawValue) } ?? .null),
                                        ("due_before", json(of: change.before?.due)),
                                        ("slips", .array(change.slips.map { .string($0.rawValue) })),
                                        ("same_text_from", .array(change.units.map(JSONValue.string))),
                                    ])
                            })
                    )
                })
    }
}
