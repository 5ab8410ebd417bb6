import FenjieFormats
import FenjieModel
import Testing

/// Texts that hold more than one table, and texts that only look so.
struct TableSectionsTests {
    private static let first = [
        ["序号", "工作任务", "责任单位", "完成时限"],
        ["1", "修建道路", "县交通运输局", "6月底前"],
        ["2", "植树造林", "县林业局", "4月底前"],
        ["3", "清淤河道", "县水利局", "汛期前"],
    ]
    private static let second = [
        ["序号", "具体要求", "牵头单位", "配合单位", "责任人"],
        ["1", "建设食堂6个", "县民政局", "县财政局", "张某"],
        ["2", "适老化改造", "县残联", "县民政局", "李某"],
    ]

    /// A way to write a table as text.
    struct Setting: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let write: @Sendable ([[String]]) -> String

        init(_ layout: String, _ write: @escaping @Sendable ([[String]]) -> String) {
            testDescription = layout
            self.write = write
        }
    }

    static let settings: [Setting] = [
        Setting("markdown") { write($0, MarkdownWriter()) },
        Setting("aligned") { write($0, AlignedWriter()) },
        Setting("tab-blocks") { write($0, TabBlocksWriter()) },
        Setting("bars") { TextSetting.rows($0, separator: "|") },
        Setting("tsv") { TextSetting.rows($0, separator: "\t") },
        Setting("box-drawing") {
            TextSetting.grid($0, widths: Array(repeating: 14, count: $0[0].count))
        },
    ]

    private static func write(_ rows: [[String]], _ writer: some SheetWriter) -> String {
        var bytes: [UInt8] = []
        writer.write(Sheet(name: "", rows: rows), into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func sheets(_ text: String, _ setting: Setting) throws -> [Sheet] {
        let (layout, reading) = try TextLayouts().read(LayoutText(text))
        #expect(layout.name == setting.testDescription)
        return reading.sheets
    }

    @Test("tables of different columns are sheets of their own", arguments: settings)
    func different(_ setting: Setting) throws {
        let text = setting.write(Self.first) + "\n" + setting.write(Self.second)
        let sheets = try sheets(text, setting)
        #expect(sheets.map(\.rows) == [Self.first, Self.second])
        #expect(sheets.map(\.name) == ["Sheet1", "Sheet2"])
        let headerLine = sheets.last?.lines.first ?? 0
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(headerLine > 1 && lines[headerLine - 1].contains("序号"))
    }

    @Test(
        "the line that names the second table stands above its header, a note stays with the first", arguments: settings
    )
    func named(_ setting: Setting) throws {
        let text =
            "甲县林业任务表\n\n" + setting.write(Self.first) + "\n注：期限均为2026年。\n\n甲县民政任务表\n\n"
            + setting.write(Self.first)
        let (_, reading) = try TextLayouts().read(LayoutText(text))
        #expect(reading.before.map(\.text) == ["甲县林业任务表"])
        #expect(reading.sheets.map(\.rows) == [Self.first, [["甲县民政任务表"]] + Self.first])
        #expect(reading.after.map(\.text) == ["注：期限均为2026年。"])
    }

    @Test("a header that is printed again with its title begins no table", arguments: settings)
    func printedAgain(_ setting: Setting) throws {
        let text =
            "甲县林业任务表\n\n" + setting.write(Self.first) + "\n— 1 —\n\n甲县林业任务表\n\n"
            + setting.write([Self.first[0], ["4", "修建桥梁", "县交通运输局", "汛期前"]])
        let sheets = try sheets(text, setting)
        #expect(sheets.map(\.rows) == [Self.first + [["4", "修建桥梁", "县交通运输局", "汛期前"]]])
    }

    @Test("headings of groups between parts of a Markdown table are its group rows")
    func groups() throws {
        let text =
            "## 一、道路\n\n" + Self.write(Self.first, MarkdownWriter()) + "\n## 二、民政\n\n"
            + Self.write([Self.first[0], ["4", "修建桥梁", "县交通运输局", "汛期前"]], MarkdownWriter())
        let reading = try TextLayouts().read(LayoutText(text)).reading
        #expect(
            reading.sheets.map(\.rows) == [
                Self.first + [["二、民政", "", "", ""], ["4", "修建桥梁", "县交通运输局", "汛期前"]]
            ])
        #expect(reading.before.map(\.text) == ["一、道路"])
    }

    @Test("a second row of headings begins no table")
    func twoHeaderRows() throws {
        let text = "序号|工作任务|责任单位||完成时限\n||牵头单位|配合单位|\n1|修路|县交通运输局|县财政局|年底前\n2|植树|县林业局|各镇|4月底前\n"
        #expect(try TextLayouts().read(LayoutText(text)).reading.sheets.count == 1)
    }

    @Test("a second header without rows is refused")
    func headerOnly() {
        let text = Self.write(Self.first, MarkdownWriter()) + "\n" + Self.write([Self.second[0]], MarkdownWriter())
        #expect(throws: LayoutFailure.self) { try TextLayouts().read(LayoutText(text)) }
    }

    @Test("thousands of tables do not stop the reader", arguments: settings)
    func many(_ setting: Setting) {
        let pair = setting.write(Self.first) + "\n" + setting.write(Self.second) + "\n"
        let text = LayoutText(String(repeating: pair, count: 300))
        _ = try? TextLayouts().read(text)
    }
}
