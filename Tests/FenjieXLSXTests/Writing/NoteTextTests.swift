import FenjieFiles
import FenjieModel
import FenjieTestSupport
import FenjieXLSX
import Testing

@Suite("Notes of merged cells", .enabled(if: WorkbookFacts.isPresent, WorkbookFacts.reason))
struct NoteTextTests {
    private static let rows = 1_500

    /// A unit cell merged over all rows, each with a finding about it.
    private func marks(_ note: (Int) -> String) -> [PrintedMark] {
        (1...Self.rows).map { PrintedMark(CellReference(row: $0, column: 2), tone: .bad, note: note($0)) }
    }

    private func note(_ note: (Int) -> String) throws -> [String] {
        let folder = Workdir()
        let range = CellRange(rows: 1...Self.rows, columns: 2...2)
        let sheet = Sheet(
            name: "表", rows: (1...Self.rows).map { ["\($0)", $0 == 1 ? "县水务局" : ""] }, merges: [range])
        let marks = marks(note)
        var output = try OutputFile(path: folder.path("a.xlsx"), replacing: false)
        _ = try MarkedWorkbookWriter().write(
            list: Samples.sheet(), sheets: [MarkedSheet(sheet, marks: marks, tableRows: nil)],
            properties: DocumentProperties(), to: &output)
        try output.commit()
        let marked = try WorkbookFacts(path: folder.path("a.xlsx"))["表/B1/note"]

        let columns = ["序", "单位"].map { PrintedColumn(heading: $0, width: 12) }
        let printed = try WorkbookFacts(
            Printout(
                sheets: [PrintedSheet(name: "表", columns: columns, rows: sheet.rows, merges: [range], marks: marks)]))
        #expect(printed["表/B2/note"] == marked)
        return try #require(marked).split(separator: "\\n").map(String.init)
    }

    @Test("the first few are written, and how many more there are") func manyNotes() throws {
        let lines = try note { "第 \($0) 行：单位不在名录中，请核对后改正。" }
        #expect(lines.first == "第 1 行：单位不在名录中，请核对后改正。")
        #expect(lines.count == 9)
        #expect(lines.last == "…… 另有 1492 条 (1492 more)")
    }

    @Test("a note that says the same for each row is written once") func sameNote() throws {
        #expect(try note { _ in "单位不在名录中" } == ["单位不在名录中"])
    }

    @Test("notes too long for one cell are cut") func longNotes() throws {
        let lines = try note { String(repeating: "长", count: 40_000) + "\($0)" }
        #expect(lines.count == 2 && lines[0].utf16.count == 30_000 && lines[0].hasSuffix("长…"))
        #expect(lines[1] == "…… 另有 1499 条 (1499 more)")
    }
}
