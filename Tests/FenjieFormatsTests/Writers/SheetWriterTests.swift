import FenjieFormats
import FenjieModel
import FenjieTestSupport
import FenjieText
import Testing

/// Text out, and in again.
struct SheetWriterTests {
    private func text(_ sheet: Sheet, _ writer: some SheetWriter, title: [String] = []) -> String {
        var bytes: [UInt8] = []
        writer.write(sheet, titleLines: title, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func sheet(_ rows: [[String]]) -> Sheet { Sheet(name: "", rows: rows) }

    @Test("names are unique")
    func names() {
        let names = SheetWriters().all.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(SheetWriters().named(name)?.name == name) }
    }

    @Test("aligned text counts Chinese characters as two columns")
    func aligned() {
        let rows = [["序号", "任务", "完成时限"], ["1", "甲", "2026年6月"], ["2", "", "全年"]]
        #expect(
            text(sheet(rows), AlignedWriter(), title: ["表"])
                == "表\n\n序号  任务  完成时限\n1     甲    2026年6月\n2           全年\n")
    }

    @Test("long cells wrap below themselves and rows are parted")
    func wrapped() {
        let rows = [["序号", "具体要求"], ["1", "一二三四五六。七"]]
        #expect(text(sheet(rows), AlignedWriter(widestColumn: 12)) == "序号  具体要求\n\n1     一二三四五六。\n      七\n")
    }

    @Test(
        "numbers and words are not broken where the column is wide enough",
        arguments: [
            ("甲乙丙丁戊1.5万", "甲乙丙丁戊|1.5万"), ("甲乙丙丁1,250人", "甲乙丙丁|1,250人"), ("甲乙丙丁戊60%以上", "甲乙丙丁戊60%|以上"),
            ("甲乙丙丁2026-06-30前", "甲乙丙丁|2026-06-30前"), ("甲乙丙丁ABC站", "甲乙丙丁ABC|站"), ("甲乙2026-06-30", "甲乙|2026-06-30"),
            ("甲乙丙丁戊己1.5", "甲乙丙丁戊己|1.5"),
            ("12345678901234567", "123456789012|34567"), ("甲乙丙丁ab cd", "甲乙丙丁ab |cd"), ("甲乙丙丁戊己。乙", "甲乙丙丁戊己。|乙"),
        ])
    func unbrokenNumbers(_ cell: String, _ lines: String) {
        let written = text(sheet([["序号", "具体要求"], ["1", cell]]), AlignedWriter(widestColumn: 12))
        let cells = written.split(separator: "\n").dropFirst().map { $0.dropFirst(6) }
        #expect(cells.joined(separator: "|") == lines)
    }

    @Test("numbers that a wrap broke come back whole, sentences keep their spaces")
    func joinedNumbers() throws {
        let text = """
            序号  工作任务  具体要求                      责任单位  完成时限

            1     培训      开展家政服务和电子商务培训1.  县人社局  年底前
                            5万人次，发放补贴资金共计1,
                            250万元，规范参照section 2.
                            Open data第3号文件执行到位。

            2     养老      建设社区食堂6个。             县民政局  年底前

            """
        let rows = try TextLayouts().read(LayoutText(text)).reading.sheets[0].rows
        #expect(rows[1][2] == "开展家政服务和电子商务培训1.5万人次，发放补贴资金共计1,250万元，规范参照section 2. Open data第3号文件执行到位。")
    }

    @Test("Markdown escapes bars, backslashes and tags; line ends become tags")
    func markdown() {
        let rows = [["序号", "任务"], ["1", "a|b\\c<br>\nd"]]
        #expect(text(sheet(rows), MarkdownWriter()) == "| 序号 | 任务 |\n| --- | --- |\n| 1 | a\\|b\\\\c\\<br><br>d |\n")
    }

    @Test("Markdown keeps asterisks that would set a cell in bold")
    func markdownAsterisks() {
        #expect(text(sheet([["注"], ["**重**"]]), MarkdownWriter()) == "| 注 |\n| --- |\n| \\**重** |\n")
    }

    @Test("TAB blocks show control characters as pictures")
    func blocks() {
        let rows = [["序号", "责任单位"], ["1", "甲\n乙\t"]]
        #expect(text(sheet(rows), TabBlocksWriter()) == "\t序号\n\t责任单位\n\n\t1\n\t甲␤乙␉␛.\n\n")
    }

