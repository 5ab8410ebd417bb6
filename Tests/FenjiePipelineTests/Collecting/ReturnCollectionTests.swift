import FenjieFiles
import FenjieFormats
import FenjieLedger
import FenjieModel
import FenjiePipeline
import FenjieTemplates
import FenjieTestSupport
import FenjieText
import FenjieXLSX
import Testing

@Suite struct ReturnCollectionTests {
    @Test func `Returned worksheets become rows with what was issued, what was filled in, and whence`() throws {
        let folder = try ReturnFolder()
        try folder.write(folder.issue.filled(), as: "甲/新建工作表(2).xlsx")
        try folder.write(folder.filled("县教育局"), as: "县教育局.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.rows.count == 6)
        #expect(ledger.tasks.map { $0.map { ledger.rows[$0].number }[0] } == ["1", "2", "3", "4", "5"])
        #expect(ledger.missing.count == 1)
        #expect(ledger.findings.contains { $0.code == "return-missing" && $0.unit == "县审批局" })
        #expect(ledger.text("进展情况", "县人社局", "1") == "新增岗位三千个")
        #expect(ledger.text("具体要求", "县人社局", "1") == "新增城镇就业岗位五千个，开展技能培训三百场")
        #expect(ledger.text("具体要求", "县审批局", "3") == "再减环节两个")
        #expect(ledger.text("完成日期", "县人社局", "2") == "2024-05-30")
        let source = try #require(ledger.row("县人社局", "2")?.source)
        #expect(source.file == "甲/新建工作表(2).xlsx" && source.row == 5)
        let bytes = try InputFile(path: folder.work.path("上报/甲/新建工作表(2).xlsx")).contents()
        #expect(source.digest == Digest(of: bytes.span).description)
        #expect(ledger.row("县审批局", "3")?.state == .missing)
        #expect(ledger.tasks[1].count == 2)
    }

    @Test func `Rows are found wherever they stand, and rows that are gone are told`() throws {
        let folder = try ReturnFolder()
        var document = try folder.issue.filled()
        document.sheets[0].merges.removeAll { $0.first.row >= 4 }
        for row in 4...7 {
            document.set(row < 6 ? "惠民实事" : "营商环境", row: row, column: 2)
            document.set(["稳定就业", "优质教育", "安居工程", "安居工程"][row - 4], row: row, column: 3)
        }
        document.sheets[0].rows.swapAt(3, 6)
        document.sheets[0].rows[4] = ["9", "营商环境", "安居工程", "自己加的一项工作", "负责", "县人社局", "全年", "做了", "正在推进"]
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.text("进展情况", "县人社局", "1") == "新增岗位三千个")
        #expect(ledger.row("县人社局", "1")?.source?.row == 7)
        #expect(ledger.row("县人社局", "2")?.state == .absent)
        #expect(ledger.text("进展情况", "县人社局", "4") == "已改造十个小区")
        let codes = ledger.codes("表.xlsx")
        #expect(codes.contains("row-missing") && codes.contains("row-added"))
    }

    @Test func `What a unit adds in columns and rows of its own stands whole in every form of the ledger`() throws {
        let folder = try ReturnFolder()
        var document = try folder.filled("县教育局")
        let long = String(repeating: "另行安排教师轮训，", count: 400)
        let width = document.sheets[0].rows[2].count
        document.set("联系电话", row: 3, column: width + 1)
        document.set("0000-1234", row: 4, column: width + 1)
        document.sheets[0].rows.insert(["7", "惠民实事", "优质教育", long], at: 4)
        document.sheets[0].merges = document.sheets[0].merges.filter { $0.first.row < 4 }
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        let text = try #require(ledger.row("县教育局", "2")?.additions)
        #expect(text.contains("联系电话：0000-1234") && text.contains("具体要求：\(long)"))
        #expect(ledger.rows.count { !$0.additions.isEmpty } == 1)
        #expect(ledger.findings.contains { $0.code == "row-added" && $0.message.chinese.contains(long) })
        #expect(!text.contains("系统") && !text.contains("进展情况：已启动"))
        for bytes in try ledger.bytes(folder.work).dropFirst() {
            #expect(String(decoding: bytes, as: UTF8.self).contains("具体要求：\(long)"))
        }
        let book = try WorkbookReader(file: InputFile(path: folder.work.path("台账.xlsx"))).document()
        #expect(book.sheets[1].rows.contains { $0.contains(text) })
        #expect(book.sheets[3].rows.contains { $0.contains { $0.contains(long) } })
    }

