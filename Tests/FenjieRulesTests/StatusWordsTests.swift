import FenjieRules
import Testing

@Suite struct StatusWordsTests {
    static let words: [(text: String, meaning: StatusMeaning?)] = [
        ("已完成", .done), ("已 完成。", .done), ("基本完成（待验收）", .done), ("100%", .done), ("120％", .done),
        ("60%", .underway), ("0.5%", .underway), ("0%", .notStarted), ("正在推进；", .underway), ("滞后", .behind),
        ("长期坚持", .ongoing), ("取消", .other), ("差不多了", nil), ("", nil), ("%", nil), ("1e3%", nil), ("-5%", nil),
        ("完成80%", nil), ("。", nil),
    ]

    @Test(arguments: words)
    func `Words are understood as offices write them`(text: String, meaning: StatusMeaning?) {
        #expect(StatusWords(nil).meaning(of: text) == meaning)
    }

    static let signOffs: [(text: String, isSignedOff: Bool)] = [
        ("已核销", true), ("核 销。", true), ("已销号（3月5日）", true), ("销号", true), ("已完成（已核销）", true), ("已完成(已 销号。)", true),
        ("已完成（待核销）", false), ("已完成（申请核销）", false), ("待核销", false), ("未核销", false), ("拟销号", false), ("已完成", false),
        ("已完成（待核销）已核销", false), ("", false), ("（", false),
    ]

    @Test(arguments: signOffs)
    func `Only words for it say that a task was signed off`(text: String, isSignedOff: Bool) {
        #expect(StatusMeaning.saysSignedOff(text) == isSignedOff)
    }
}
