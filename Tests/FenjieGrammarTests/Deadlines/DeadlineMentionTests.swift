import FenjieGrammar
import FenjieModel
import Testing

@Suite("Deadlines in running text")
struct DeadlineMentionTests {
    static let cases: [(sentence: String, found: [String])] = [
        ("2022年9月底前,市级行业主管部门要建立专栏。", ["2022年9月底前"]),
        ("参照要求，2022年年底前市政府各部门要公开。", ["2022年年底前"]),
        ("汇总当年资金结果，2022年年底以前以村为单位公开", ["2022年年底以前"]),
        ("各级、各部门年内组织培训不少于1次", []),
        ("每年至少听取1次汇报", []),
        ("本文件印发后30日内，各级要梳理", ["本文件印发后30日内"]),
        ("本文件印发后 30 日内，各级要梳理", ["本文件印发后 30 日内"]),
        ("建立2022年重点任务公开专栏", []),
        ("2021年年底系统清理我市现行文件（2016年以后制定的）", ["2021年年底"]),
        ("登记表3个工作日内完成审批", []),
        ("收到申请之日起20个工作日内答复", []),
        ("《2022年6月底前工作安排》要落实", []),
        ("（鲁政办字〔2020〕179号）要求", []),
        ("政策实施满1年后组织评估", []),
        ("2022年政务公开工作要点", []),
        ("各区于2022年6月30日前报送总结", ["2022年6月30日前"]),
        ("年底前建成20个，6月底前完成10个", ["年底前", "6月底前"]),
        ("到2025年，全县建成10处", ["到2025年"]),
        ("全年开展培训10场", ["全年"]),
        ("每月28日前报送进展", ["每月28日前"]),
        ("上半年完成招标", ["上半年"]),
        ("2022年10月完成改造", ["2022年10月"]),
        ("2021年6月印发的方案", []),
        ("在“十四五”规划中，", []),
        ("2022年3月至6月，集中排查", ["2022年3月至6月"]),
        ("围绕2022年重点工作，加强", []),
        ("落实12月5日会议精神", []),
        ("国务院令第713号", []),
        ("力争今年底前全部上线", ["今年底前"]),
        ("3月底前制定方案，6月底前完成整改，12月底前验收", ["3月底前", "6月底前", "12月底前"]),
        ("自本方案印发之日起10个工作日内，报送台账", ["自本方案印发之日起10个工作日内"]),
        ("全年空气优良天数", []),
        ("增长5.5%，投资20亿元", []),
    ]

    @Test("Deadlines are found, look-alikes are not", arguments: cases)
    func finds(_ sentence: String, _ found: [String]) {
        #expect(Deadline.mentions(in: sentence).map { String(sentence[$0]) } == found)
    }

    @Test("The first mention is read")
    func readsFirst() throws {
        let sentence = "3月底前制定方案，12月底前验收"
        let mention = try #require(Deadline.firstMention(in: sentence, options: DeadlineOptions(year: 2022)))
        #expect(mention.deadline.due?.description == "2022-03-31")
        #expect(sentence[mention.range] == "3月底前")
        #expect(Deadline.firstMention(in: "加强信息公开") == nil)
    }
}
