import FenjieFiles
import FenjieModel
import FenjieTestSupport
import FenjieXLSX
import Testing

@Suite struct PlainWorkbookWriterTests {
    private static func write(_ sheets: [Sheet]) throws -> (document: Document, findings: [Finding]) {
        let folder = Workdir()
        var output = try OutputFile(path: folder.path("a.xlsx"), replacing: false)
        let findings = try PlainWorkbookWriter().write(sheets, to: &output)
        try output.commit()
        return (try WorkbookReader(file: InputFile(path: folder.path("a.xlsx"))).document(), findings)
    }

    @Test("Sheets come out as they went in") func roundTrip() throws {
        let sheets = [
            Sheet(name: "参数", visibility: .hidden, rows: [["k", "v"]]),
            Sheet(
                name: "表", rows: [["007", "", "1-2"], [], ["=1", "二", "三", "四"]],
                merges: [CellRange(rows: 1...2, columns: 1...2)], hiddenRows: [3], hiddenColumns: [2]),
        ]
        let (document, findings) = try Self.write(sheets)
        #expect(findings.isEmpty)
        #expect(document.sheets.map(\.name) == ["参数", "表"])
        #expect(document.sheets[0].visibility == .hidden)
        #expect(document.sheets[1].merges == sheets[1].merges)
        #expect(document.sheets[1].hiddenRows == [3])
        #expect(document.sheets[1].hiddenColumns == [2])
        for row in 1...3 {
            for column in 1...4 {
                #expect(
                    document.sheets[1].text(row: row, column: column) == sheets[1].text(row: row, column: column))
            }
        }
    }

    @Test("Merges that a workbook cannot hold are left out and said") func merges() throws {
        let all = GridLimits.rows
        let sheet = Sheet(
            name: "表", rows: [["a", "b"], ["c", ""]],
            merges: [
                CellRange(rows: 1...1, columns: 1...2), CellRange(rows: 2...4, columns: 1...2),
                CellRange(rows: 3...5, columns: 2...3), CellRange(rows: 1...all, columns: 4...16_384),
                CellRange(rows: 9...9, columns: 9...9),
            ])
        let (document, findings) = try Self.write([sheet])
        #expect(document.sheets[0].merges == [CellRange(rows: 2...4, columns: 1...2)])
        #expect(findings.map(\.code) == ["merge-left-out", "merge-left-out", "merge-left-out"])
        #expect(document.sheets[0].text(row: 1, column: 2) == "b")
    }

    @Test("Names are made to fit, and one sheet shows") func names() throws {
        let (document, findings) = try Self.write([
            Sheet(name: "a/b", visibility: .hidden, rows: [["1"]]), Sheet(name: "A／B", visibility: .hidden),
        ])
        #expect(document.sheets.map(\.name) == ["a／b", "A／B(2)"])
        #expect(document.sheets.map(\.visibility) == [.visible, .hidden])
        #expect(findings.map(\.code) == ["sheet-renamed", "sheet-renamed"])
        #expect(try Self.write([]).document.sheets.count == 1)
    }

    @Test("Random sheets read back the same; seeds are printed", arguments: [11, 12, 13] as [UInt64])
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces = ["任务", "\n", "_x000A_", "\u{2}", "\"", ",", "=", "00", "😀", " ", "-", "\t", "&lt;"]
        let rows = (0..<30).map { _ in
            (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? ""
                }.joined()
            }
        }
        let (document, _) = try Self.write([Sheet(name: "表", rows: rows)])
        for (index, row) in rows.enumerated() {
            for (column, text) in row.enumerated() {
                #expect(document.sheets[0].text(row: index + 1, column: column + 1) == text, "seed \(seed)")
            }
        }
    }
}
