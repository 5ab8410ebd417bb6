import FenjieFiles
import FenjieModel
import FenjieTestSupport
import FenjieXLSX
import Testing

@Suite("Marked copies of sheets", .enabled(if: WorkbookFacts.isPresent, WorkbookFacts.reason))
struct MarkedSheetTests {
    private func facts(_ sheet: Sheet, _ look: SheetLook = SheetLook(), rows: ClosedRange<Int>) throws -> WorkbookFacts
    {
        let folder = Workdir()
        var output = try OutputFile(path: folder.path("a.xlsx"), replacing: false)
        _ = try MarkedWorkbookWriter().write(
            list: Samples.sheet(), sheets: [MarkedSheet(sheet, look: look, marks: [], tableRows: rows)],
            properties: DocumentProperties(), to: &output)
        try output.commit()
        return try WorkbookFacts(path: folder.path("a.xlsx"))
    }

    @Test("of several widths that a file gives a column the last counts") func widths() throws {
        var look = SheetLook()
        look.columnWidths = [(1...16_384, 30), (2...3, 12), (3...3, 20), (5...4_000, 40), (1...1, 8)]
        look.columnWidths += [ClosedRange<Int>](repeating: 4...16_384, count: 20_000).map { ($0, 16) }
        let facts = try facts(Sheet(name: "表", rows: [["一", "二", "三", "四"]]), look, rows: 1...1)
        let widths = facts.keys("表/width/").compactMap { key in facts["表/width/\(key)"].flatMap(Double.init) }
        #expect(widths.map { $0.rounded(.down) }.prefix(4) == [8, 12, 20, 16])
    }

    @Test("texts far apart do not make all cells between them") func sparse() throws {
        let wide = [String](repeating: "", count: 16_383) + ["末"]
        let sheet = Sheet(name: "表", rows: [["一", "二"]] + [[String]](repeating: wide, count: 40))
        let folder = Workdir()
        var output = try OutputFile(path: folder.path("a.xlsx"), replacing: false)
        _ = try MarkedWorkbookWriter().write(
            list: Samples.sheet(), sheets: [MarkedSheet(sheet, marks: [], tableRows: 1...41)],
            properties: DocumentProperties(), to: &output)
        try output.commit()
        let file = try InputFile(path: folder.path("a.xlsx"))
        // Each blank cell would take some two bytes, deflated well as it is.
        #expect(file.size < 40_000)
        #expect(try WorkbookReader(file: file).document().sheets[1].text(row: 41, column: 16_384) == "末")
    }
}
