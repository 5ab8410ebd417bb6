import FenjieGrammar
import FenjieModel
import FenjieTasks
import FenjieTemplates
import FenjieText
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
        title: "a heading over two columns of units names both, and 责任单位 twice is one list in two columns",
        text: """
            序号|具体要求|责任单位||责任单位|备注|备注
            1|要求一|县水务局|县财政局|县教育局|甲|乙
            2|要求二|县水务局|县公安局||丙|丁
            """,
        merges: ["C1:D1"],
        expected: ["1|||要求一|县水务局||县财政局|县教育局|甲|乙", "2|||要求二|县水务局||县公安局||丙|丁"],
        header: "序号|一级任务|二级任务|具体要求|责任单位|完成时限|责任单位（2）|责任单位（3）|备注|备注（2）"),
    RecognitionCase(
        title: "rows of totals are no tasks wherever they stand, and nothing goes on from them",
        text: """
            序号|一级任务|二级任务|具体要求|责任单位|完成时限|投资
            1|交通|道路|要求一|县交通局|全年|3
            2|||要求二|||4
            |小　计|||||7
            3|||要求三|||5
            |交通类小计：3项|||||12
            4|供水|管网|要求四|县水务局|6月底前|1
            |供水|合计（万元）||||1
            |合计：4项|||||
            总计：共4项||||||13.00万元
            """,
        expected: [
            "1|交通|道路|要求一|县交通局|全年|3", "2|交通|道路|要求二|县交通局|全年|4", "3|交通|道路|要求三|县交通局|全年|5",
            "4|供水|管网|要求四|县水务局|6月底前|1",
        ], header: "序号|一级任务|二级任务|具体要求|责任单位|完成时限|投资"),
    RecognitionCase(
        title: "tasks that speak of sums are tasks",
        text: """
            序号|一级任务|具体要求|责任单位|完成时限|口径
            1|统计|合计数每月公布|县统计局|全年|合计
            2|合计|编制三本账，本月小计当月报送|县财政局|6月底前|3
            3|年度总计|核对|县财政局|7月底前|小计
            |合计报表|编报|县审计局|8月底前|
            |设计|画图|县住建局|9月底前|5
            """,
        expected: [
            "1|统计||合计数每月公布|县统计局|全年|合计", "2|合计||编制三本账，本月小计当月报送|县财政局|6月底前|3", "3|年度总计||核对|县财政局|7月底前|小计",
            "4|合计报表||编报|县审计局|8月底前|", "5|设计||画图|县住建局|9月底前|5",
        ], header: "序号|一级任务|二级任务|具体要求|责任单位|完成时限|口径"),
    RecognitionCase(
        title: "problems in front of the measures are the task",
        text: """
            序号|存在问题|整改措施|责任单位|整改时限
            1|河道有垃圾|清运三吨|县水务局|6月底前
            2|扬尘超标|覆盖裸土|县住建局|4月底前
            """,
        expected: ["1|河道有垃圾||清运三吨|县水务局|6月底前", "2|扬尘超标||覆盖裸土|县住建局|4月底前"]),
    RecognitionCase(
        title: "problems behind the units are for the unit to fill in",
        text: """
            序号|工作内容|责任单位|完成时限|存在问题
            1|要求一|县水务局|6月底前|缺资金
            """,
        expected: ["1|||要求一|县水务局|6月底前|缺资金"],
        header: "序号|一级任务|二级任务|具体要求|责任单位|完成时限|存在问题"),
    RecognitionCase(
        title: "headings in cells lose their numbering as group rows do, requirements keep it",
        text: """
            一级任务|二级任务|具体要求|责任单位
            一、甲类|（一）子一|1.要求一|县水务局
            |（二）子二|（一）要求二|县水务局
            第二部分 乙类|1.1 子三|要求三|县水务局
            """,
        expected: [
            "1|甲类|子一|1.要求一|县水务局|", "2|甲类|子二|（一）要求二|县水务局|", "3|乙类|1.1 子三|要求三|县水务局|",
        ]),
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

    @Test("the title that a reader knows comes before what running text sounds like, and tells the year")
    func titleOfReader() throws {
        var source = sheet("序号|具体要求|责任单位|完成时限\n1|要求|县水务局|6月底前")
        source.title = "平川县2026年支持节水三十条"
        let (table, _) = try recognize(source, prose: ["平川县2026年支持节水三十条", "现就重点任务分工如下："])
        #expect(table.title == "平川县2026年支持节水三十条")
        #expect(table.deadline(of: table.tasks[0])?.due?.description == "2026-06-30")
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

    @Test("blank cells of a table without spans took the value above, and each column says where")
    func filledFromAbove() throws {
        let text = "序号|工作任务|责任单位|完成时限|责任人\n1|甲|县水务局|全年|某人\n2|乙||6月底前|\n3|丙|||\n4|丁|县教育局|无|某人"
        let (table, findings) = try recognize(sheet(text))
        #expect(rows(table)[2] == "3|||丙|县水务局|6月底前|某人")
        let doubts = findings.filter { $0.code == "filled-from-above" }
        #expect(doubts.map(\.place.cell) == ["C3", "D4", "E3"])
        #expect(doubts.allSatisfy { $0.severity == .warning })
        #expect(doubts.first?.message.chinese == "“责任单位”第 3、4 行为空，按“同上”沿用上一行的内容")
    }

    @Test(
        "where the document shows how it spans, nothing is doubted",
        arguments: [
            ("序号|一级任务|具体要求|责任单位\n1|甲|要求一|县水务局\n2||要求二|", []),
            ("序号|工作任务|责任单位\n1|甲|县水务局\n2|乙|", ["C2:C3"]), ("序号|工作任务|责任单位\n1|甲|县水务局\n2|乙|/", []),
        ] as [(String, [String])])
    func knownSpans(_ text: String, _ merges: [String]) throws {
        let (_, findings) = try recognize(sheet(text, merges: merges))
        #expect(!findings.contains { $0.code == "filled-from-above" })
    }

    @Test("totals below the last task stay below the table, and are told from what concerns every unit")
    func totals() throws {
        let text = "序号|具体要求|责任单位|投资\n1|要求|县水务局|3\n小计|||3\n2|要求|县水务局|4\n合计|||7\n注：以批复为准|||"
        let (table, findings) = try recognize(sheet(text))
        #expect(table.notes == ["合计　7", "注：以批复为准"])
        #expect(table.notesWithoutTotals == ["注：以批复为准"])
        #expect(findings.filter { $0.code == "total-row" }.map(\.place.row) == [3, 5])
    }

    @Test(
        "columns that share a heading or a meaning are said",
        arguments: [
            ("具体要求|责任单位|责任单位", "要求|县水务局|县财政局", ["unit-columns-joined"]),
            ("具体要求|责任单位|责任科室", "要求|县水务局|人事科", ["unit-column-left-out"]),
            ("具体要求|责任单位|责任科室", "要求|县水务局|", []), ("具体要求|责任单位|经办科室", "要求|县水务局|人事科", []),
            ("具体要求|责任单位|备注|备注", "要求|县水务局||", ["heading-repeated"]),
            ("具体要求|牵头单位|配合单位", "要求|县水务局|县财政局", []),
        ] as [(String, String, [String])])
    func columnDoubts(_ header: String, _ row: String, _ codes: [String]) throws {
        let (_, findings) = try recognize(sheet(header + "\n" + row))
        let column: Set = ["unit-columns-joined", "unit-column-left-out", "heading-repeated"]
        #expect(findings.map(\.code).filter { column.contains($0) } == codes)
    }

    @Test("a name in JSON stands for one column")
    func uniqueNames() throws {
        let text = "具体要求|责任单位|责任单位|备注||\n要求|县水务局|县财政局|甲|乙|丙"
        let (table, _) = try recognize(sheet(text))
        let json = table.json().text()
        for name in ["责任单位", "责任单位（2）", "备注", "", "（2）"] {
            #expect(json.ranges(of: "\"\(name)\":").count == 1, "\(name)")
        }
        #expect(table.units(of: table.tasks[0]).flatMap(\.units).map(\.name) == ["县水务局", "县财政局"])
    }

    @Test(
        "a heading's cell",
        arguments: [
            ("一、甲类", "甲类"), ("（三）子类", "子类"), ("第一章　总则", "总则"), ("一、甲类\n续行", "甲类\n续行"), ("一、甲\n二、乙", "一、甲\n二、乙"),
            ("1.1 甲", "1.1 甲"), ("一般项目", "一般项目"), ("（镇街）甲", "（镇街）甲"),
        ])
    func headingCell(_ cell: String, _ heading: String) throws {
        let sheet = Sheet(name: "表", rows: [["一级任务", "具体要求", "责任单位"], [cell, "一、要求", "县水务局"]])
        #expect(try recognize(sheet).table.tasks.map { Array($0.cells[1...3]) } == [[heading, "", "一、要求"]])
        let kept = try TaskTable.recognize(sheet, template: Template(builtIn: "issued"), keepsNumbering: true)
        #expect(kept.table.tasks[0].cells[1] == cell)
    }

    @Test("huge merged ranges cost nothing")
    func hugeMerges() throws {
        let merges = Array(repeating: "A1:XFD1048576", count: 2000)
        let (table, _) = try recognize(sheet("序号|具体要求|责任单位\n1|要求|县水务局", merges: Array(merges.dropFirst(2000))))
        #expect(table.tasks.count == 1)
        _ = try? recognize(sheet("序号|具体要求|责任单位\n1|要求|县水务局", merges: merges))
    }

    @Test(arguments: [[1], [1, 2], [0, 1, 2]])
    func `Where cells stand in their columns, text beside the table moves none of them`(_ rows: [Int]) throws {
        var sheet = sheet(
            """
            序号|工作任务|具体要求|责任单位|完成时限
            1|甲类|要求一|市水务局|全年
            2||要求二||
            3|乙类|要求三|市民政局|6月底前
            """)
        for row in rows { sheet.rows[row + 1].append("经办李工") }
        sheet.tellsColumns = true
        let (table, _) = try recognize(sheet)
        #expect(table.columns.map(\.heading) == ["序号", "一级任务", "二级任务", "具体要求", "责任单位", "完成时限", ""])
        #expect(table.tasks[0].cells == ["1", "甲类", "", "要求一", "市水务局", "全年", rows.contains(0) ? "经办李工" : ""])
        #expect(table.tasks[1].cells == ["2", "甲类", "", "要求二", "市水务局", "全年", "经办李工"])
    }
}
