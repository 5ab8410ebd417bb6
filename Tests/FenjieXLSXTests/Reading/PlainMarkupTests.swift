internal import FenjieModel
internal import FenjieTestSupport
internal import FenjieXLSX
import Testing

@Suite("Short cuts over plain markup")
struct PlainMarkupTests {
    @Test(
        "A row is read the same however its tags are written",
        arguments: [
            "<row r=\"2\">", "<row r=\"2\" spans=\"1:1\">", "<row spans=\"1:1\" r=\"2\">", "<row r='2'>",
            "<row r=\"2\" >", "<row  r=\"2\">", "<row r=\"02\">", "<row r=\"2\" spans=\"\">",
            "<row r=\"2\" spans=\"1:x\">",
            "<row r=\"2\" spans=\"1:1\" ht=\"15\">", "<row r=\"&#50;\">", "<row r=\"2\"><!-- note -->",
            "<row r=\"2\">\n",
            "<row r=\"2\" hidden=\"0\">", "<row>",
        ])
    func row(tag: String) throws {
        for end in ["</row>", "</row >", "\n</row>", "<?note?></row>"] {
            let cell = "<c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c>"
            let row = "\(tag)\(cell)\(end)"
            let book = WorkbookBuilder(
                rows: "<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>\(row)<row r=\"3\"><c r=\"A3\"><v>8</v></c></row>")
            guard !tag.contains("&") else {
                #expect(try Reading.refusal(book.bytes())?.message.chinese.contains("行号") == true)
                continue
            }
            for windowBytes in [0, 1 << 18] {
                var limits = XLSXLimits()
                limits.windowBytes = windowBytes
                #expect(try Reading.cells(book.bytes(), limits: limits) == ["A1": "7", "A2": "x", "A3": "8"])
            }
        }
    }

    @Test(
        "Rows that are not well-formed are refused",
        arguments: [
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></rows>", "<row r=\"1\"></c></row>", "<row r=\"1\"><a></row></a>",
            "<row r=\"1\" r=\"1\"></row>", "<row r=\"1\" spans=\"1:1\" spans=\"1:1\"></row>",
            "<row r=\"1\"spans=\"1:1\"></row>", "<row r=\"1\"><c r=\"A1\"><v>1</v></c>", "<row r=\"1\"></row></row>",
            "<x:row xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" r=\"1\"></row>",
            "<row r=\"1\"></x:row>", "<row r=\"1\"><c r=\"A1\"><v>1</v></row>", "<row r=\"1\" <v>",
        ])
    func wrongRow(rows: String) throws {
        #expect(try Reading.refusal(WorkbookBuilder(rows: rows).bytes()) != nil)
    }

    @Test("A row inside an alternative ends with it")
    func alternatives() throws {
        let compatibility = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
        let alternative = "<mc:AlternateContent \(compatibility)><mc:Fallback>"
        let end = "</mc:Fallback></mc:AlternateContent>"
        let whole = WorkbookBuilder(rows: alternative + row + end)
        #expect(try Reading.cells(whole.bytes()) == ["A1": "1"])
        let torn = WorkbookBuilder(rows: "<row r=\"1\">\(alternative)</row>\(end)")
        #expect(try Reading.refusal(torn.bytes()) != nil)
    }

    @Test("A depth that is not allowed is refused in plain rows too")
    func depth() throws {
        var limits = XLSXLimits()
        limits.depth = 2
        let book = WorkbookBuilder(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        #expect(try Reading.refusal(book.bytes(), limits: limits)?.cause == .limit)
    }

    @Test(
        "What is special in a text is found at every place",
        arguments: [
            ("_x0041_", "A"), ("_x0041", "_x0041"), ("_", "_"), ("&lt;", "<"), ("\r\n", "\n"), ("\r", "\n"),
            ("\n", "\n"),
            ("中", "中"), ("]", "]"), (";", ";"), ("", ""), ("&amp;_x0042_", "&B"), ("_x0042_&amp;", "B&"),
        ])
    func special(written: String, read: String) throws {
        let fillers = ["任", "y_"]
        var strings = ""
        var rows = ""
        var expected: [String: String] = [:]
        var count = 0
        for filler in fillers {
            for before in 0..<36 {
                for after in [0, 17] {
                    let (head, tail) = (
                        String(repeating: filler, count: before), String(repeating: filler, count: after)
                    )
                    strings += "<si><t>\(head)\(written)\(tail)</t></si>"
                    rows += "<row r=\"\(count + 1)\"><c r=\"A\(count + 1)\" t=\"s\"><v>\(count)</v></c></row>"
                    let text = head + read + tail
                    if !text.isEmpty { expected["A\(count + 1)"] = text }
                    count += 1
                }
            }
        }
        var book = WorkbookBuilder(rows: rows)
        book.sharedStrings = strings
        #expect(try Reading.cells(book.bytes()) == expected)
    }

    @Test(
        "Digits are an index or a number, whatever stands around them",
        arguments: [
            ("0", "甲"), ("1", "乙"), ("00", "甲"), ("000000001", "乙"), ("0000000001", "乙"), (" 1", "乙"),
            ("1\n", "乙"), ("&#49;", "乙"),
        ])
    func index(value: String, text: String) throws {
        var book = WorkbookBuilder(rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>\(value)</v></c></row>")
        book.sharedStrings = "<si><t>甲</t></si><si><t>乙</t></si>"
        #expect(try Reading.cells(book.bytes()) == ["A1": text])
    }
}