    @Test(
        "every cell comes back from TAB blocks",
        arguments: [
            "a\nb", "a\r\nb", "\t", " a ", "\u{3000}甲\u{A0}", "␤", "␛", "␛.", "\u{85}\u{2028}\u{2029}", "\u{0C}", "\\n",
            "\"", "=1+1", "00123",
            "1-2", "👨‍👩‍👧", "市财政局|市审计局", "\u{0}", "一、甲",
        ])
    func lossless(_ cell: String) throws {
        let rows = [["序号", "工作任务", "责任单位"], ["1", cell, "市财政局"], ["2", "甲", cell], [cell, "乙", ""]]
        let back = try TextLayouts().named("tab-blocks")?.read(LayoutText(text(sheet(rows), TabBlocksWriter())))
        #expect(back?.sheets.first?.rows == rows)
    }

    @Test("generated tables come back from TAB blocks", arguments: 0..<40)
    func generated(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces = ["", "", "甲", "\n", "\t", " ", "1", "|", "␤", "市财政局", "年底前", "，", "\"", "\u{3000}", "ab", "👍🏽"]
        func cell() -> String {
            (0..<Int.random(in: 0...4, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
                .joined()
        }
        let headings = ["序号", "工作任务", "具体要求", "责任单位", "完成时限"]
        let rows = (0..<Int.random(in: 1...30, using: &generator)).map {
            ["\($0 + 1)"] + headings.dropFirst().map { _ in cell() }
        }
        let source = text(sheet([headings] + rows), TabBlocksWriter(), title: ["表"])
        let (layout, reading) = try TextLayouts().read(LayoutText(source))
        #expect(layout.name == "tab-blocks")
        #expect(reading.sheets[0].rows == [headings] + rows)
    }

    @Test(
        "tables of short cells come back from every writer",
        arguments: SheetWriters().all.map(\.name), 0..<60 as Range<UInt64>)
    func short(_ name: String, seed: UInt64) throws {
        let writer = try #require(SheetWriters().named(name))
        let rows = Self.shortRows(seed: seed)
        let source = text(sheet(rows), writer, title: seed % 2 == 0 ? [InventedTable.title] : [])
        let reading = try TextLayouts().read(LayoutText(source)).reading
        #expect(reading.sheets.count == 1)
        #expect(reading.sheets[0].rows == rows, "seed \(seed): \(source)")
    }

    /// Numbered rows none of whose cells needs a second line; heading cells, deadlines and remarks may be blank.
    private static func shortRows(seed: UInt64) -> [[String]] {
        var generator = SeededGenerator(seed: seed)
        func one(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }
        let hasLevels = Bool.random(using: &generator)
        let hasRemarks = Bool.random(using: &generator)
        let headings =
            ["序号"] + (hasLevels ? ["一级任务", "二级任务", "具体要求"] : ["工作任务"]) + ["责任单位", "完成时限"]
            + (hasRemarks ? ["备注"] : [])
        let rows = (1...Int.random(in: 1...14, using: &generator)).map { number in
            var row = ["\(number)"]
            if hasLevels { row += [one(["道路建设", "水利", number == 1 ? "林业" : ""]), one(["桥梁", "河道整治", ""])] }
            row.append(one(["新建公路10公里", "植树1.5万株", "清淤", "建成社区食堂6个，覆盖率60%", "修订办法"]))
            row.append(one(["县林业局", "县交通运输局、县水利局", "各镇", "县住房城乡建设局"]))
            row.append(one(["2026年6月底前", "年底前", "长期坚持", "9月30日前", ""]))
            if hasRemarks { row.append(one(["", "", "重点", "√", "跨年"])) }
            return row
        }
        return [headings] + rows
    }

    @Test("the invented table comes back from every writer", arguments: SheetWriters().all.map(\.name))
    func invented(_ name: String) throws {
        let writer = try #require(SheetWriters().named(name))
        let rows = [InventedTable.headings] + InventedTable.blanked
        let source = text(sheet(rows), writer, title: [InventedTable.title])
        let reading = try TextLayouts().read(LayoutText(source)).reading
        #expect(reading.sheets[0].rows == rows)
    }

    private func text(_ sheet: Sheet, _ writer: any SheetWriter, title: [String]) -> String {
        var bytes: [UInt8] = []
        writer.write(sheet, titleLines: title, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
