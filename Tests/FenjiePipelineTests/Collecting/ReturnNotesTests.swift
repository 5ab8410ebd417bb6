import FenjieFiles
import FenjieFormats
import FenjieLedger
import FenjieModel
import FenjiePipeline
import FenjieTemplates
import FenjieTestSupport
import FenjieText
import Testing

/// What units write around their tasks, and files that are no worksheets.
@Suite struct ReturnNotesTests {
    /// Writes behind the labels to sign.
    private static func sign(_ document: inout Document, _ values: [String: String]) {
        for row in document.sheets[0].rows.indices {
            for column in document.sheets[0].rows[row].indices {
                let cell = document.sheets[0].rows[row][column]
                if let value = values[cell] { document.sheets[0].rows[row][column] = cell + value }
            }
        }
    }

    private static func told(_ ledger: Ledger, _ code: String) -> [String] {
        ledger.findings.filter { $0.code == code }.map(\.message.chinese)
    }

    // MARK: Notes

    @Test func `Notes above and below the table are kept with the first task and told`() throws {
        let folder = try ReturnFolder()
        var document = try folder.issue.filled()
        document.sheets[0].rows.append([])
        document.sheets[0].rows.append(["", "第2项因资金未到位暂缓，请县里协调"])
        document.sheets[0].rows.insert(["（请于7月5日前报送）"], at: 1)
        document.sheets[0].merges = document.sheets[0].merges.map { range in
            range.first.row < 2
                ? range : CellRange(rows: (range.first.row + 1)...(range.last.row + 1), columns: range.columns)
        }
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.row("县人社局", "1")?.additions == "表外：（请于7月5日前报送）\n表外：第2项因资金未到位暂缓，请县里协调")
        #expect(Self.told(ledger, "note-added") == ["表格以外写有：（请于7月5日前报送）", "表格以外写有：第2项因资金未到位暂缓，请县里协调"])
        #expect(!ledger.findings.contains { $0.severity > .info && $0.unit == "县人社局" })
        #expect(ledger.text("进展情况", "县人社局", "1") == "新增岗位三千个")
    }

    @Test func `A note alone is an answer, a signature alone is none`() throws {
        let folder = try ReturnFolder()
        var document = try folder.blank("县教育局")
        Self.sign(&document, ["填报人：": "王某"])
        try folder.write(document, as: "表.xlsx")
        #expect(try folder.collect().standing("表.xlsx") == .rejected)
        document.sheets[0].rows.append(["本单位无此项工作"])
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.standing("表.xlsx") == .reported)
        #expect(ledger.row("县教育局", "2")?.additions == "表外：本单位无此项工作")
    }

    @Test func `Lines above the table that name another unit or period are told`() throws {
        let folder = try ReturnFolder()
        var document = try folder.issue.filled()
        for row in 0...1 {
            document.sheets[0].rows[row][0].replace("第二季度", with: "第三季度")
            document.sheets[0].rows[row][0].replace("县人社局", with: "县民政局")
        }
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        let changed = Self.told(ledger, "line-changed")
        #expect(changed.count == 2 && changed.allSatisfy { $0.hasPrefix("表头上方的文字被改动：") })
        #expect(ledger.row("县人社局", "1")?.additions == "")
    }

    @Test func `Who filled in the sheet stands beside its file`() throws {
        let folder = try ReturnFolder()
        var document = try folder.issue.filled()
        Self.sign(&document, ["填报人：": "王某", "联系电话：": " 0000-1234", "填报日期：": "2024年6月20日"])
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        let files = try #require(ledger.printout.sheets.last)
        let row = Dictionary(uniqueKeysWithValues: zip(files.columns.map(\.heading), files.rows[0]))
        #expect(row["填报人"] == "王某" && row["联系电话"] == "0000-1234" && row["填报日期"] == "2024-06-20")
        #expect(ledger.json(in: .chinese)["files"]?.items?.first?["signatures"]?["联系电话"]?.string == "0000-1234")
        #expect(ledger.row("县人社局", "1")?.additions == "")
        #expect(ledger.findings.filter { $0.place.file == "表.xlsx" }.isEmpty)
    }

    // MARK: Other sheets

    @Test func `What a cover says is kept, and a second filled sheet is a second return`() throws {
        let folder = try ReturnFolder()
        var document = try folder.issue.filled()
        var copy = document.sheets[0]
        copy.name = "Sheet1"
        copy.rows[3][7] = "改过的进展"
        document.sheets.insert(Sheet(name: "封面", rows: [["报送说明"], [], ["联系人", "王某"]]), at: 0)
        document.sheets.append(copy)
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.text("进展情况", "县人社局", "1") == "新增岗位三千个")
        #expect(ledger.row("县人社局", "1")?.additions == "工作表“封面”：报送说明\n联系人　王某")
        #expect(ledger.repeated.map(\.standing) == [.counts, .superseded])
        #expect(ledger.repeated[1].rows.contains { $0.cells.contains("改过的进展") })
        let repeated = ledger.findings.first { $0.code == "return-repeated" }
        #expect(repeated?.place.sheet == "Sheet1")
        #expect(Self.told(ledger, "note-added") == ["另一张工作表写有：报送说明\n联系人　王某"])
    }

    @Test func `A blank copy beside the worksheet says nothing`() throws {
        let folder = try ReturnFolder()
        var document = try folder.issue.filled()
        var copy = try folder.blank("县人社局").sheets[0]
        copy.name = "原表"
        document.sheets.append(copy)
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.repeated.isEmpty && ledger.codes("表.xlsx").isEmpty)
    }

    // MARK: Days

    @Test(arguments: [
        ("7月1日", "2024-07-01"), ("七月一日", "2024-07-01"), ("二〇二四年七月十日", "2024-07-10"), ("2024年7月1号", "2024-07-01"),
        ("7月", ""), ("已报", ""), ("13月1日", ""),
    ])
    func `Days without a year, and in Chinese figures, are read`(_ text: String, _ day: String) throws {
        let folder = try ReturnFolder()
        var document = try folder.issue.filled()
        Self.sign(&document, ["填报日期：": text])
        try folder.write(document, as: "表.xlsx")
        #expect(try folder.collect().row("县人社局", "1")?.source?.reportedOn == day)
    }

    /// One return as it is read, saved at a time.
    private func returned(_ folder: ReturnFolder, _ name: String, _ progress: String, at time: String) throws
        -> CollectedFile
    {
        try folder.write(folder.filled("县教育局", progress), as: name)
        let reading = try ReturnedReader(
            reading: ReadingOptions(), template: Template(builtIn: "unit-quarterly"), followsPassport: true
        ).read(InputFile(path: folder.work.path("上报/\(name)")))
        let sheets = reading.sheets.map { sheet in
            var sheet = sheet
            sheet.modified = time
            return sheet
        }
        return CollectedFile(path: name, digest: name, content: .worksheets(sheets, reading.template))
    }

    @Test(arguments: [
        ("2024-07-02T08:00:00Z", "2024-07-03T08:00:00Z", "乙稿"), ("2024-07-03T08:00:00Z", "2024-07-02T08:00:00Z", "甲稿"),
        // Where one of them does not say when it was saved, time has no say: the greater digest counts.
        ("2024-07-03T08:00:00Z", "", "乙稿"),
    ])
    func `Without days the file counts that was saved later`(_ first: String, _ second: String, _ counting: String)
        throws
    {
        let folder = try ReturnFolder()
        let files = [
            try returned(folder, "a.xlsx", "甲稿", at: first), try returned(folder, "b.xlsx", "乙稿", at: second),
        ]
        let issued = IssuedCollection(try folder.issue.issued())
        let collector = Collector(
            issued, ledger: try Template(builtIn: "ledger"), forms: [try Template(builtIn: "unit-quarterly")])
        for files in [files, files.reversed()] {
            #expect(collector.ledger(of: files.map(collector.take)).text("进展情况", "县教育局", "2") == counting)
        }
    }

    // MARK: Files

    @Test func `A picture under the name of a unit is a return that cannot be read`() throws {
        let folder = try ReturnFolder()
        let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10]
        try folder.work.write(picture, to: "上报/02-县教育局.xlsx")
        try folder.work.write(picture, to: "上报/县人社局佐证照片.jpg")
        try folder.work.write(picture, to: "上报/照片.jpg")
        try folder.work.write([1, 2, 3], to: "上报/.隐藏")
        try folder.write(folder.issue.filled(), as: "表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.standing("02-县教育局.xlsx") == .rejected)
        #expect(ledger.codes("02-县教育局.xlsx") == ["return-unreadable"])
        #expect(ledger.findings.first { $0.code == "return-missing" }?.message.chinese.contains("02-县教育局.xlsx") == true)
        // The unit has reported: what else it sends is beside the point.
        #expect(ledger.standing("县人社局佐证照片.jpg") == .noTable && ledger.standing("照片.jpg") == .noTable)
        let aside = ledger.findings.filter { $0.code == "file-left-aside" }.compactMap(\.place.file)
        #expect(aside == ["县人社局佐证照片.jpg", "照片.jpg"])
    }

    @Test func `Files that are named one by one go by their names`() throws {
        let folder = try ReturnFolder()
        try folder.write(folder.issue.filled(), as: "表.xlsx")
        let path = folder.work.path("上报/表.xlsx")
        #expect(FolderContents(of: path, prefix: "上报/表.xlsx").items.map(\.relativePath) == ["上报/表.xlsx"])
        #expect(FolderContents(of: path).items.map(\.relativePath) == ["表.xlsx"])
        let below = FolderContents(of: folder.work.path("上报"), prefix: "上报")
        #expect(below.items.map(\.relativePath) == ["上报/表.xlsx"])
    }

    // MARK: Gaps

    @Test func `Tasks that were left blank and rows that are hidden are told`() throws {
        let folder = try ReturnFolder()
        var document = try folder.filled("县人社局")
        document.sheets[0].hiddenRows = [6]
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.row("县人社局", "5")?.state == .blank)
        #expect(Self.told(ledger, "return-incomplete") == ["4 项任务中 3 项没有填报：序号 2、4、5"])
    }
}
