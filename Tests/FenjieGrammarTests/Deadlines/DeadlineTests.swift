import FenjieGrammar
import FenjieModel
import FenjieText
import Testing

@Suite("Deadlines")
struct DeadlineTests {
    @Test("As JSON, a line has its four keys, and more only where there is more")
    func writesJSON() {
        let plain = Deadline(parsing: "2022年9月底前")
        #expect(plain.json().text() == #"{"cell":"2022年9月底前","kind":"date","due":"2022-09-30","ongoing":false}"#)
        let rich = Deadline(parsing: "3月至6月，每月底调度，10月前", options: DeadlineOptions(year: 2022))
        #expect(
            rich.json().text()
                == #"{"cell":"3月至6月，每月底调度，10月前","kind":"date","due":null,"ongoing":false,"#
                + #""start":"2022-03-01","period":"P1M","doubts":["deadline-before-period"]}"#)
    }

    @Test("Without a year the date stays open, and says what is needed")
    func needsYear() {
        let deadline = Deadline(parsing: "9月底前")
        #expect(deadline.kind == .date)
        #expect(deadline.due == nil)
        #expect(deadline.doubts.map(\.code) == ["deadline-without-year"])
        #expect(deadline.doubts[0].hint?.english.contains("--year") == true)
    }

    @Test(
        "Doubts are said",
        arguments: [
            ("9月前", ["deadline-before-period"]), ("9月中旬前", ["deadline-before-period"]),
            ("2022年2月30日前", ["deadline-no-such-day"]), ("20229", ["deadline-damaged"]),
            ("2022年月底前", ["deadline-damaged"]), ("二十日前", ["deadline-without-month"]),
            ("11月至3月", ["deadline-next-year"]), ("9月初", ["deadline-vague"]),
            ("2024年3月至2022年6月底前", ["deadline-backwards"]),
            ("印发后30日内", ["deadline-needs-issue-date"]), ("反馈后1个月内", ["deadline-other-event"]),
            ("2022年9月底前", []), ("长期坚持", []), ("每月28日前", []), ("全年", []),
        ] as [(String, [String])])
    func saysDoubts(_ text: String, _ codes: [String]) {
        #expect(Deadline(parsing: text, options: DeadlineOptions(year: 2022)).doubts.map(\.code) == codes)
    }

    @Test(
        "Relative deadlines count from the day of issue",
        arguments: [
            ("印发后30日内", "2022-06-19"), ("自印发之日起1个月内", "2022-06-20"), ("7个工作日内", "2022-05-31"),
            ("文件印发后三个月内", "2022-08-20"), ("一周内", "2022-05-27"), ("半年内", "2022-11-20"),
            ("半个月内", "2022-06-04"), ("本月底前", "2022-05-31"), ("下月10日前", "2022-06-10"),
            ("24小时内", "2022-05-21"), ("反馈后1个月内", nil),
        ] as [(String, String?)])
    func countsFromIssue(_ text: String, _ due: String?) {
        let options = DeadlineOptions(issued: CivilDate(parsing: "2022-05-20"))
        let deadline = Deadline(parsing: text, options: options)
        #expect(deadline.kind == .relative)
        #expect(deadline.due?.description == due)
    }

    @Test(
        "Periods",
        arguments: [
            ("每月28日前", "P1M"), ("每季度末", "P3M"), ("每周五下班前", "P1W"), ("每半年", "P6M"), ("每年12月底前", "P1Y"),
            ("按季度调度", "P3M"), ("季度通报", "P3M"), ("每两周一次", "P2W"), ("每3个月", "P3M"), ("一月一调度", "P1M"),
            ("半年一次", "P6M"), ("每旬", "P10D"), ("每日", "P1D"), ("2次/年", "P1Y"), ("年底前完成，每月调度", "P1M"),
            ("定期", nil), ("2022年9月底前", nil), ("按年度计划", nil), ("三月底", nil),
        ] as [(String, String?)])
    func readsPeriods(_ text: String, _ period: String?) {
        #expect(Deadline(parsing: text).period?.description == period)
    }

    @Test("Ranges keep their beginning, stages their earlier dates")
    func keepsStartAndMilestones() {
        let options = DeadlineOptions(year: 2022)
        let range = Deadline(parsing: "1月中旬至3月底", options: options)
        #expect(range.start?.description == "2022-01-11")
        #expect(range.due?.description == "2022-03-31")
        #expect(range.milestones.isEmpty)
        let stages = Deadline(parsing: "4月底前完成方案，5.12期间完成演练", options: options)
        #expect(stages.milestones.map(\.description) == ["2022-04-30"])
        #expect(stages.due?.description == "2022-05-12")
        #expect(Deadline(parsing: "2022年10月1日起施行").start?.description == "2022-10-01")
    }

    @Test("The day of issue lends its year")
    func issueLendsYear() {
        let options = DeadlineOptions(issued: CivilDate(parsing: "2021-05-25"))
        #expect(Deadline(parsing: "年底前", options: options).due?.description == "2021-12-31")
    }

    @Test("No input stops the reader, and what it finds is a day of the calendar")
    func survivesAnything() {
        let pieces = [
            "2022", "年", "9", "月", "底", "前", "至", "—", "-", "每", "季度", "30", "日", "内", "后", "印发", "上", "旬", "全年", "，",
            "、", ".", "/", "一", "二十", "〇", "个", "工作日", "长期", "周", "半", "次", "第", "(", "）", " ", "\n", "当",
            "999999999999",
            "十四五", "末", "起", "0", "😀", "\u{301}", "到",
        ]
        for seed in UInt64(1)...2000 {
            var generator = SmallGenerator(seed: seed)
            let text = (0..<Int(generator.next() % 14)).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))]
            }
            .joined()
            let deadline = Deadline(parsing: text, options: DeadlineOptions(year: 2022))
            #expect(deadline.text == text)
            if let due = deadline.due {
                #expect(CivilDate(parsing: due.description) == due, "seed \(seed): \(text)")
                #expect(deadline.kind == .date || deadline.kind == .relative, "seed \(seed): \(text)")
            }
            for range in Deadline.mentions(in: text) { #expect(!range.isEmpty, "seed \(seed): \(text)") }
        }
    }

    @Test(
        "Long and hostile text is read in one pass",
        arguments: [
            "1、", "9月至", "每", "2022年", "1234567890", "30日内后", "《", "至", "一", "半", "2022.", " 1", "长", "(", "\n",
        ])
    func readsLongText(_ piece: String) {
        let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
        #expect(Deadline(parsing: text).text.utf8.count == text.utf8.count)
        _ = Deadline.mentions(in: text)
    }
}

/// SplitMix64: small, and the same on every machine.
struct SmallGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
