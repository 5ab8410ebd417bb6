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

@Suite struct LedgerReaderTests {
    private let ledger = YearLedger()

    // MARK: Ledgers of collect

    /// Collects one worksheet of three, and writes the ledger in a form.
    private func collected(_ folder: IssuedFolder, _ form: LedgerFile) throws -> String {
        var output = try OutputFile(path: folder.work.path("上报-县人社局.xlsx"), replacing: true)
        _ = try PlainWorkbookWriter().write(folder.filled().sheets, to: &output)
        try output.commit()
        let collection = ReturnCollection(
            ReturnCollection.Options(
                template: try Template(builtIn: "unit-quarterly"), ledger: try Template(builtIn: "ledger")))
        let names = try Folder.names(in: folder.work.path("下发")).names.filter { $0.hasSuffix(".xlsx") }
        let issued = collection.issued(names.map { Input(path: folder.work.path("下发/\($0)"), relativePath: $0) })
            .collection
        let ledger = collection.ledger(of: FolderContents(of: folder.work.path("上报-县人社局.xlsx")).items, issued: issued)
        let path = self.ledger.work.path("台账.\(form.rawValue)")
        var destination = Destination.file(try OutputFile(path: path, replacing: true))
        _ = try form.write(ledger, WritingOptions(), in: .chinese, to: &destination)
        try destination.complete()
        return path
    }

    @Test(arguments: LedgerFile.allCases)
    func `A ledger that was collected says the same in every form`(_ form: LedgerFile) throws {
        try expectCounts(of: try IssuedFolder(), form)
    }

    @Test(arguments: LedgerFile.allCases)
    func `Days that were understood by the title are known without it`(_ form: LedgerFile) throws {
        let months = IssuedFolder.table.split(separator: "\n").map { row in
            row.split(separator: ",").map { $0.hasPrefix("2024年") ? String($0.dropFirst(5)) : String($0) }
        }
        let table = "平川县2024年工作任务分解表,,,,,\n" + months.map { $0.joined(separator: ",") }.joined(separator: "\n")
        try expectCounts(of: try IssuedFolder(table: table), form)
    }

    private func expectCounts(of folder: IssuedFolder, _ form: LedgerFile) throws {
        let path = try collected(folder, form)
        let options = LedgerReview.Options(
            ledger: try Template(builtIn: "ledger"), asOf: try YearLedger.day("2024-06-30"))
        let review = try LedgerReview(options).review(InputFile(path: path))
        // 1 under way; 2 done by 县人社局 and not told by 县教育局, due on this very day; 3 not told; 4 under way; 5 not begun.
        #expect(review.counts.states == [0, 2, 0, 1, 0, 2, 0])
        #expect(review.task("2")?.parts.map(\.state) == [.done, .unclear])
        #expect(review.task("2")?.state == .unclear)
        // Rows of a workbook and of CSV stand unit by unit, and those of JSON task by task.
        #expect(review.tasks.map(\.number) == ["1", "2", "3", "4", "5"])
        #expect(review.states(ofUnit: "县人社局") == [1, 2, 0, 1, 0, 0, 0])
        #expect(review.states(ofUnit: "县审批局") == [0, 0, 0, 0, 0, 1, 0])
        #expect(review.schedule.planned.part == 1 && review.schedule.planned.whole == 3)
        // Who has sent nothing was told when the ledger was made, and the rows of returns sent twice do not count again.
        #expect(!review.codes.contains("status-missing"))
        #expect(review.title.hasSuffix("落实台账") == (form != .csv))
    }