    @Test func `A unit that wrote in a column of its own alone has not sent a blank worksheet`() throws {
        let folder = try ReturnFolder()
        var document = try folder.blank("县教育局")
        document.set("办理结果", row: 3, column: document.sheets[0].rows[2].count + 1)
        document.set("已办结", row: 4, column: document.sheets[0].rows[2].count)
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.standing("表.xlsx") == .reported)
        #expect(ledger.row("县教育局", "2")?.additions == "办理结果：已办结")
        #expect(ledger.row("县教育局", "2")?.state == .blank)
        // Nobody has added anything: no column for it.
        try folder.write(folder.filled("县教育局"), as: "表.xlsx")
        #expect(try !folder.collect().sheet.rows[0].contains("单位自加"))
    }

    @Test(arguments: Language.allCases)
    func `Findings in the JSON ledger are those of the contract, in one language`(language: Language) throws {
        let folder = try ReturnFolder()
        var document = try folder.filled("县教育局")
        document.sheets[0].rows.insert(["7", "惠民实事", "优质教育", "自己加的一项工作"], at: 4)
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        let findings = try #require(ledger.json(in: language)["findings"]?.items)
        #expect(!findings.isEmpty && findings.count == ledger.findings.count)
        for (json, finding) in zip(findings, ledger.findings) {
            #expect(json == finding.json(in: language))
            #expect(json["message"]?.string == finding.message.text(in: language))
            #expect(json.members?.contains { $0.value == .null } == false)
        }
    }

    @Test func `The ledger tells the day on which each task is due`() throws {
        let folder = try ReturnFolder()
        try folder.write(folder.filled("县教育局"), as: "表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.text("截止日期", "县教育局", "2") == "2024-06-30")
        #expect(ledger.text("截止日期", "县人社局", "5") == "2024-12-31")
        #expect(ledger.json(in: .chinese)["tasks"]?.items?.first?["due"]?.string == "2024-09-30")
    }

    @Test func `Delimited text in GB18030, with or without its title, is known by its content`() throws {
        let folder = try ReturnFolder()
        let rows = try folder.issue.filled().sheets[0].rows
        // As a spreadsheet saves it, and as a unit leaves it that deletes all above the header and the hidden columns.
        for (name, kept) in [("a.csv", rows), ("b.csv", rows[2...6].map { Array($0.prefix(13)) })] {
            let text = kept.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
            let encoder = try #require(TextEncoder(.gb18030))
            var bytes: [UInt8] = []
            encoder.encode(Array(text.utf8).span, into: &bytes)
            try folder.work.write(bytes, to: "上报/\(name)")
            let ledger = try folder.collect { $0.filter { $0.relativePath == name } }
            #expect(ledger.standing(name) == .reported)
            #expect(ledger.text("进展情况", "县人社局", "4") == "已改造十个小区")
            #expect(ledger.text("完成状态", "县人社局", "2") == "已完成")
        }
    }

    @Test func `Every file has its standing, and none stops the others`() throws {
        let folder = try ReturnFolder()
        try folder.write(folder.filled("县教育局"), as: "好.xlsx")
        let good = try InputFile(path: folder.work.path("上报/好.xlsx")).contents()
        try folder.write(folder.blank("县审批局"), as: "空表.xlsx")
        let other = try IssuedFolder(period: "2024年第一季度")
        try folder.write(other.filled(), as: "上一期.xlsx")
        try folder.work.write(Array(good.prefix(good.count / 2)), to: "上报/县审批局.xlsx")
        try folder.work.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2], to: "上报/扫描件.xlsx")
        try folder.work.write([0xFF, 0xD8, 0xFF, 0xE0], to: "上报/照片.jpg")
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 2000)
        try folder.work.write(compound, to: "上报/加密.xlsx")
        try folder.work.write(compound, to: "上报/Thumbs.db")
        try folder.work.write([1, 2, 3], to: "上报/~$好.xlsx")
        try folder.work.write([], to: "上报/零.xlsx")
        try folder.work.write("请各单位按时报送。\n", to: "上报/通知.txt")
        try folder.work.write("序号,具体要求,责任单位\n1,别的工作,县林业局\n", to: "上报/别的.csv")
        let ledger = try folder.collect()
        let expected: [String: FileStanding] = [
            "好.xlsx": .reported, "空表.xlsx": .rejected, "上一期.xlsx": .rejected, "县审批局.xlsx": .rejected,
            "加密.xlsx": .rejected, "Thumbs.db": .noTable, "扫描件.xlsx": .noTable, "照片.jpg": .noTable, "~$好.xlsx": .noTable,
            "零.xlsx": .rejected,
            "通知.txt": .noTable, "别的.csv": .unknown,
        ]
        for (path, standing) in expected { #expect(ledger.standing(path) == standing, "\(path)") }
        #expect(ledger.files.count == expected.count)
        #expect(ledger.codes("空表.xlsx") == ["return-blank"])
        #expect(ledger.codes("上一期.xlsx").contains("period-wrong"))
        #expect(ledger.codes("县审批局.xlsx") == ["return-unreadable"])
        #expect(ledger.files.first { $0.path == "县审批局.xlsx" }?.units == ["县审批局"])
        #expect(ledger.text("进展情况", "县教育局", "2") == "已启动")
    }

    @Test func `A workbook or a CSV file under a wrong extension is read by its content`() throws {
        let folder = try ReturnFolder()
        try folder.write(folder.filled("县教育局"), as: "表.et")
        let rows = try folder.issue.filled().sheets[0].rows
        let text = rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n")
        try folder.work.write(text, to: "上报/表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.files.map(\.standing) == [.reported, .reported])
    }

    @Test func `Of two returns the later day counts, then the fuller one, and both are kept`() throws {
        let folder = try ReturnFolder()
        let signature = { (document: inout Document, day: String) in
            for row in document.sheets[0].rows.indices {
                for column in document.sheets[0].rows[row].indices
                where document.sheets[0].rows[row][column].hasPrefix("填报日期") {
                    document.sheets[0].rows[row][column] = "填报日期：\(day)"
                }
            }
        }
        var early = try folder.issue.filled()
        signature(&early, "2024年6月20日")
        var late = try folder.filled("县人社局", "后来又报的")
        signature(&late, "2024-06-28")
        try folder.write(early, as: "a.xlsx")
        try folder.write(late, as: "b.xlsx")
        var ledger = try folder.collect()
        #expect(ledger.text("进展情况", "县人社局", "1") == "后来又报的")
        #expect(ledger.row("县人社局", "1")?.source?.reportedOn == "2024-06-28")
        #expect(ledger.repeated.map(\.standing) == [.counts, .superseded])
        #expect(ledger.repeated[1].rows.contains { $0.cells.contains("新增岗位三千个") })
        #expect(ledger.codes("a.xlsx") == ["return-repeated"])
        // Without days the fuller one counts; the same content is no conflict.
        try folder.write(folder.issue.filled(), as: "a.xlsx")
        try folder.write(folder.filled("县人社局", "后来又报的"), as: "b.xlsx")
        try folder.write(folder.issue.filled(), as: "c.xlsx")
        ledger = try folder.collect()
        #expect(ledger.text("进展情况", "县人社局", "1") == "新增岗位三千个")
        #expect(ledger.repeated.map(\.standing) == [.counts, .copy, .superseded])
        #expect(ledger.findings.count { $0.code == "return-copied" } == 1)
    }

    @Test func `Units with the same tasks are not guessed apart`() throws {
        let work = Workdir()
        let table = "序号,具体要求,责任单位,完成时限\n1,开展安全检查,甲镇、乙镇,全年\n"
        var options = IssueOptions(form: try Template(builtIn: "unit-quarterly"))
        options.period = "第二季度"
        let (issues, _) = try IssueMaker(options).issues(of: InputFile(path: work.write(table, to: "表.csv")))
        let plan = IssuePlan(try #require(issues.first), pattern: .standard, fileExtension: ".xlsx")
        let xlsx = try #require(OutputFormats.named("xlsx"))
        _ = try IssueWriter(plan, format: xlsx, replacing: true).write(into: work.path("下发"))
        let row = "序号,具体要求,责任单位,完成时限,进展情况\n1,开展安全检查,甲镇、乙镇,全年,查了\n"
        try work.write(row, to: "上报/表.csv")
        try work.write(row, to: "上报/乙镇.csv")
        let collection = ReturnCollection(
            ReturnCollection.Options(template: options.form, ledger: try Template(builtIn: "ledger")))
        let issued = collection.issued(
            ["01-甲镇.xlsx", "02-乙镇.xlsx"].map { Input(path: work.path("下发/\($0)"), relativePath: $0) }
        ).collection
        let ledger = collection.ledger(of: FolderContents(of: work.path("上报")).items, issued: issued)
        #expect(issued.worksheets.count == 2)
        #expect(ledger.standing("表.csv") == .unknown)
        #expect(ledger.codes("表.csv") == ["return-unit-unclear"])
        #expect(ledger.standing("乙镇.csv") == .reported)
        #expect(ledger.text("进展情况", "乙镇", "1") == "查了")
    }

    @Test func `The order of files, late files and a second run change no byte`() throws {
        let folder = try ReturnFolder()
        for (index, text) in ["一稿", "二稿", "三稿"].enumerated() {
            try folder.write(folder.filled("县人社局", text), as: "\(index).xlsx")
        }
        try folder.write(folder.filled("县教育局"), as: "后/交.xlsx")
        try folder.work.write([1, 2, 3], to: "上报/坏.xlsx")
        let expected = try folder.collect().bytes(folder.work)
        for seed in 0..<20 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            #expect(
                try folder.collect { $0.shuffled(using: &generator) }.bytes(folder.work) == expected, "seed \(seed)")
        }
        let without = try folder.collect { $0.filter { $0.relativePath != "后/交.xlsx" } }.bytes(folder.work)
        #expect(without != expected)
        // The ledger itself may lie in the folder.
        try folder.work.write(expected[0], to: "上报/台账.xlsx")
        try folder.work.write(expected[1], to: "上报/台账.csv")
        let again = try folder.collect()
        #expect(again.standing("台账.xlsx") == .noTable)
        #expect(again.standing("台账.csv") == .noTable)
        #expect(again.rows == (try folder.collect { $0.filter { !$0.relativePath.hasPrefix("台账") } }).rows)
    }

    @Test func `The workbook has its sheets in their order`() throws {
        let folder = try ReturnFolder()
        try folder.write(folder.issue.filled(), as: "a.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.printout.sheets.map(\.name) == ["总表", "按单位", "未报送", "问题", "重复报送", "文件"])
        let bytes = try ledger.bytes(folder.work)
        #expect(bytes.allSatisfy { !$0.isEmpty })
        let document = try WorkbookReader(file: InputFile(path: folder.work.path("台账.xlsx"))).document()
        #expect(document.sheets[0].rows.count == 3 + 5)
        #expect(document.sheets[1].rows.count == 3 + 6)
        #expect(document.sheets[2].rows.flatMap(\.self).contains("县审批局"))
    }
}
