internal import FenjieModel
internal import FenjieTestSupport
internal import FenjieXLSX
import Testing

@Suite("XML")
struct XMLScannerTests {
    @Test(
        "XML that is not well-formed is refused",
        arguments: [
            ("<a>&nbsp;</a>", "实体"), ("<a>&</a>", "实体"), ("<a>&amp</a>", "实体"), ("<a>&#1;</a>", "字符引用"),
            ("<a>&#xD800;</a>", "字符引用"), ("<a>&#x110000;</a>", "字符引用"), ("<a>&#99999999999999999999;</a>", "实体"),
            ("<a>&#xFFFE;</a>", "字符引用"), ("<a>&#-65;</a>", "字符引用"), ("<a>\u{1}</a>", "UTF-8"),
            ("<a x=\"&no;\"/>", "实体"),
            ("<a><b></a></b>", "不匹配"), ("<a></ab>", "不匹配"), ("</a>", "不匹配"), ("<a x=\"1\" x=\"2\"/>", "属性重复"),
            ("<a x=\"1\"y=\"2\"/>", "空格"), ("<a x=1/>", "引号"), ("<a x/>", "没有值"), ("<a x=\"<\"/>", "<"), ("<1/>", "名称"),
            ("<a:/>", "名称"), ("<:a/>", "名称"), ("<a:b:c/>", "名称"), ("< a/>", "名称"), ("<!DOCTYPE a>", "DOCTYPE"),
            ("<!ENTITY a 'b'>", "DOCTYPE"), ("<a", "空格"), ("<a ", "名称"), ("<!-- ", "没有结束"), ("<![CDATA[ x", "没有结束"),
            ("<a>", "不匹配"),
            ("<?pi ", "没有结束"),
        ])
    func refused(xml: String, word: String) throws {
        let failure = try #require(try refusal("<sheetData/>\(xml)"))
        #expect(failure.message.chinese.contains(word), "\(failure.message.chinese)")
        #expect(failure.message.chinese.contains("sheet0.xml"))
    }

    @Test(
        "Only white space and comments may stand around the root",
        arguments: [
            ("x", true), ("<b/>", true), ("<!-- note -->\n", false), ("<?pi?>", false), ("</b>", true), ("&amp;", true),
        ])
    func aroundRoot(behind: String, isRefused: Bool) throws {
        var book = WorkbookBuilder()
        book.sheets = [("Sheet1", "", WorkbookBuilder.worksheet("<sheetData/>") + behind)]
        #expect((try Reading.refusal(book.bytes()) != nil) == isRefused)
    }

    @Test(
        "Unusual but well-formed XML is read",
        arguments: [
            "<a b='\"' c=\"'\"/>", "<a\n\tb = '1'\r\n></a\n>", "<!-- - -> ]]> < & -->", "<?x <y> & ?>",
            "<a><![CDATA[<&]]]></a>",
            "<a>\u{FFFD}😀</a>", "<é.-_1/>", "<a b=\"&lt;&#10;&#x1F600;\"/>", "<a>>]</a>", "<a><![CDATA[]]></a>",
        ])
    func read(xml: String) throws {
        #expect(try refusal("<sheetData/>\(xml)") == nil)
        #expect(try refusal("\(xml)<sheetData/>") == nil)
    }

    @Test("Long comments, texts and many attributes do not fill the memory or the clock")
    func long() throws {
        let long = String(repeating: "长", count: 400_000)
        #expect(try refusal("<!-- \(long) --><sheetData/><?pi \(long)?><f>\(long)</f>") == nil)
        let attributes = (0..<1_000).map { " a\($0)=\"\"" }.joined()
        #expect(try refusal("<sheetData/><a\(attributes)/>") == nil)
        let twice = attributes + " a7=\"\""
        #expect(try refusal("<sheetData/><a\(twice)/>") != nil)
    }

    @Test("The same is read whatever the size of the window")
    func windows() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "任务分解表", "a&amp;b", "&#x4E2D;", "<![CDATA[<x>]]>", "<!-- 注 -->", "\r\n", "\r", "_x000D_", "😀", " ",
            "long text ",
        ]
        for _ in 0..<20 {
            var rows = ""
            for row in 1...40 {
                rows += "<row r=\"\(row)\">"
                for column in ["A", "B", "C"] {
                    let text = (0..<(generator.next() % 12)).map { _ in pieces[Int(generator.next() % 11)] }.joined()
                    rows += "<c r=\"\(column)\(row)\" t=\"str\"><f>\(text)</f><v>\(text)</v></c>"
                }
                rows += "</row>"
            }
            let book = WorkbookBuilder(rows: rows).bytes()
            let whole = try Reading.cells(book)
            for size in [1_024, 1_031, 2_000, 5_003] {
                var limits = XLSXLimits()
                limits.windowBytes = size
                #expect(try Reading.cells(book, limits: limits) == whole, "seed \(seed), window \(size)")
            }
        }
    }

    private func refusal(_ content: String) throws -> XLSXFailure? {
        var book = WorkbookBuilder()
        book.sheets = [("Sheet1", "", WorkbookBuilder.worksheet(content))]
        return try Reading.refusal(book.bytes())
    }
}
