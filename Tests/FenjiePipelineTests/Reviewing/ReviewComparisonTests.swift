import FenjieLedger
import FenjiePipeline
import Testing

@Suite struct ReviewComparisonTests {
    private let ledger = YearLedger()

    private static let before = """
        序号,具体要求,责任单位,完成时限,完成状态,完成日期,进展情况
        1,修缮村道,县交通运输局,2026年3月底前,正在推进,,路基完成
        2,清理河道,县水务局,2026年4月底前,未启动,,
        3,新建学校,县教育局,2026年9月底前,已完成,2026-03-01,竣工
        4,发放补贴,县财政局,2026年6月底前,正在推进,,发放一半
        5,增设路灯,县城市管理局,2026年5月底前,正在推进,,安装一百盏
        6,编制规划,县自然资源局,2026年3月底前,正在推进,,征求意见
        7,拆除违建,县城市管理局,2026年12月底前,正在推进,,
        """
    private static let now = """
        序号,具体要求,责任单位,完成时限,完成状态,完成日期,进展情况
        1,修缮村道,县交通运输局,2026年3月底前,已完成,2026-05-10,全线贯通
        2,清理河道,县水务局,2026年8月底前,正在推进,,开工
        3,新建学校,县教育局,2026年9月底前,正在推进,,重新整改
        4,发放惠农补贴,县财政局,2026年6月底前,正在推进,,发 放一半
        9,增设路灯,县城市管理局,2026年5月底前,正在推进,,安装二百盏
        6,编制规划,县自然资源局,2026年3月底前,正在推进,,征求意见
        8,开通公交,县交通运输局,2026年12月底前,未启动,,
        """

    private func lines(_ comparison: ReviewComparison?, _ kind: ReviewComparison.Kind) -> [String] {
        (comparison?.changes(kind) ?? []).map { change in
            ([change.task.number] + change.slips.map(\.rawValue) + change.units).joined(separator: " ")
        }
    }

    /// Old day, and which tasks have slipped: with the day of the earlier ledger, what was overdue then is nothing new.
    static let cases: [(day: String?, slipped: [String])] = [
        (nil, ["2 postponed", "3 reopened", "9 overdue", "6 overdue"]),
        ("2026-04-30", ["2 postponed", "3 reopened", "9 overdue"]),
    ]

    @Test(arguments: cases)
    func `Tasks are told apart by number and text, and each change is told`(day: String?, slipped: [String]) throws {
        let comparison = try ledger.review(Self.now, on: "2026-06-15", previous: Self.before) {
            $0.previousAsOf = try? day.map(YearLedger.day)
        }.comparison
        #expect(lines(comparison, .newlyDone) == ["1"])
        #expect(lines(comparison, .started) == ["2"])
        #expect(lines(comparison, .slipped) == slipped)
        #expect(lines(comparison, .unchanged) == ["4 县财政局", "6 县自然资源局"])
        #expect(lines(comparison, .added) == ["8"])
        #expect(lines(comparison, .gone) == ["7"])
        #expect(comparison?.before.total == 7)
        #expect(comparison?.before[.done] == 1)
    }

    @Test func `A ledger compared with itself shows texts that have not changed, and nothing else`() throws {
        let comparison = try ledger.review(Self.before, on: "2026-03-15", previous: Self.before).comparison
        #expect(comparison?.changes.map(\.kind) == [.unchanged, .unchanged, .unchanged, .unchanged])
    }

    @Test func `A task that is numbered anew with another text is another task`() throws {
        let comparison = try ledger.review(
            "序号,具体要求,责任单位,完成状态\n1,举办运动会,县教育局,未启动\n", on: "2026-06-15",
            previous: "序号,具体要求,责任单位,完成状态\n1,清理河道淤泥,县教育局,未启动\n"
        ).comparison
        #expect(comparison?.changes.map(\.kind) == [.added, .gone])
    }
}
