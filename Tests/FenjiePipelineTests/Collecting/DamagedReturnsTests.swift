import FenjieFiles
import FenjieFormats
import FenjieLedger
import FenjieModel
import FenjiePipeline
import FenjieTestSupport
import FenjieXLSX
import Testing

/// Returns whose text went where nothing was asked for, or whose numbers were changed.
@Suite struct DamagedReturnsTests {
    /// A worksheet without its passport and hidden columns, as one that was pasted as values.
    private static func pasted(_ document: Document) -> Document {
        var document = document
        document.sheets.removeLast(document.sheets.count - 1)
        document.mapRows { _, cells in cells.removeLast(cells.count - 13) }
        document.sheets[0].hiddenColumns = []
        return document
    }

    private static func csv(_ document: Document) -> String {
        let width = document.sheets[0].columnCount
        return document.sheets[0].rows.map { row in
            (row + repeatElement("", count: width - row.count)).map { "\"\($0)\"" }.joined(separator: ",") + "\r\n"
        }.joined()
    }

    // MARK: Text beside the table

    @Test(arguments: [[4], [4, 5], [4, 5, 6], [4, 5, 6, 7]], [0, 1])
    func `Text in a column without heading moves no other column`(_ rows: [Int], gap: Int) throws {
        for isPasted in [false, true] {
            let folder = try ReturnFolder()
            var document = try folder.issue.filled()
            if isPasted { document = Self.pasted(document) }
            let column = (isPasted ? 14 : 16) + gap
            for row in rows { document.set("经办李工", row: row, column: column) }
            if isPasted, gap == 0 {
                try folder.work.write(Self.csv(document), to: "上报/表.csv")
            } else {
                try folder.write(document, as: "表.xlsx")
            }
            let ledger = try folder.collect()
            #expect(ledger.text("进展情况", "县人社局", "1") == "新增岗位三千个")
            #expect(ledger.text("完成状态", "县人社局", "5") == "未启动")
            #expect(ledger.text("佐证材料", "县人社局", "2") == "验收报告")
            let name = CellReference.columnName(column)
            for (offset, number) in ["1", "2", "4", "5"].enumerated() {
                let expected = rows.contains(4 + offset) ? "\(name) 列：经办李工" : ""
                #expect(ledger.row("县人社局", number)?.additions == expected)
            }
            let codes = ledger.findings.filter { $0.unit == "县人社局" && $0.severity > .info }.map(\.code)
            #expect(codes.sorted() == ["column-added"] + (isPasted && gap != 0 ? ["passport-missing"] : []))
            let told = ledger.findings.first { $0.code == "column-added" }
            #expect(told?.message.chinese == "\(name) 列没有栏名，\(rows.count) 行写有内容")
        }
    }

    // MARK: Numbers that were changed

    /// The rows of 县人社局 numbered anew: what was 4 and 5 is now 3 and 4.
    private static func renumber(_ document: inout Document) {
        for row in 4...7 { document.set(String(row - 3), row: row, column: 1) }
    }

    @Test(arguments: ["xlsx", "csv", "keys"])
    func `Numbers that were made anew put no progress under another task`(_ form: String) throws {
        let folder = try ReturnFolder()
        var document = try folder.issue.filled()
        Self.renumber(&document)
        switch form {
        case "csv": try folder.work.write(Self.csv(Self.pasted(document)), to: "上报/表.csv")
        case "xlsx": try folder.write(Self.pasted(document), as: "表.xlsx")
        default: try folder.write(document, as: "表.xlsx")
        }
        let ledger = try folder.collect()
        #expect(ledger.text("进展情况", "县人社局", "4") == "已改造十个小区")
        #expect(ledger.text("存在问题", "县人社局", "5") == "用地未落实")
        let changed = ledger.findings.filter { $0.code == "issued-text-changed" }
        #expect(changed.map(\.message.chinese) == ["“序号”被改动：“4”被改成“3”", "“序号”被改动：“5”被改成“4”"])
        #expect(!ledger.findings.contains { $0.code == "row-missing" || $0.code == "row-added" })
    }

