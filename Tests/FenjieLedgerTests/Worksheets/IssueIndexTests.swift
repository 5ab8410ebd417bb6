import FenjieGrammar
import FenjieLedger
import FenjieModel
import Testing

@Suite struct IssueIndexTests {
    private func plan(by basis: SplitBasis = .unit, only: [String] = []) throws -> IssuePlan {
        let issue = try SampleIssue.issue(by: basis)
        let split = only.isEmpty ? issue.split : try issue.split.selecting(only)
        return IssuePlan(
            WorksheetIssue(split, template: issue.template, period: issue.period, reading: SampleIssue.reading),
            pattern: .standard, fileExtension: ".xlsx")
    }

    @Test func `The index lists every worksheet and proves the pairs`() throws {
        let index = IssueIndex(try plan())
        #expect(
            index.sheet.rows == [
                ["序号", "单位", "文件", "牵头", "负责", "配合", "应发任务", "实发任务", "最早时限", "备注"],
                ["1", "水务局", "01-水务局.xlsx", "1", "2", "0", "3", "3", "2024-06-30", ""],
                ["2", "财政局", "02-财政局.xlsx", "0", "1", "1", "2", "2", "2024-06-30", ""],
                ["3", "教育局", "03-教育局.xlsx", "0", "1", "0", "1", "1", "2024-12-31", "1 项的单位名单未列全"],
                ["4", "未明确责任单位", "04-未明确责任单位.xlsx", "0", "0", "0", "1", "1", "2024-12-31", "原表未写明"],
                ["", "合计", "4 个文件", "1", "4", "1", "7", "7", "", "核对一致"],
            ])
        #expect(index.proof.chinese == "核对：原表任务 5 项，任务×单位 7 对；拆分后任务 5 项，任务×单位 7 对，一致。")
        #expect(
            index.proof.english
                == "Proof: 5 tasks and 7 pairs of task and unit went in, 5 tasks and 7 pairs came out; they agree.")
    }

    @Test func `The printed index leads to the files`() throws {
        let sheet = IssueIndex(try plan()).printedSheet()
        #expect(sheet.links.map(\.target) == ["01-水务局", "02-财政局", "03-教育局", "04-未明确责任单位"].map { .file($0 + ".xlsx") })
        #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count })
        let inside = IssueIndex(try plan()).printedSheet(linkingTo: (0..<4).map { .sheet("表\($0)") })
        #expect(inside.links.first?.anchor == .cell(CellReference(row: 1, column: 2)))
    }

    @Test func `A selection is said to be one`() throws {
        let rows = IssueIndex(try plan(only: ["财政局"])).sheet.rows
        #expect(rows.count == 3)
        // The number is that of the whole issue, so that a file sent again has its old name.
        #expect(rows[1].prefix(3) == ["2", "财政局", "02-财政局.xlsx"])
        #expect(rows[2] == ["", "合计", "1 个文件", "0", "1", "1", "2", "2", "", "全部 4 份中的 1 份"])
    }

    @Test(arguments: [SplitBasis.role, .task, .deadline])
    func `Other bases have no columns of roles`(basis: SplitBasis) throws {
        let index = IssueIndex(try plan(by: basis))
        #expect(index.headings.count == 7)
        #expect(index.sheet.rows.allSatisfy { $0.count == 7 })
    }

    @Test func `The covering letter reads in both languages`() throws {
        let letter = CoveringLetter(try plan())
        #expect(
            letter.text(folder: "下发/", in: .chinese) == """
                《某县2024年重点任务分解表》共 5 项任务，2024年第二季度，按单位拆分为 4 份任务表，其中 3 份有名称，1 份为原表未写明的。

                  1. 水务局：3 项（牵头 1，负责 2），最早时限 2024-06-30 → 01-水务局.xlsx
                  2. 财政局：2 项（负责 1，配合 1），最早时限 2024-06-30 → 02-财政局.xlsx
                  3. 教育局：1 项（负责 1），最早时限 2024-12-31 → 03-教育局.xlsx
                  4. 未明确责任单位：1 项，最早时限 2024-12-31 → 04-未明确责任单位.xlsx

                核对：原表任务 5 项，任务×单位 7 对；拆分后任务 5 项，任务×单位 7 对，一致。

                发出前请留意：
                  未明确责任单位的任务：4

                以上为预览，没有写任何文件；去掉 --dry-run 即写入 下发/。

                """)
        #expect(
            letter.text(folder: "out", in: .english).hasPrefix(
                "某县2024年重点任务分解表 has 5 tasks, 2024年第二季度; split by unit it makes 4 worksheets, 3 of them with a name."))
    }
}
