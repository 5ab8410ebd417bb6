import FenjieFiles
import FenjieFormats
import FenjieGrammar
import FenjieLedger
import FenjieModel
import FenjiePipeline
import FenjieTemplates
import FenjieTestSupport
import FenjieXLSX
import Testing

/// A ledger of a whole year whose counts were worked out by hand, day by day, in ``LedgerReviewTests``.
struct YearLedger {
    static let table = """
        平川县2026年重点任务落实台账,,,,,,,
        序号,一级任务,具体要求,责任单位,完成时限,完成状态,完成日期,佐证材料
        1,供水保障,更换城区旧水表两千只,县水务局,2月底前,已完成,2026-02-20,验收单
        2,供水保障,新建加压泵站一座,县水务局,2026年3月底前,已完成,2026-04-10,验收单
        3,供水保障,拨付管网改造资金,县财政局,2026年3月31日前,已完成,2026-03-31,拨款单
        4,道路畅通,修补县道十五公里,县交通运输局,4月底前,正在推进,,
        5,道路畅通,增设公交站点三十处,县交通运输局,2026-05-31,未启动,,
        6,道路畅通,治理事故多发路段,县公安局,上半年,已完成,2026-06-30,
        7,道路畅通,加固危桥两座,县交通运输局,2026年6月底前,正在推进,,
        8,教育提质,新建幼儿园一所,县教育局,2026年8月底前,已完成,2026-06-15,竣工图
        9,教育提质,改造学校食堂六个,县教育局,三季度末,已完成,2026-10-08,验收单
        10,教育提质,落实校车补贴,县财政局,2026年9月底前,滞后,,
        11,教育提质,建成智慧课堂二十间,县教育局,年底前,未启动,,
        12,教育提质,完成教师轮训,县教育局,2026年12月底前,已完成,2026-12-20,名册
        13,长效管理,管护农村供水设施,县水务局,长期坚持,长期坚持,,
        14,长效管理,整治占道经营,县公安局,全年,正在推进,,
        15,长效管理,迁建交通岗亭,县公安局,2026年10月底前,取消,,
        16,长效管理,清理闲置资产,县财政局,11月底前,,,
        """

    let work = Workdir()

    static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(parsing: text)) }

    func review(
        _ text: String = table, as name: String = "台账.csv", on day: String, previous: String? = nil,
        _ change: (inout LedgerReview.Options) -> Void = { _ in }
    ) throws -> Review {
        var options = LedgerReview.Options(ledger: try Template(builtIn: "ledger"), asOf: try Self.day(day))
        change(&options)
        let earlier = try previous.map { try InputFile(path: work.write($0, to: "上期-\(name)")) }
        return try LedgerReview(options).review(InputFile(path: work.write(text, to: name)), previous: earlier)
    }

    /// Writes a document as a workbook and reviews it.
    func review(_ sheets: [Sheet], on day: String) throws -> Review {
        var output = try OutputFile(path: work.path("台账.xlsx"), replacing: true)
        _ = try PlainWorkbookWriter().write(sheets, to: &output)
        try output.commit()
        let options = LedgerReview.Options(ledger: try Template(builtIn: "ledger"), asOf: try Self.day(day))
        return try LedgerReview(options).review(InputFile(path: work.path("台账.xlsx")))
    }

    /// Writes a review in a form and gives the bytes.
    func bytes(_ review: Review, _ form: ReviewFile, as name: String = "结果") throws -> [UInt8] {
        let path = work.path("\(name).\(form.rawValue)")
        var destination = Destination.file(try OutputFile(path: path, replacing: true))
        _ = try form.write(review, in: .chinese, to: &destination)
        try destination.complete()
        return try InputFile(path: path).contents()
    }
}

extension StateCounts {
    /// The counts of the states in their order: done, under way, overdue, not started, ongoing, unclear, set aside.
    var states: [Int] { ReviewState.allCases.map { self[$0] } }
}

extension Review {
    func states(ofUnit name: String) -> [Int]? { units.first { $0.name == name }?.counts.states }
    func states(ofGroup name: String) -> [Int]? { groups.first { $0.name == name }?.counts.states }
    func task(_ number: String) -> ReviewedTask? { tasks.first { $0.number == number } }
    var codes: [String] { findings.map(\.code) }
}