    @Test func `All numbers of a pasted sheet may have changed, and its name tells nothing`() throws {
        let folder = try ReturnFolder()
        var document = Self.pasted(try folder.issue.filled())
        for row in 4...7 { document.set(String(row + 20), row: row, column: 1) }
        document.sheets[0].rows[0] = []
        document.sheets[0].rows[1] = []
        document.sheets[0].merges.removeAll { $0.first.row < 3 }
        try folder.write(document, as: "新建.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.standing("新建.xlsx") == .reported)
        #expect(ledger.text("进展情况", "县人社局", "4") == "已改造十个小区")
    }

    @Test(arguments: [true, false])
    func `Visible columns that were sorted without the hidden keys count by number and text`(_ isFilled: Bool) throws {
        let folder = try ReturnFolder()
        var document = try folder.issue.filled()
        document.sheets[0].merges.removeAll { $0.first.row >= 4 && $0.first.row <= 7 }
        let visible = document.sheets[0].rows[3...6].map { Array($0.prefix(13)) }
        for (offset, cells) in visible.reversed().enumerated() {
            for (column, text) in cells.enumerated() { document.set(text, row: 4 + offset, column: column + 1) }
            if isFilled, offset > 0, document.sheets[0].rows[3 + offset][1].isEmpty {
                document.set(document.sheets[0].rows[2 + offset][1], row: 4 + offset, column: 2)
            }
        }
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.text("进展情况", "县人社局", "1") == "新增岗位三千个")
        #expect(ledger.text("完成状态", "县人社局", "2") == "已完成")
        #expect(ledger.text("进展情况", "县人社局", "4") == "已改造十个小区")
        #expect(ledger.text("完成状态", "县人社局", "5") == "未启动")
    }

    @Test func `Another task under an issued number is no return on the issued one`() throws {
        let folder = try ReturnFolder()
        var document = Self.pasted(try folder.issue.filled())
        document.set("组织文艺下乡演出二十场", row: 6, column: 4)
        try folder.write(document, as: "表.xlsx")
        let ledger = try folder.collect()
        #expect(ledger.row("县人社局", "4")?.state == .absent)
        #expect(ledger.row("县人社局", "2")?.additions.contains("进展情况：已改造十个小区") == true)
        // The same text with a word changed is.
        document.set("改造提升老旧小区三十个", row: 6, column: 4)
        try folder.write(document, as: "表.xlsx")
        #expect(try folder.collect().text("进展情况", "县人社局", "4") == "已改造十个小区")
    }

    // MARK: Cells that are too long

    @Test func `What all units of a task say may be longer than a cell`() throws {
        let units = (1...40).map { "第\($0)镇" }
        let table = "序号,具体要求,责任单位,完成时限\n1,做好防汛工作,\(units.joined(separator: "、")),全年\n"
        let folder = ReturnFolder(try IssuedFolder(table: table))
        let long = String(repeating: "已检查水库、塘坝各一遍。", count: 75)
        for unit in units {
            var document = try folder.blank(unit)
            let header = try #require(document.sheets[0].rows.firstIndex { $0.contains("进展情况") })
            let column = try #require(document.sheets[0].rows[header].firstIndex(of: "进展情况"))
            document.set(unit + long, row: header + 2, column: column + 1)
            try folder.write(document, as: "\(unit).xlsx")
        }
        let ledger = try folder.collect()
        let path = folder.work.path("台账.xlsx")
        var destination = Destination.file(try OutputFile(path: path, replacing: true))
        let findings = try LedgerFile.xlsx.write(ledger, WritingOptions(), in: .chinese, to: &destination)
        try destination.complete()
        #expect(findings.map(\.code).contains("ledger-cell-shortened"))
        let book = try WorkbookReader(file: InputFile(path: path)).document()
        let cells = book.sheets[0].rows[3]
        let joined = try #require(cells.first { $0.hasPrefix("第1镇：第1镇已检查") })
        #expect(joined.utf16.count == 32_767 && joined.hasSuffix("……（未完，全文见“按单位”）"))
        for unit in units { #expect(book.sheets[1].rows.contains { $0.contains(unit + long) }) }
    }
}
