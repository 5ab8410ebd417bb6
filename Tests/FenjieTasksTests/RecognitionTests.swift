import FenjieModel
import FenjieTasks
import FenjieTemplates
import Testing

/// A sheet written as rows of cells between bars.
private func sheet(_ text: String, merges: [String] = []) -> Sheet {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
    }
    return Sheet(name: "表", rows: rows, merges: merges.compactMap { CellRange(parsing: $0) })
}

private func recognize(_ sheet: Sheet, prose: [String] = []) throws -> (table: TaskTable, findings: [Finding]) {
    try TaskTable.recognize(sheet, prose: prose, template: Template(builtIn: "issued"))
}

/// The table's rows, with cells between bars.
private func rows(_ table: TaskTable) -> [String] { table.tasks.map { $0.cells.joined(separator: "|") } }

struct RecognitionCase: CustomTestStringConvertible, Sendable {
    var title: String
    var text: String
    var merges: [String] = []
    var expected: [String]
    var header = "序号|一级任务|二级任务|具体要求|责任单位|完成时限"
    var testDescription: String { title }
}

private let recognitionCases: [RecognitionCase] = [
    RecognitionCase(
        title: "a header shorter than its rows spreads the task over two columns",
        text: """
            序号|工作任务|具体要求|责任单位|完成时限
            1|甲类|子一|要求一|市水务局|全年
            2|||要求二||
            3||子二|要求三|市民政局|6月底前
            """,
        expected: [
            "1|甲类|子一|要求一|市水务局|全年", "2|甲类|子一|要求二|市水务局|全年", "3|甲类|子二|要求三|市民政局|6月底前",
        ]),
    RecognitionCase(
        title: "of a period's two columns the end is the deadline",
        text: """
            序号|工作任务|责任单位|完成时间||备注
            |||开始|结束|
            1|造林|县林业局|3月|5月底|
            2|治水|县水利局|6月|9月|
            """,
        merges: ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"],
        expected: ["1|||造林|县林业局|5月底|3月|", "2|||治水|县水利局|9月|6月|"],
        header: "序号|一级任务|二级任务|具体要求|责任单位|完成时限|完成时间（开始）|备注"),
    RecognitionCase(
        title: "nothing continues beyond the next first-level task",
        text: """
            序号|一级任务|二级任务|具体要求|责任单位|完成时限
            1|甲类|子一|要求一|市水务局|全年
            2|乙类||要求二||
            """,
        expected: ["1|甲类|子一|要求一|市水务局|全年", "2|乙类||要求二||"]),
    RecognitionCase(
        title: "a task printed again after a page break is the same group",
        text: """
            序号|一级任务|二级任务|具体要求|责任单位|完成时限
            1|甲类|子一|要求一|市水务局|全年
            序号|一级任务|二级任务|具体要求|责任单位|完成时限
            2|甲类||要求二||
            """,
        expected: ["1|甲类|子一|要求一|市水务局|全年", "2|甲类|子一|要求二|市水务局|全年"]),
    RecognitionCase(
        title: "merged ranges say what continues, and a blank outside them is blank",
        text: """
            平川县任务分解表||||
            序号|工作任务|工作内容|责任单位|完成时间
            1|甲类|要求一|县水务局|3月底前
            2||要求二||4月底前
            3|乙类|要求三||5月底前
            """,
        merges: ["A1:E1", "B3:B4", "D3:D4"],
        expected: ["1|甲类||要求一|县水务局|3月底前", "2|甲类||要求二|县水务局|4月底前", "3|乙类||要求三||5月底前"]),
    RecognitionCase(
        title: "a two-row header takes the lower headings",
        text: """
            序号|工作任务||责任分工||完成时限
            |一级任务|具体要求|牵头单位|配合单位|
            1|甲类|要求一|县水务局|县民政局|6月底前
            """,
        merges: ["A1:A2", "B1:C1", "D1:E1", "F1:F2"],
        expected: ["1|甲类||要求一||6月底前|县水务局|县民政局"],
        header: "序号|一级任务|二级任务|具体要求|责任单位|完成时限|牵头单位|配合单位"),
    RecognitionCase(
        title: "a line of a form above the table is no header",
        text: """
            平川县任务清单|||
            填报单位：县水务局||时间：2026年3月|
            序号|工作任务|责任单位|完成时限
            1|修订一项制度|县水务局|全年
            """,
        merges: ["A1:D1", "A2:B2", "C2:D2"],
        expected: ["1|||修订一项制度|县水务局|全年"]),
    RecognitionCase(
        title: "a group row right below the header is no second header row",
        text: """
            序号|工作任务|责任单位|完成时限
            一、重点项目
            1|修建一座闸|县水务局|全年
            二、民生项目
            2|新建一所学校|县教育局|8月底
            """,
        expected: ["1|重点项目||修建一座闸|县水务局|全年", "2|民生项目||新建一所学校|县教育局|8月底"]),
    RecognitionCase(
        title: "a table in parts: the first group stands above the header",
        text: """
            一、水利
            序号|二级任务|具体要求|责任单位|完成时限
            1|子一|要求一|县水务局|全年
            二、教育
            序号|二级任务|具体要求|责任单位|完成时限
            2|子二|要求二|县教育局|8月底
            """,
        merges: ["A1:E1", "A4:E4"],
        expected: ["1|水利|子一|要求一|县水务局|全年", "2|教育|子二|要求二|县教育局|8月底"]),
    RecognitionCase(
        title: "the parts of a divided heading are columns of their own",
        text: """
            序号|工作任务|责任单位|推进计划||完成时限
            |||上旬|下旬|
            1|修建一座闸|县水务局|开工|完工|12月底
            """,
        merges: ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"],
        expected: ["1|||修建一座闸|县水务局|12月底|开工|完工"],
        header: "序号|一级任务|二级任务|具体要求|责任单位|完成时限|推进计划（上旬）|推进计划（下旬）"),
    RecognitionCase(
        title: "a row of totals is no task, and headings lose the white space of narrow columns",
        text: """
            序 号|具 体　要 求|责任单位|经 费
            1|要求一|县水务局|3
            2|要求二|县教育局|4
            合计|||7
            """,
        expected: ["1|||要求一|县水务局||3", "2|||要求二|县教育局||4"],
        header: "序号|一级任务|二级任务|具体要求|责任单位|完成时限|经费"),
    RecognitionCase(
        title: "a divided heading without merges has blank cells beside it",
        text: """
            序号|工作任务|具体要求|责任分工||时间安排||完成时限
            |||牵头单位|配合单位|启动|中期|
            1|甲类|要求一|县水务局|县民政局|3月|5月|6月底前
            """,
        expected: ["1|甲类||要求一||6月底前|县水务局|县民政局|3月|5月"],
        header: "序号|一级任务|二级任务|具体要求|责任单位|完成时限|牵头单位|配合单位|时间安排（启动）|时间安排（中期）"),
    RecognitionCase(
        title: "a filled line of a form below the table is no task",
        text: """
            序号|一级任务|二级任务|具体要求|责任单位|完成时限
            1|甲类|子一|要求一|县水务局|全年
            填表人：某人||联系电话：123456|||2026年3月
            """,
        expected: ["1|甲类|子一|要求一|县水务局|全年"]),
    RecognitionCase(
        title: "a line for signatures below the table is no task",
        text: """
            序号|一级任务|二级任务|具体要求|责任单位|完成时限
            1|甲类|子一|要求一|县水务局|全年
            填报人：|||审核人：||填报日期：  年  月  日
            """,
        expected: ["1|甲类|子一|要求一|县水务局|全年"]),
    RecognitionCase(
        title: "a blank assisting unit beside a lead of its own is none",
        text: """
            序号|工作任务|具体要求|牵头单位|配合单位
            1|甲类|要求一|县水务局|县民政局
            2||要求二|县教育局|
            3||要求三||
            """,
        expected: [
            "1|甲类||要求一|||县水务局|县民政局", "2|甲类||要求二|||县教育局|", "3|甲类||要求三|||县教育局|",
        ],
        header: "序号|一级任务|二级任务|具体要求|责任单位|完成时限|牵头单位|配合单位"),
    RecognitionCase(
        title: "无 says that there is none and is kept",
        text: """
            序号|一级任务|二级任务|具体要求|责任单位|完成时限
            1|甲类|子一|要求一|县水务局|全年
            2|||要求二|无|—
            """,
        expected: ["1|甲类|子一|要求一|县水务局|全年", "2|甲类|子一|要求二|无|—"]),
    RecognitionCase(
        title: "tasks without numbers are numbered from 1",
        text: """
            一级任务|具体要求|责任单位
            甲类|要求一|县水务局
            |要求二|县民政局
            """,
        expected: ["1|甲类||要求一|县水务局|", "2|甲类||要求二|县民政局|"]),
    RecognitionCase(
        title: "further columns are kept behind the known ones",
        text: """
            备注|序号|具体要求|经费（万元）|责任单位
            甲|1|要求一|007|县水务局
            """,
        expected: ["1|||要求一|县水务局||甲|007"],
        header: "序号|一级任务|二级任务|具体要求|责任单位|完成时限|备注|经费（万元）"),
    RecognitionCase(
        title: "a task column that stands alone holds the whole task",
        text: """
            序号|工作任务|责任单位|完成时限
            1|修订一项制度|县水务局|全年
            2|办好一个窗口|县民政局|全年
            """,
        expected: ["1|||修订一项制度|县水务局|全年", "2|||办好一个窗口|县民政局|全年"]),
    RecognitionCase(
        title: "group rows over the whole width become the first level",
        text: """
            序号|工作任务|责任单位|完成时限
            一、优化服务|||
            1|修订一项制度|县水务局|全年
            2|办好一个窗口||
            二、强化监管|||
            3|开展一次检查||
            注：市直各单位参照执行|||
            """,
        expected: [
            "1|优化服务||修订一项制度|县水务局|全年", "2|优化服务||办好一个窗口|县水务局|全年", "3|强化监管||开展一次检查||",
        ]),
    RecognitionCase(
        title: "group rows and a task column make two levels",
        text: """
            序号|工作任务|具体要求|责任单位
            第一部分 优化服务|||
            1|窗口|要求一|县水务局
            """,
        merges: ["A2:D2"],
        expected: ["1|优化服务|窗口|要求一|县水务局|"]),
]

