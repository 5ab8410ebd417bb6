import FenjieLedger
import FenjieModel
import FenjiePipeline
import Testing

/// What the year's ledger must give on a day, worked out by hand.
struct YearCase: Sendable, CustomTestStringConvertible {
    let day: String
    /// Done, under way, overdue, not started, ongoing, unclear, set aside: 16 in all.
    let states: [Int]
    /// Of the 13 tasks with a day (all but 13, 14 and 15): how many are due, are done, are due and done.
    let schedule: [Int]
    /// Due soon, done late, overdue and not begun.
    let beside: [Int]
    /// Days of the year that are gone.
    let elapsed: Int
    let gap: Int

    var testDescription: String { day }
}

@Suite struct LedgerReviewTests {
    private let ledger = YearLedger()

    static let days = [
        // Done: 1, 3. Under way: 2 (done in April), 4, 6–10, 12, 14. Due: 1, 2, 3. Soon: 2, 4.
        YearCase(
            day: "2026-03-31", states: [2, 9, 0, 2, 1, 1, 1], schedule: [3, 2, 2], beside: [2, 0, 0], elapsed: 90,
            gap: -77),
        // Done: 1, 2 (late), 3, 6 (on this very day), 8 (ahead). Overdue: 4, 5. Due: 1–7, 7 on this very day. Soon: 7.
        YearCase(
            day: "2026-06-30", states: [5, 5, 2, 1, 1, 1, 1], schedule: [7, 5, 4], beside: [1, 1, 1], elapsed: 181,
            gap: -154),
        // Overdue: 4, 5, 7. Due: 1–10. 9 was done in October. Soon: 9, 10; 15 was called off.
        YearCase(
            day: "2026-09-30", states: [5, 4, 3, 1, 1, 1, 1], schedule: [10, 5, 5], beside: [2, 1, 1], elapsed: 273,
            gap: -385),
        // Done: 1, 2, 3, 6, 8, 9, 12. Overdue: 4, 5, 7, 10, 16 (which says nothing). Not begun: 11, due on this day.
        YearCase(
            day: "2026-12-31", states: [7, 1, 5, 1, 1, 0, 1], schedule: [13, 7, 7], beside: [1, 2, 1], elapsed: 365,
            gap: -462),
    ]

    @Test(arguments: days)
    func `A ledger of a year gives the counts worked out by hand`(_ expected: YearCase) throws {
        let review = try ledger.review(on: expected.day)
        #expect(review.counts.states == expected.states)
        #expect(review.counts.total == 16)
        let schedule = review.schedule
        #expect(schedule.planned.whole == 13 && schedule.actual.whole == 13)
        #expect([schedule.planned.part, schedule.actual.part, schedule.timely.part] == expected.schedule)
        #expect(schedule.timely.whole == expected.schedule[0])
        #expect([review.counts.dueSoon, review.counts.doneLate, review.counts.overdueNotStarted] == expected.beside)
        #expect(schedule.elapsed.part == expected.elapsed && schedule.elapsed.whole == 365)
        #expect(schedule.gap == expected.gap)
    }

    @Test func `Units, groups and months add up to the whole`() throws {
        let review = try ledger.review(on: "2026-12-31")
        #expect(review.units.map(\.name) == ["县水务局", "县财政局", "县交通运输局", "县公安局", "县教育局"])
        #expect(review.states(ofUnit: "县水务局") == [2, 0, 0, 0, 1, 0, 0])
        #expect(review.states(ofUnit: "县财政局") == [1, 0, 2, 0, 0, 0, 0])
        #expect(review.states(ofUnit: "县交通运输局") == [0, 0, 3, 0, 0, 0, 0])
        #expect(review.states(ofUnit: "县公安局") == [1, 1, 0, 0, 0, 0, 1])
        #expect(review.states(ofUnit: "县教育局") == [3, 0, 0, 1, 0, 0, 0])
        #expect(review.states(ofGroup: "供水保障") == [3, 0, 0, 0, 0, 0, 0])
        #expect(review.states(ofGroup: "道路畅通") == [1, 0, 3, 0, 0, 0, 0])
        #expect(review.states(ofGroup: "教育提质") == [3, 0, 1, 1, 0, 0, 0])
        #expect(review.states(ofGroup: "长效管理") == [0, 1, 1, 0, 1, 0, 1])
        let months = review.months.map { "\($0.month.code):\($0.counts.total)" }
        #expect(
            months == [
                "2026-02:1", "2026-03:2", "2026-04:1", "2026-05:1", "2026-06:2", "2026-08:1", "2026-09:2", "2026-10:1",
                "2026-11:1", "2026-12:2", "yearround:1", "ongoing:1",
            ])
    }

    @Test func `What has to be put right is listed by unit with the days that it is overdue`() throws {
        let review = try ledger.review(on: "2026-12-31")
        let lists = review.rectification.map { list in
            "\(list.unit) " + list.items.map { "\($0.part.entry.number):\($0.part.daysOverdue)" }.joined(separator: " ")
        }
        #expect(lists == ["县财政局 10:92 16:31", "县交通运输局 4:245 5:214 7:184"])
        #expect(review.rectification.flatMap(\.items).allSatisfy { $0.reason == .overdue })
        // Before its deadline a task that calls itself late is on the list too, and so is one that says nothing.
        let before = try ledger.review(on: "2026-03-31").rectification.flatMap(\.items)
        #expect(before.map(\.reason) == [.behind, .unclear])
        #expect(before.map(\.part.entry.number) == ["10", "16"])
    }

    @Test func `What is done can be signed off where day and evidence are there`() throws {
        let review = try ledger.review(on: "2026-12-31")
        let standings = review.signOff.map { "\($0.task.number) \($0.standing.rawValue)" }
        #expect(
            standings == ["1 ready", "2 ready", "3 ready", "6 incomplete", "8 ready", "9 ready", "12 ready"])
        #expect(review.signOff[3].gaps == [.evidence])
    }

    @Test func `Contradictions are found by the rules for tables`() throws {
        let review = try ledger.review(on: "2026-06-30")
        #expect(review.findings.filter { $0.code == "completion-date-future" }.map(\.number) == ["9", "12"])
        #expect(review.findings.filter { $0.code == "completion-date-future" }.allSatisfy { $0.severity == .warning })
        #expect(review.findings.filter { $0.code == "evidence-missing" }.map(\.number) == ["6"])
        #expect(review.findings.filter { $0.code == "status-missing" }.map(\.unit) == ["县财政局"])
        #expect(review.findings.filter { $0.code == "not-started-after-deadline" }.map(\.number) == ["5"])
        #expect(review.findings.allSatisfy { $0.place.file?.hasSuffix("台账.csv") ?? false })
    }

    @Test(arguments: ReviewFile.allCases)
    func `Equal ledgers give equal bytes, whatever the file is called`(_ form: ReviewFile) throws {
        let first = try ledger.bytes(try ledger.review(on: "2026-06-30", previous: YearLedger.table), form)
        let second = try ledger.bytes(try ledger.review(on: "2026-06-30", previous: YearLedger.table), form, as: "又一份")
        #expect(first == second && !first.isEmpty)
    }
}
