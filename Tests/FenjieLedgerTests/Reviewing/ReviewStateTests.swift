import FenjieGrammar
import FenjieLedger
import FenjieModel
import FenjieRules
import Testing

@Suite struct ReviewStateTests {
    /// Parts, and the state of the task that they make.
    static let joined: [(parts: [ReviewState], task: ReviewState)] = [
        ([], .unclear), ([.done], .done), ([.done, .done], .done), ([.done, .notStarted], .underway),
        ([.done, .ongoing], .ongoing), ([.done, .unclear], .unclear), ([.notStarted, .unclear], .unclear),
        ([.underway, .unclear], .underway), ([.done, .notStarted, .unclear], .underway),
        ([.notStarted, .ongoing], .underway), ([.notStarted, .notStarted], .notStarted), ([.done, .overdue], .overdue),
        ([.overdue, .unclear, .setAside], .overdue), ([.done, .setAside], .done), ([.setAside, .setAside], .setAside),
        ([.ongoing, .unclear], .unclear), ([.done, .underway], .underway),
    ]

    @Test(arguments: joined)
    func `The states of parts make that of the task, in any order`(parts: [ReviewState], task: ReviewState) {
        #expect(ReviewState(joining: parts) == task)
        #expect(ReviewState(joining: parts.reversed()) == task)
    }

    /// A status, a deadline, a day of completion, and the state on 2026-06-30.
    static let entries: [(status: StatusMeaning?, deadline: String, completion: String, state: ReviewState)] = [
        (.done, "2026年6月底前", "2026-06-30", .done), (.done, "2026年6月底前", "", .done),
        (.done, "2026年6月底前", "2026-07-01", .underway), (.done, "2026年5月底前", "2026-07-01", .overdue),
        (.underway, "2026年6月30日前", "", .underway), (.underway, "2026年6月29日前", "", .overdue),
        (.behind, "2026年7月底前", "", .underway), (.behind, "2026年5月底前", "", .overdue),
        (.notStarted, "2026年5月底前", "", .overdue), (.notStarted, "长期坚持", "", .notStarted),
        (.underway, "长期坚持", "", .ongoing), (.underway, "全年", "", .underway), (.underway, "", "", .underway),
        (.ongoing, "2026年5月底前", "", .ongoing), (.other, "2026年5月底前", "", .setAside),
        (nil, "2026年5月底前", "", .overdue), (nil, "2026年7月底前", "", .unclear), (nil, "", "", .unclear),
        (nil, "按通知", "", .unclear),
    ]

    @Test(arguments: entries)
    func `A part has one state on a day`(
        status: StatusMeaning?, deadline: String, completion: String, state: ReviewState
    ) throws {
        var entry = LedgerEntry()
        entry.meaning = status
        entry.deadline = deadline.isEmpty ? nil : Deadline(parsing: deadline)
        entry.completedOn = CivilDate(parsing: completion)
        #expect(entry.state(on: try #require(CivilDate(parsing: "2026-06-30"))) == state)
    }

    @Test func `A word that is not known says nothing, late or not`() throws {
        var entry = LedgerEntry()
        entry.status = "差不多了"
        entry.deadline = Deadline(parsing: "2026年5月底前")
        #expect(entry.state(on: try #require(CivilDate(parsing: "2026-06-30"))) == .unclear)
    }

    @Test(arguments: [
        (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 8, "12.5%"), (1, 16, "6.3%"), (0, 5, "0.0%"), (5, 5, "100.0%"),
        (0, 0, "—"),
    ])
    func `Shares are rounded half up to tenths`(part: Int, whole: Int, text: String) {
        #expect(Proportion(part, of: whole).text == text)
    }
}
