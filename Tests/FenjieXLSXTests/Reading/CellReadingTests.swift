internal import FenjieFiles
internal import FenjieModel
internal import FenjieTestSupport
internal import FenjieXLSX
import Testing

@Suite("Cells")
struct CellReadingTests {
    @Test(
        "The value of a cell, by its type",
        arguments: [
            ("<c r='A1'><v>12</v></c>", "12"), ("<c r=\"A1\" t=\"n\"><v>12.0</v></c>", "12"),
            ("<c r=\"A1\" t=\"s\"><v>0</v></c>", "市教育局"), ("<c r=\"A1\" t=\"s\"><v> 1 </v></c>", "甲乙"),
            ("<c r=\"A1\" t=\"s\"><v>2</v></c>", "東京"), ("<c r=\"A1\" t=\"s\"><v>3</v></c>", " 前后 "),
            ("<c r=\"A1\" t=\"s\"><v>4</v></c>", "a<b&\"c\" \u{4E2D}\n"),
            ("<c r=\"A1\" t=\"inlineStr\"><is><t>内联</t></is></c>", "内联"),
            ("<c r=\"A1\" t=\"inlineStr\"><is><r><t>一</t></r><r><rPr><b/></rPr><t>二</t></r></is></c>", "一二"),
            ("<c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> x </t></is></c>", " x "),
            ("<c r=\"A1\" t=\"str\"><f>A2&amp;\"\"</f><v>结果_x000D_</v></c>", "结果\r"),
            ("<c r=\"A1\"><f>1+1</f><v>2</v></c>", "2"), ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE"),
            ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "FALSE"), ("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>", "#DIV/0!"),
            ("<c r=\"A1\" t=\"d\"><v>2022-09-30</v></c>", "2022-09-30"),
            ("<c r=\"A1\" t=\"d\"><v>2022-09-30T00:00:00</v></c>", "2022-09-30"),
            ("<c r=\"A1\" t=\"d\"><v>2022-09-30T08:30:00</v></c>", "2022-09-30T08:30:00"),
            ("<c r=\"A1\" s=\"1\"><v>44834</v></c>", "2022-09-30"),
            ("<c r=\"A1\" s=\"2\"><v>44834</v></c>", "2022-09-30"),
            ("<c r=\"A1\" s=\"3\"><v>1.5</v></c>", "36:00:00"), ("<c r=\"A1\" s=\"4\"><v>44834</v></c>", "2022-09-30"),
            ("<c r=\"A1\" s=\"0\"><v>44834</v></c>", "44834"), ("<c r=\"A1\" s=\"99\"><v>44834</v></c>", "44834"),
            ("<c r=\"A1\" s=\"1\"><v>-1</v></c>", "-1"), ("<c r=\"A1\" s=\"1\" t=\"str\"><v>x</v></c>", "x"),
            ("<c r=\"A1\"><v>1<!-- note -->2</v></c>", "12"), ("<c r=\"A1\"><v><![CDATA[12]]></v></c>", "12"),
            ("<c r=\"A1\" t=\"str\"><v>a\r\nb\rc</v></c>", "a\nb\nc"),
            ("<c r=\"A1\" t=\"str\"><v>&#x4E2D;&#65;</v></c>", "中A"),
            ("<c r=\"a1\"><v>7</v></c>", "7"), ("<c><v>7</v></c>", "7"), ("<c  r = \"A1\" ><v >7</v ></c >", "7"),
            ("<c r=\"A1\" cm=\"1\" t=\"n\"><v>7</v><extLst><ext><v>9</v></ext></extLst></c>", "7"),
            ("<c r=\"A1\" t=\"s\"><f>x</f><v>0</v></c>", "市教育局"), ("<c r=\"A1\" t=\"n\"><v>abc</v></c>", "abc"),
        ])
    func value(cell: String, text: String) throws {
        for windowBytes in [0, 1 << 18] {
            var limits = XLSXLimits()
            limits.windowBytes = windowBytes
            // Behind other rows, so that the cell lies across the end of a small window.
            for rowsBefore in [0, 30] {
                let before = (0..<rowsBefore).map {
                    "<row r=\"\($0 + 2)\"><c r=\"B\($0 + 2)\" t=\"s\"><v>0</v></c></row>"
                }
                let book = workbook(before.joined() + "<row r=\"1\">\(cell)</row>")
                #expect(try Reading.cells(book.bytes(), limits: limits)["A1"] == text)
            }
        }
    }

    @Test(
        "A cell without text is not there",
        arguments: [
            "<c r=\"A1\"/>", "<c r=\"A1\" s=\"1\"/>", "<c r=\"A1\"><v></v></c>", "<c r=\"A1\"><v/></c>",
            "<c r=\"A1\" t=\"s\"><v></v></c>", "<c r=\"A1\"><f>1</f></c>",
            "<c r=\"A1\" t=\"inlineStr\"><is><t/></is></c>",
            "<c r=\"A1\" t=\"s\"><v>5</v></c>", "<c r=\"A1\" t=\"inlineStr\"><v>no value</v></c>",
            "<c r=\"A9\"><v></v></c>",
        ])
    func empty(cell: String) throws {
        #expect(try Reading.cells(workbook("<row r=\"1\">\(cell)</row>").bytes()).isEmpty)
    }

    @Test(
        "Where a cell stands",
        arguments: [
            ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", ["A1": "1", "B1": "2", "A2": "3"]),
            (
                "<row r=\"3\"><c r=\"C3\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
                ["C3": "1", "D3": "2", "A4": "3"]
            ),
            ("<row r=\"1\"><c r=\"B1\"><v>2</v></c><c r=\"A1\"><v>1</v></c></row>", ["A1": "1", "B1": "2"]),
            (
                "<row r=\"5\"><c r=\"A5\"><v>5</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
                ["A5": "5", "A2": "2"]
            ),
            (
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>",
                ["A1": "1", "XFD1048576": "2"]
            ),
            ("<row r=\"1\"><c r=\"AA1\"><v>1</v></c><c r=\"ZZ1\"><v>2</v></c></row>", ["AA1": "1", "ZZ1": "2"]),
            ("<row r=\"1\" spans=\"1:1\"><c r=\"Z1\"><v>1</v></c></row>", ["Z1": "1"]),
        ])
    func place(rows: String, cells: [String: String]) throws {
        #expect(try Reading.cells(workbook(rows).bytes()) == cells)
    }

    @Test(
        "A cell or row that cannot be where it says is refused, with its place",
        arguments: [
            ("<row r=\"1\"><c r=\"A0\"><v>1</v></c></row>", "“A0”"),
            ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "“XFE1”"),
            ("<row r=\"1\"><c r=\"A-1\"><v>1</v></c></row>", "“A-1”"),
            ("<row r=\"1\"><c r=\"11\"><v>1</v></c></row>", "“11”"),
            ("<row r=\"1\"><c r=\"A1:B2\"><v>1</v></c></row>", "“A1:B2”"),
            ("<row r=\"1\"><c r=\"\"><v>1</v></c></row>", "“”"),
            ("<row r=\"1\"><c r=\"A99999999999999999999\"><v>1</v></c></row>", "单元格引用"),
            ("<row r=\"1\"><c r=\"AAAAAAAAAAAAAAAAAAAAAAAA1\"><v>1</v></c></row>", "单元格引用"),
            ("<row r=\"1\"><c r=\"B7\"><v>1</v></c></row>", "所在的行不符"), ("<row r=\"0\"/>", "行号“0”"),
            ("<row r=\"-1\"/>", "行号“-1”"),
            ("<row r=\"1048577\"/>", "行号"), ("<row r=\"99999999999999999999\"/>", "行号"), ("<row r=\"x\"/>", "行号“x”"),
            ("<row r=\"1048576\"/><row/>", "行号"), ("<row r=\"2\"/><row r=\"2\"/>", "第 2 行出现两次"),
            ("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", "单元格出现两次"),
            ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>6</v></c></row>", "共享字符串的序号"),
            ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>", "共享字符串的序号"),
            ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999999999999999999</v></c></row>", "共享字符串的序号"),
            ("<row r=\"1\"><c r=\"A1\" t=\"zzz\"><v>1</v></c></row>", "单元格类型"),
        ])
    func refused(rows: String, word: String) throws {
        let failure = try #require(try Reading.refusal(workbook(rows).bytes()))
        #expect(failure.message.chinese.contains(word))
        #expect(failure.place.file == "表.xlsx")
        #expect(failure.place.sheet == "Sheet1")
        #expect(failure.cause == .damaged)
    }

    @Test("A row of more cells than a sheet has columns is refused")
    func tooManyColumns() throws {
        let row = "<row>" + String(repeating: "<c/>", count: 16_384) + "<c><v>1</v></c></row>"
        #expect(try Reading.refusal(workbook(row).bytes()) != nil)
    }

    static let shownCells = [
        (0, "46266", "46266", "46266"), (1, "46266", "2026年9月", "2026-09-01"), (1, "46280", "2026-09-15", "2026-09-15"),
        (1, "46266.5", "2026-09-01T12:00:00", "2026-09-01T12:00:00"), (1, "-3", "-3", "-3"),
        (2, "0.85", "85%", "0.85"), (2, "1", "100%", "1"), (2, "0", "0%", "0"), (2, "-0.125", "-12.5%", "-0.125"),
        (2, "0.123456", "12.3456%", "0.123456"), (2, "12.5", "1250%", "12.5"), (2, "1E+300", "1e+300", "1e+300"),
        (3, "0.005", "0.5%", "0.005"),
    ]

    @Test("Months and shares of a hundred are read as they show where that is wanted", arguments: shownCells)
    func asShown(_ style: Int, _ value: String, _ shown: String, _ plain: String) throws {
        var book = WorkbookBuilder(rows: "<row><c s=\"\(style)\"><v>\(value)</v></c></row>")
        book.styles = """
            <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="10"/></cellXfs>
            """
        let reader = try WorkbookReader(file: InputFile(bytes: book.bytes(), name: "表.xlsx"))
        #expect(try reader.document(asShown: true).sheets[0].rows == [[shown]])
        #expect(try reader.document().sheets[0].rows == [[plain]])
    }

    private func workbook(_ rows: String) -> WorkbookBuilder {
        var book = WorkbookBuilder(rows: rows)
        book.sharedStrings = """
            <si><t>市教育局</t></si><si><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></si>\
            <si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>\
            <si><t xml:space="preserve"> 前后 </t></si><si><t>a&lt;b&amp;&quot;c&quot; &#x4E2D;_x000A_</t></si><si><t/></si>
            """
        book.styles = """
            <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>\
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="46"/><xf numFmtId="31"/></cellXfs>\
            <dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>
            """
        return book
    }
}