    @Test func `The day that a ledger gives wins over the text, and a text that means another is told`() throws {
        let review = try ledger.review(
            """
            序号,具体要求,责任单位,完成时限,截止日期,完成状态
            1,甲事,县教育局,3月底前，长期坚持,2026-03-31,正在推进
            2,乙事,县教育局,印发后30日内,2026/5/20,未启动
            3,丙事,县教育局,2026年9月底前,2026-06-20,正在推进
            4,丁事,县教育局,,2026-06-10,正在推进
            5,戊事,县教育局,10月底前,,正在推进
            """, on: "2026-06-30")
        let due = { review.task($0)?.parts.first?.entry.deadline?.due?.description }
        #expect(
            ["1", "2", "3", "4", "5"].map(due) == [
                "2026-03-31", "2026-05-20", "2026-06-20", "2026-06-10", "2026-10-31",
            ])
        #expect(review.task("1")?.parts.first?.entry.deadline?.ongoing == true)
        #expect(review.findings.filter { $0.code == "due-differs" }.map(\.number) == ["3"])
        #expect(review.findings.first { $0.code == "not-started-after-deadline" }?.number == "2")
        #expect(!review.codes.contains("deadline-without-year"))
    }

    @Test func `A column of days alone is the deadline, whatever is written in it`() throws {
        let review = try ledger.review(
            "序号,具体要求,责任单位,截止日期,完成状态\n1,甲事,县教育局,2026-03-31,正在推进\n2,乙事,县教育局,2026年3月底前,正在推进\n",
            on: "2026-06-30")
        #expect(review.tasks.map(\.state) == [.overdue, .overdue])
    }

    @Test func `A word for none is no status, and a task with a day does not go on for good`() throws {
        let review = try ledger.review(
            """
            序号,具体要求,责任单位,完成时限,完成状态
            1,甲事,县教育局,2026年3月底前,—
            2,乙事,县教育局,2026年3月底前,无
            3,丙事,县教育局,2026年9月底前,/
            4,丁事,县教育局,2026年3月底前,长期坚持
            5,戊事,县教育局,长期坚持,长期坚持
            """, on: "2026-06-30")
        #expect(review.tasks.map(\.state) == [.overdue, .overdue, .unclear, .ongoing, .ongoing])
        #expect(review.findings.filter { $0.code == "ongoing-after-deadline" }.map(\.number) == ["4"])
        #expect(review.findings.filter { $0.code == "status-unknown" }.map(\.number) == ["1", "2", "3"])
        #expect(!review.codes.contains("not-done-after-deadline"))
    }

    // MARK: Ledgers kept by hand

    @Test func `Columns may stand anywhere, under other names, among others`() throws {
        let review = try ledger.review(
            """
            备用,办结日期,牵头单位,配合单位,工作内容,编号,时限要求,完成情况,进展
            ,2026/3/5,县水务局,县财政局、县发展改革局,新建供水管网,1,3月底前,已完成。,通水
            ,,县教育局,,新建幼儿园,2,8月底,达到序时进度（主体完工）,
            ,2026.5.20,县交通运输局、县公安局,各乡镇人民政府,整治多发路段,3,2026-04-30,提前完成,
            ,,县司法局,,编制清单,4,6月20日前,60%,
            ,,县民政局,,兜底保障,5,长期坚持,持续推进,
            ,说不清,县文化和旅游局,,办文化节,6,10月,快了,
            合计,,,,,6,,,
            """, on: "2026-06-30"
        ) { $0.deadlines.year = 2026 }
        #expect(review.tasks.map(\.state) == [.done, .underway, .done, .overdue, .ongoing, .unclear])
        #expect(review.counts.doneLate == 1)
        #expect(review.units.first { $0.name == "县水务局" }?.led == 1)
        #expect(review.units.first { $0.name == "县财政局" }?.led == 0)
        #expect(review.states(ofUnit: "各乡镇人民政府") == [1, 0, 0, 0, 0, 0, 0])
        #expect(review.codes.sorted() == ["not-a-date", "status-unknown"])
        #expect(review.findings.allSatisfy { $0.number == "6" && $0.unit == "县文化和旅游局" })
    }

    @Test func `Rows that share a merged number and text are one task of several units`() throws {
        let sheet = Sheet(
            name: "台账",
            rows: [
                ["序号", "具体要求", "责任单位", "完成时限", "是否完成"], ["1", "修缮村道", "县交通运输局", "2026年3月底前", "是"],
                ["", "", "县财政局", "", "否"], ["2", "清理河道", "县水务局", "2026年9月底前", "√"],
            ],
            merges: [1, 2, 4].map { CellRange(rows: 2...3, columns: $0...$0) })
        let contacts = Sheet(name: "通讯录", rows: [["序号", "单位", "联系人"], ["1", "县教育局", "某"]])
        let review = try ledger.review([sheet, contacts], on: "2026-06-30")
        #expect(review.tasks.count == 2)
        #expect(review.task("1")?.parts.map(\.state) == [.done, .overdue])
        #expect(review.task("1")?.state == .overdue)
        #expect(review.task("2")?.state == .done)
        #expect(review.codes == ["sheet-without-status"])
    }

    @Test func `Lead units decide on a task; lines of one cell speak for their units`() throws {
        let review = try ledger.review(
            """
            序号,具体要求,责任单位,完成时限,完成状态,完成日期
            1,修缮村道,县交通运输局（牵头）、县财政局（配合）,2026年3月底前,"县交通运输局：已完成
            县财政局：正在推进",县交通运输局：2026-02-01
            2,清理河道,县水务局牵头，县财政局配合,2026年9月底前,正在推进,
            """, on: "2026-06-30")
        #expect(review.task("1")?.state == .done)
        #expect(review.task("1")?.completedOn?.description == "2026-02-01")
        #expect(review.states(ofUnit: "县财政局") == [0, 1, 1, 0, 0, 0, 0])
        #expect(review.rectification.map(\.unit) == ["县财政局"])
        #expect(review.findings.isEmpty)
    }

    @Test func `Without a status the day of completion tells what is done`() throws {
        let review = try ledger.review(
            "序号,具体要求,责任单位,完成时限,完成日期\n1,甲事,县教育局,2026年3月,2026-02-01\n2,乙事,县教育局,2026年3月,\n3,丙事,县教育局,2026年12月,无\n",
            on: "2026-06-30")
        #expect(review.tasks.map(\.state) == [.done, .overdue, .unclear])
        #expect(review.findings.isEmpty)
    }

    @Test func `Aliases of a directory are one unit`() throws {
        let review = try ledger.review(
            "序号,具体要求,责任单位,完成状态\n1,甲事,县教体局,已完成\n2,乙事,县教育和体育局,未启动\n", on: "2026-06-30"
        ) { $0.directory = .init(entries: [.init(name: "县教育和体育局", aliases: ["县教体局"])]) }
        #expect(review.units.map(\.name) == ["县教育和体育局"])
    }

    // MARK: Files that are no ledger

    @Test(arguments: [
        ("表.csv", "序号,具体要求,责任单位,完成时限\n1,甲事,县教育局,3月\n", "不是台账：没有“完成状态”或“完成日期”一栏"),
        ("坏.json", "{\"tasks\":[{", "不是完整的 JSON"), ("别.json", "{\"a\":1}", "这份 JSON 不是台账"),
        ("别.json", "{\"tasks\":[1]}", "这份 JSON 不是台账"), ("空.json", "", "不是完整的 JSON"), ("空.csv", "", "文件是空的"),
        ("深.json", String(repeating: "[", count: 100_000), "不是完整的 JSON"),
    ])
    func `A file that is no ledger is refused with its name`(name: String, text: String, message: String) throws {
        do {
            _ = try ledger.review(text, as: name, on: "2026-06-30")
            Issue.record("\(name) was taken")
        } catch let failure as any Failure {
            #expect(failure.kind == .input)
            #expect(failure.message.chinese.hasPrefix(message))
            #expect(failure.place.file?.hasSuffix(name) ?? false)
        }
    }

    @Test func `A ledger without rows has nothing to count, and says so`() throws {
        let review = try ledger.review("序号,具体要求,责任单位,完成时限,完成状态\n", on: "2026-06-30")
        #expect(review.counts.total == 0 && review.schedule.gap == nil)
        #expect(review.codes == ["no-tasks"])
        for form in ReviewFile.allCases { #expect(try !ledger.bytes(review, form).isEmpty) }
        #expect(ReviewBulletin(review).text(in: .chinese).contains("台账中没有任务。"))
    }

    @Test func `Texts that mean harm stay texts`() throws {
        let review = try ledger.review(
            "序号,一级任务,具体要求,责任单位,完成时限,完成状态\n1,<b>组</b>,\"<script>alert(1)</script>\u{202E}\",=1+1,2026年3月,\"已\u{0}完\"\n",
            on: "2026-06-30")
        let page = String(decoding: try ledger.bytes(review, .html), as: UTF8.self)
        #expect(!page.contains("<script") && !page.contains("<b>组") && !page.contains("\u{202E}"))
        #expect(review.task("1")?.state == .unclear)
        let counts = String(decoding: try ledger.bytes(review, .csv), as: UTF8.self)
        #expect(!counts.contains(",=1+1"))
    }
}