@Suite("Recognition of task tables")
struct RecognitionTests {
    @Test("tables", arguments: recognitionCases)
    func table(_ example: RecognitionCase) throws {
        let (table, _) = try recognize(sheet(example.text, merges: example.merges))
        #expect(table.columns.map(\.heading).joined(separator: "|") == example.header)
        #expect(rows(table) == example.expected)
    }

    @Test("the title stands above the header, annex marks aside")
    func title() throws {
        let text = "附件1||\n平川县重点任务分解表||\n单位：项||\n序号|具体要求|责任单位\n1|要求|县水务局"
        let (table, _) = try recognize(sheet(text))
        #expect(table.title == "平川县重点任务分解表")
        #expect(table.preface == ["附件1", "单位：项"])
    }

    @Test("the title may stand in the running text")
    func titleInProse() throws {
        let (table, _) = try recognize(
            sheet("序号|具体要求|责任单位\n1|要求|县水务局"), prose: ["请认真落实。", "附件", "2026年平川县任务清单"])
        #expect(table.title == "2026年平川县任务清单")
    }

    @Test("closing notes stay below the table")
    func notes() throws {
        let (table, _) = try recognize(sheet("序号|具体要求|责任单位\n1|要求|县水务局\n注：排第一位的为牵头单位||"))
        #expect(table.notes == ["注：排第一位的为牵头单位"])
        #expect(table.tasks.count == 1)
    }

    @Test("a sheet without a header is refused")
    func noHeader() throws {
        #expect(throws: RecognitionFailure.self) { try recognize(sheet("甲|乙\n丙|丁")) }
        #expect(throws: RecognitionFailure.self) { try recognize(Sheet(name: "空")) }
    }

    @Test("what was supplied or left blank is said")
    func findings() throws {
        let (_, findings) = try recognize(sheet("具体要求|责任单位\n要求|县水务局\n具体要求|责任单位"))
        #expect(
            findings.map(\.code).sorted() == [
                "column-missing", "column-missing", "column-missing", "header-repeated", "number-supplied",
            ])
        #expect(findings.allSatisfy { $0.severity == .info })
    }

    @Test("huge merged ranges cost nothing")
    func hugeMerges() throws {
        let merges = Array(repeating: "A1:XFD1048576", count: 2000)
        let (table, _) = try recognize(sheet("序号|具体要求|责任单位\n1|要求|县水务局", merges: Array(merges.dropFirst(2000))))
        #expect(table.tasks.count == 1)
        _ = try? recognize(sheet("序号|具体要求|责任单位\n1|要求|县水务局", merges: merges))
    }
}
