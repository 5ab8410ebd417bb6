import FenjieModel
import FenjieTestSupport
import FenjieXLSX
import Testing

@Suite(.enabled(if: WorkbookFacts.isPresent, WorkbookFacts.reason))
struct RowHeightTests {
    /// Columns that fill a page, so that none is stretched.
    private static let columns = [
        PrintedColumn(heading: "甲", width: 20), PrintedColumn(heading: "乙", width: 40),
        PrintedColumn(heading: "丙", width: 90),
    ]

    private static func facts(_ rows: [[String]], merges: [CellRange] = []) throws -> WorkbookFacts {
        try WorkbookFacts(
            Printout(sheets: [PrintedSheet(name: "表", columns: columns, rows: rows, merges: merges)]))
    }

    @Test("A row shows all lines of its longest cell")
    func lines() throws {
        let facts = try Self.facts([
            ["一", "二", "三"],
            [String(repeating: "字", count: 18), "", ""],
            ["一\n二\n三\n四", "", ""],
            ["", String(repeating: "字", count: 190), ""],
        ])
        #expect(facts.height("表", 2) == 22)
        #expect(facts.height("表", 3) >= 2 * 15)
        #expect(facts.height("表", 4) >= 4 * 15)
        #expect(facts.height("表", 5) >= 10 * 15)
        #expect(facts.height("表", 5) <= 12 * 16 + 5)
    }

    @Test("The rows of a merged cell share what it needs") func merged() throws {
        let facts = try Self.facts(
            [[String(repeating: "合并单元格", count: 20), "短", "短"], ["", "短", "短"], ["", "短", "短"]],
            merges: [CellRange(rows: 1...3, columns: 1...1)])
        let heights = (2...4).map { facts.height("表", $0) }
        // 100 characters, nine on a line.
        #expect(heights.reduce(0, +) >= 12 * 15)
        #expect((heights.max() ?? 0) - (heights.min() ?? 0) <= 1)
    }

    @Test("Text too tall for a row widens its column and then shrinks") func tall() throws {
        let text = String(repeating: "这一段文字特别长。", count: 120)
        let facts = try Self.facts([[text, "", ""]])
        #expect(facts["表/A2/s"] == text)
        #expect((facts["表/width/A"].flatMap(Double.init) ?? 0) > 40)
        #expect(facts.height("表", 2) <= 409)
    }

    @Test("Text that no row can show is a finding, and whole in the file") func cut() throws {
        let text = String(repeating: "这一段文字特别长。", count: 3_000)
        let folder = try WorkbookRoundTrip(
            PrintedSheet(name: "表", columns: Self.columns, rows: [["", "", ""], ["", text, ""]]))
        #expect(folder.findings.map(\.code).contains("row-too-tall"))
        #expect(folder.findings.first { $0.code == "row-too-tall" }?.place.row == 3)
        #expect(folder.facts["表/B3/s"] == text)
        #expect(folder.facts.height("表", 3) == 409)
    }

    @Test("Merged text that the end of a page may part stands in its first row") func parted() throws {
        let rows = (1...60).map { ["第一组任务", "要求\($0)", String(repeating: "内容", count: 60)] }
        let facts = try Self.facts(rows, merges: [CellRange(rows: 1...60, columns: 1...1)])
        #expect(facts["表/A2/vertical"] == "top")
        let short = try Self.facts(Array(rows.prefix(3)), merges: [CellRange(rows: 1...3, columns: 1...1)])
        #expect(short["表/A2/vertical"] == "center")
    }

    @Test("Narrow tables are stretched to the page; wide ones keep their widths") func widths() throws {
        let narrow = try WorkbookFacts(
            Printout(
                sheets: [
                    PrintedSheet(
                        name: "表",
                        columns: [PrintedColumn(heading: "序号", width: 6), PrintedColumn(heading: "乙", width: 80)],
                        rows: [])
                ]))
        #expect(narrow["表/width/A"] == "6.7")
        #expect((narrow["表/width/B"].flatMap(Double.init) ?? 0) > 120)
        let wide = try Self.facts([])
        #expect(wide["表/width/B"] == "40.7")
    }

    @Test("Signatures share one row where there is room, and get more where there is not") func signatures() throws {
        let labels = ["填报人", "审核人", "联系电话", "填报日期"]
        let wide = try WorkbookFacts(Printout(sheets: [Samples.sheet { $0.signatures = labels }]))
        #expect(wide.keys("任务表/merge/").filter { $0.hasSuffix("7") }.count >= 2)
        #expect(wide.height("任务表", 7) == 30)
        #expect(wide.height("任务表", 8) == 0)
        let narrow = try WorkbookFacts(
            Printout(
                sheets: [
                    PrintedSheet(
                        name: "表", columns: [PrintedColumn(heading: "内容", width: 80)], rows: [["无"]], signatures: labels
                    )
                ]))
        #expect(narrow["表/A7/s"] == "填报日期：")
    }

    @Test("A signature block of several rows begins a page rather than being parted", arguments: [(5, ""), (15, "16")])
    func signaturePages(rows: Int, breaks: String) throws {
        let facts = try WorkbookFacts(
            Printout(
                sheets: [
                    PrintedSheet(
                        name: "表", columns: [PrintedColumn(heading: "内容", width: 80)],
                        rows: Array(repeating: ["无"], count: rows),
                        signatures: ["填报人", "审核人", "联系电话", "填报日期"])
                ]))
        #expect(facts["表/breaks"] == breaks)
    }
}

/// A sheet written and read again, with what the writer said about it.
private struct WorkbookRoundTrip {
    let facts: WorkbookFacts
    let findings: [Finding]

    init(_ sheet: PrintedSheet) throws {
        let folder = Workdir()
        findings = try WorkbookFacts.write(Printout(sheets: [sheet]), to: folder.path("a.xlsx"))
        facts = try WorkbookFacts(path: folder.path("a.xlsx"))
    }
}
