import FenjieFiles
import FenjieModel
import FenjiePipeline
import FenjieTemplates
import FenjieTestSupport
import FenjieXLSX
import Testing

/// A hidden row and column, a formula without a result, text below a merged range, and the same text again below another.
private func book() -> WorkbookBuilder {
    WorkbookBuilder(
        rows: """
            <row r="1"><c r="A1" t="str"><v>序号</v></c><c r="B1" t="str"><v>任务</v></c><c r="C1" t="str"><v>备注</v></c></row>\
            <row r="2" hidden="1"><c r="A2" t="str"><v>一</v></c><c r="B2" t="str"><v>修渠</v></c><c r="C2"><f>1+1</f></c></row>\
            <row r="3"><c r="A3" t="str"><v>一</v></c><c r="B3" t="str"><v>清淤</v></c></row>\
            <row r="4"><c r="A4" t="str"><v>远处</v></c></row>
            """, behind: "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/></mergeCells>")
}

@Suite("Rows that are streamed")
struct RowStreamingTests {
    private func convert(to name: String) throws -> (findings: [Finding], bytes: [UInt8]) {
        let format = try #require(OutputFormats.all.first { $0.name == name })
        var options = ConversionOptions(format: format, template: try Template(builtIn: "issued"))
        options.isRaw = true
        let folder = Workdir()
        var destination = Destination.file(try OutputFile(path: folder.path("out"), replacing: true))
        let findings = try Conversion(options).convert(
            InputFile(bytes: book().bytes(), name: "表.xlsx"), to: &destination)
        try destination.complete()
        return (findings, try InputFile(path: folder.path("out")).contents())
    }

    @Test("every target is told the same of a workbook, streamed or not", arguments: OutputFormats.all.map(\.name))
    func findings(_ format: String) throws {
        let seen = try convert(to: format).findings.filter { $0.code != "merge-left-out" }
        #expect(seen.map(\.code).sorted() == ["formula-without-result", "hidden-rows", "text-under-merge"])
        #expect(seen.allSatisfy { $0.place.file == "表.xlsx" && $0.place.sheet == "Sheet1" })
        let covered = try #require(seen.first { $0.code == "text-under-merge" })
        #expect(covered.place.cell == "B3")
        #expect(covered.message.chinese == "合并单元格下面有 1 处看不见的文字，已照原样保留")
    }

    @Test("text below a merged range reaches every target", arguments: OutputFormats.all.filter(\.isText).map(\.name))
    func coveredText(_ format: String) throws {
        let text = String(decoding: try convert(to: format).bytes, as: UTF8.self)
        #expect(text.contains("修渠") && text.contains("清淤") && text.contains("远处"))
    }

    @Test("a plain workbook keeps text that a merged range would hide, and does not merge it")
    func coveredTextInWorkbook() throws {
        let (findings, bytes) = try convert(to: "xlsx")
        let sheet = try WorkbookReader(file: InputFile(bytes: bytes, name: "a.xlsx")).document().sheets[0]
        #expect(sheet.text(row: 3, column: 2) == "清淤")
        #expect(sheet.merges == [CellRange(rows: 2...3, columns: 1...1)])
        #expect(findings.filter { $0.code == "merge-left-out" }.map(\.place.cell) == ["B2"])
    }
}
