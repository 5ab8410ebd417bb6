internal import FenjieFiles
internal import FenjieModel
internal import FenjieTestSupport
internal import FenjieXLSX
import Testing

@Suite("Workbooks")
struct WorkbookReaderTests {
    private static let oneCell = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>任务</t></is></c></row>"

    @Test("Sheets come in the order of the workbook, hidden ones too, with merges and hidden parts")
    func sheets() throws {
        var book = WorkbookBuilder()
        book.sheets = [
            ("封面", "", WorkbookBuilder.worksheet("<sheetData/>")),
            (
                "任务", "",
                WorkbookBuilder.worksheet(
                    """
                    <dimension ref="A1"/><cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="true"/></cols>\
                    <sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row>\
                    <row r="3" hidden="1"><c r="A3"><v>5</v></c></row><row r="9" hidden="1"/></sheetData>\
                    <mergeCells count="4294967295"><mergeCell ref="A1:B2"/><mergeCell ref="$C$4:C5"/></mergeCells>
                    """)
            ),
            ("底稿", "state=\"hidden\"", WorkbookBuilder.worksheet("<sheetData>\(Self.oneCell)</sheetData>")),
            ("极密", "state=\"veryHidden\"", WorkbookBuilder.worksheet("<sheetData/>")),
        ]
        let document = try Reading.document(book.bytes())
        #expect(document.form == "xlsx" && document.name == "表.xlsx")
        #expect(document.sheets.map(\.name) == ["封面", "任务", "底稿", "极密"])
        #expect(document.sheets.map(\.visibility) == [.visible, .visible, .hidden, .veryHidden])
        let tasks = document.sheets[1]
        #expect(tasks.rows == [["1", "", "3"], [], ["5"]])
        #expect(tasks.merges.map(\.description) == ["A1:B2", "C4:C5"])
        #expect(tasks.hiddenRows == [3] && tasks.hiddenColumns == [2])
        #expect(
            document.findings.map(\.code) == ["hidden-rows", "hidden-columns", "hidden-sheet", "hidden-sheet"])
        #expect(document.findings.allSatisfy { $0.severity == .info && $0.place.file == "表.xlsx" })
        #expect(document.findings[1].message.chinese == "有 1 列是隐藏的，已照常读取：B")
    }

    @Test("Rows are yielded with gaps as empty fields")
    func rows() throws {
        let book = WorkbookBuilder(
            rows:
                "<row r=\"2\"><c r=\"C2\"><v>3</v></c><c r=\"A2\"><v>1</v></c></row><row r=\"7\"/><row r=\"9\"><c r=\"B9\"><v>2</v></c></row>"
        )
        let reader = try WorkbookReader(file: InputFile(bytes: book.bytes(), name: "表.xlsx"))
        #expect(reader.sheets.map(\.name) == ["Sheet1"])
        #expect(try Reading.rows(book.bytes()) == [2: ["1", "", "3"], 7: [], 9: ["", "2"]])
    }

    @Test("Formulas without results are told of once a sheet, and those with an empty text are none")
    func uncomputed() throws {
        let book = WorkbookBuilder(
            rows: """
                <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="str"><f>""</f><v></v></c></row>\
                <row r="2"><c r="B2"><f>DATE(2026,6,30)</f><v /></c><c r="C2" t="str"><f>A1&amp;"x"</f></c></row>\
                <row r="3"><c r="A3"><f>1</f></c><c r="B3"><v></v></c></row>
                """)
        let reader = try WorkbookReader(file: InputFile(bytes: book.bytes(), name: "表.xlsx"))
        let rows = try reader.rows(of: reader.sheets[0])
        var row = RowBuffer()
        while try rows.next(into: &row) {}
        for findings in [try Reading.document(book.bytes()).findings, rows.findings] {
            #expect(findings.map(\.code) == ["formula-without-result"])
            #expect(findings.first?.place.cell == "B2" && findings.first?.place.file == "表.xlsx")
            #expect(findings.first?.message.chinese.hasPrefix("3 个单元格") ?? false)
        }
    }

    @Test("A row reader refuses rows in no order rather than misplace them")
    func rowsOutOfOrder() {
        let book = WorkbookBuilder(rows: "<row r=\"5\"/><row r=\"2\"/>")
        #expect(throws: XLSXFailure.self) { try Reading.rows(book.bytes()) }
    }

    @Test("Text below a merged range is left out with a warning, unless it says the same")
    func textUnderMerge() throws {
        func row(_ number: Int, _ cells: [String: String]) -> String {
            let list = cells.sorted { $0.key < $1.key }.map {
                "<c r=\"\($0.key)\(number)\" t=\"str\"><v>\($0.value)</v></c>"
            }
            return "<row r=\"\(number)\">\(list.joined())</row>"
        }
        let book = WorkbookBuilder(
            rows: row(1, ["A": "一", "B": "一", "C": "旁"]) + row(2, ["A": "底", "B": "底", "C": "旁"])
                + row(3, ["A": "下", "B": "下"]),
            behind: """
                <mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/><mergeCell ref="A3:A9"/>\
                <mergeCell ref="C1:C1"/><mergeCell ref="D1:XFD1048576"/></mergeCells>
                """)
        let document = try Reading.document(book.bytes())
        #expect(document.sheets[0].rows == [["一", "", "旁"], ["", "", "旁"], ["下", "下"]])
        #expect(document.findings.map(\.code) == ["text-under-merge", "overlapping-merges"])
        #expect(document.findings[0].place.description == "表.xlsx, Sheet1!A2")
        #expect(document.findings[0].message.english.hasPrefix("2 texts"))
        #expect(document.findings[1].message.english == "1 merged range overlaps others, such as B2:C3")
        #expect(try Reading.cells(book.bytes())["B2"] == "底")
    }

    @Test("A dump and a reader of rows say what a document says, text below merged ranges included")
    func sameFindings() throws {
        let book = WorkbookBuilder(
            rows: """
                <row r="1"><c r="A1" t="str"><v>一</v></c><c r="B1" t="str"><v>二</v></c></row>\
                <row r="2" hidden="1"><c r="A2" t="str"><v>底</v></c><c r="C2"><f>A1</f></c></row>\
                <row r="3"><c r="A3" t="str"><v>三</v></c></row>
                """, behind: "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"B2:C3\"/></mergeCells>")
        let reader = try WorkbookReader(file: InputFile(bytes: book.bytes(), name: "表.xlsx"))
        let expected = try reader.document(keepsCoveredText: true)
        let codes = ["hidden-rows", "text-under-merge", "overlapping-merges", "formula-without-result"]
        #expect(expected.findings.map(\.code) == codes)
        #expect(expected.sheets[0].rows[0..<2] == [["一", "二"], ["底"]])
        #expect(Set(try reader.dump { _ in }) == Set(expected.findings))
        let rows = try reader.rows(of: reader.sheets[0])
        var row = RowBuffer()
        while try rows.next(into: &row) {}
        #expect(Set(try reader.findings(of: rows)) == Set(expected.findings))
    }

    @Test("Merged ranges by the thousand cost no more than their number")
    func manyMerges() throws {
        let columns = (1...16_384).map { column in
            let name = CellReference.columnName(column)
            return "<mergeCell ref=\"\(name)1:\(name)1048576\"/>"
        }
        let rows = (1...2_000).map { "<mergeCell ref=\"A1:A\($0 + 1)\"/>" }
        // Of ranges that overlap, the first counts.
        for (list, text) in [(columns, ""), (rows, "二")] {
            let book = WorkbookBuilder(
                rows: "<row r=\"1\"><c t=\"str\"><v>一</v></c></row><row r=\"9\"><c t=\"str\"><v>二</v></c></row>",
                behind: "<mergeCells>\(list.joined())</mergeCells>")
            let document = try Reading.document(book.bytes())
            #expect(document.sheets[0].merges.count == list.count)
            #expect(document.sheets[0].text(row: 9, column: 1) == text)
        }
    }

    @Test("Columns that are named again and again cost no more than their number")
    func manyColumnRuns() throws {
        func book(_ runs: [ClosedRange<Int>]) -> WorkbookBuilder {
            let list = runs.enumerated().map {
                "<col min=\"\($1.lowerBound)\" max=\"\($1.upperBound)\" hidden=\"1\" width=\"\($0 % 90 + 1)\"/>"
            }
            var book = WorkbookBuilder()
            let row = "<row r=\"1\"><c r=\"J1\"><v>1</v></c></row>"
            book.sheets = [
                (
                    "Sheet1", "",
                    WorkbookBuilder.worksheet("<cols>\(list.joined())</cols><sheetData>\(row)</sheetData>")
                )
            ]
            return book
        }
        let whole = [ClosedRange<Int>](repeating: 1...16_384, count: 20_000)
        #expect(try Reading.document(book(whole).bytes()).sheets[0].hiddenColumns == Set(1...10))
        // More runs than columns, in no order and with gaps between.
        let odd = (0..<40_000).map { index in
            let column = index * 7_919 % 8_192 * 2 + 1
            return column...column
        }
        let reader = try WorkbookReader(file: InputFile(bytes: book(odd + [4...6]).bytes(), name: "表.xlsx"))
        #expect(try reader.document().sheets[0].hiddenColumns == [1, 3, 4, 5, 6, 7, 9])
        let rows = try reader.rows(of: reader.sheets[0])
        var row = RowBuffer()
        while try rows.next(into: &row) {}
        #expect(rows.hiddenColumns.count == 8_194)
        #expect(try reader.look(of: reader.sheets[0]).columnWidths.count == 16_384)
    }

    @Test("Dates count from 1904 where the workbook says so", arguments: ["1", "true"])
    func system1904(flag: String) throws {
        var book = WorkbookBuilder(rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>43372</v></c></row>")
        book.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
        book.properties = "date1904=\"\(flag)\""
        #expect(try Reading.cells(book.bytes()) == ["A1": "2022-09-30"])
    }

    @Test("Prefixes, strict namespaces and alternatives are understood")
    func namespaces() throws {
        let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        let compatibility = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        let cell = "<x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row>"
        let sheets = [
            "<x:worksheet xmlns:x=\"\(strict)\"><x:sheetData>\(cell)</x:sheetData></x:worksheet>",
            "<worksheet xmlns=\"\(strict)\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
            """
            <worksheet \(WorkbookBuilder.main) \(compatibility) xmlns:y="urn:other"><y:sheetData><row r="1"/></y:sheetData>\
            <sheetData><row r="1" y:r="9"><mc:AlternateContent><mc:Choice Requires="y"><c r="A1"><v>2</v></c></mc:Choice>\
            <mc:Fallback><c r="A1"><v>1</v></c></mc:Fallback></mc:AlternateContent></row></sheetData></worksheet>
            """,
        ]
        for xml in sheets {
            var book = WorkbookBuilder()
            book.sheets = [("Sheet1", "", xml)]
            #expect(try Reading.cells(book.bytes()) == ["A1": "1"])
        }
    }

    @Test("Parts may be in UTF-16 or begin with a byte order mark")
    func encodings() throws {
        func utf16(_ text: String, _ order: (UInt16) -> [UInt8]) -> [UInt8] { text.utf16.flatMap(order) }
        let little = { (unit: UInt16) in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let big = { (unit: UInt16) in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        let encodings: [(String) -> [UInt8]] = [
            { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }, { [0xFF, 0xFE] + utf16($0, little) },
            { [0xFE, 0xFF] + utf16($0, big) },
        ]
        for encode in encodings {
            var book = WorkbookBuilder(rows: "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>任务😀</v></c></row>")
            book.encode = encode
            #expect(try Reading.cells(book.bytes()) == ["A1": "任务😀"])
        }
        var declared = WorkbookBuilder()
        declared.sheets = [
            (
                "Sheet1", "",
                "<?xml version='1.0' encoding='gbk'?><worksheet \(WorkbookBuilder.main)><sheetData/></worksheet>"
            )
        ]
        #expect(try Reading.refusal(declared.bytes())?.message.chinese.contains("编码") == true)
    }

    @Test("A sheet that the workbook lists without content is a finding")
    func sheetWithoutPart() throws {
        var zip = WorkbookBuilder(rows: Self.oneCell).container()
        for index in zip.entries.indices where zip.entries[index].name == Array("xl/workbook.xml".utf8) {
            let text = String(decoding: zip.entries[index].content, as: UTF8.self)
            let halves = text.split(separator: "</sheets>")
            zip.entries[index].content = Array(
                "\(halves[0])<sheet name=\"空\" sheetId=\"9\" r:id=\"\"/></sheets>\(halves[1])".utf8)
        }
        let document = try Reading.document(zip.bytes())
        #expect(document.sheets.count == 1)
        #expect(document.findings.map(\.code) == ["sheet-without-content"])
        #expect(document.findings[0].place.sheet == "空")
    }

    @Test("Cells far apart cost memory by their number, or are refused")
    func sparse() throws {
        let diagonal = (1...16_384).map {
            "<row r=\"\($0)\"><c r=\"\(CellReference.columnName($0))\($0)\"><v>1</v></c></row>"
        }
        let book = WorkbookBuilder(rows: diagonal.joined())
        #expect(try Reading.cells(book.bytes()).count == 16_384)
        let failure = #expect(throws: XLSXFailure.self) { try Reading.document(book.bytes()) }
        #expect(failure?.cause == .limit)
    }

    @Test(
        "Files that are something else are named",
        arguments: [
            ([], "空文件"), ([0, 0, 0, 0], "零字节"), (Array("%PDF-1.7\n".utf8), "PDF"), (Array("<html><body>".utf8), "网页"),
            (Array("序号,任务\n1,甲\n".utf8), "文本文件"), ([0x09, 0x08, 0, 1, 2], "无法识别"), ([0x09, 0x00, 0x04, 0x00], ".xls"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "密码"),
            (Array("<?xml version=\"1.0\"?><a/>".utf8), "XML"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "图片"),
        ] as [([UInt8], String)])
    func otherFiles(bytes: [UInt8], word: String) throws {
        let failure = try #require(try Reading.refusal(bytes))
        #expect(failure.cause == .notAWorkbook)
        #expect(failure.message.chinese.contains(word))
        #expect(failure.hint != nil && failure.place.file == "表.xlsx" && failure.kind == .input)
    }

    @Test(
        "Packages that are something else are named",
        arguments: [
            ("word/document.xml", "Word"), ("xl/workbook.bin", ".xlsb"), ("META-INF/manifest.xml", "OpenDocument"),
            ("readme.txt", "ZIP"),
        ])
    func otherPackages(part: String, word: String) throws {
        var zip = ZipBuilder()
        zip.add(part, "<a/>")
        let failure = try #require(try Reading.refusal(zip.bytes()))
        #expect(failure.cause == .notAWorkbook)
        #expect(failure.message.chinese.contains(word))
    }

    @Test(arguments: ["2026-07-02T09:30:00Z", "gestern", ""])
    func `When a workbook was saved last is told by its core properties`(_ time: String) throws {
        var builder = WorkbookBuilder(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        builder.modified = time
        let document = try WorkbookReader(file: InputFile(bytes: builder.bytes(), name: "表.xlsx")).document()
        #expect(document.modified == (time.hasSuffix("Z") ? time : ""))
    }
}
