import FenjieGrammar
import FenjieModel
import FenjieTasks
import FenjieTemplates
import Testing

@Suite struct SameAsAboveTests {
    private static func read(
        _ text: String, merges: [String] = []
    ) throws -> (rows: [String], findings: [Finding], table: TaskTable) {
        let rows = text.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
        }
        let sheet = Sheet(name: "表", rows: rows, merges: merges.compactMap { CellRange(parsing: $0) })
        let (table, findings) = try TaskTable.recognize(sheet, template: Template(builtIn: "issued"))
        return (table.tasks.map { $0.cells.joined(separator: "|") }, findings, table)
    }

    @Test(
        "A cell that says so takes the value above",
        arguments: ["同上", "〃", "″", "\"", "”", "同上行", "同前", "（同上）", "同 上", "同上。", "↑", "↓", "〃〃"])
    func takesValueAbove(_ mark: String) throws {
        let (rows, findings, table) = try Self.read(
            "序号|一级任务|具体要求|责任单位|完成时限\n1|甲|要求一|县水务局、县财政局|6月底前\n2|甲|要求二|\(mark)|\(mark)\n3|乙|要求三|县教育局|\(mark)")
        #expect(
            rows == [
                "1|甲||要求一|县水务局、县财政局|6月底前", "2|甲||要求二|县水务局、县财政局|6月底前", "3|乙||要求三|县教育局|6月底前",
            ])
        #expect(table.units(of: table.tasks[1]).flatMap(\.units).map(\.name) == ["县水务局", "县财政局"])
        let said = findings.filter { $0.code == "filled-from-above" }
        #expect(said.map(\.place.cell) == ["D3", "E3"])
        #expect(said.last?.message.chinese == "“完成时限”第 3、4 行写的是“同上”，沿用上一行的内容")
        #expect(!findings.contains { $0.code == "nothing-above" })
    }

    @Test("Marks below marks and below blanks reach the value that holds")
    func chains() throws {
        let text = "序号|一级任务|具体要求|责任单位|完成时限\n1|甲|要求一|县水务局|全年\n2||要求二||\n3||要求三|同上|同上\n4||要求四|同上|"
        #expect(
            try Self.read(text).rows == [
                "1|甲||要求一|县水务局|全年", "2|甲||要求二|县水务局|全年", "3|甲||要求三|县水务局|全年", "4|甲||要求四|县水务局|全年",
            ])
    }

    @Test("A task named 同上 is the task above, and starts no group")
    func headings() throws {
        let text = "序号|一级任务|具体要求|责任单位|完成时限\n1|甲|要求一|县水务局|全年\n2|同上|要求二||\n3|乙|要求三|县教育局|全年"
        #expect(
            try Self.read(text).rows == ["1|甲||要求一|县水务局|全年", "2|甲||要求二|县水务局|全年", "3|乙||要求三|县教育局|全年"])
    }

    @Test("A merged range that says so takes the value above it on each of its rows")
    func mergedMark() throws {
        let text = "序号|一级任务|具体要求|责任单位|完成时限\n1|甲|要求一|县水务局|全年\n2|乙|要求二|同上|全年\n3|丙|要求三||全年"
        let rows = try Self.read(text, merges: ["D3:D4"]).rows
        #expect(rows == ["1|甲||要求一|县水务局|全年", "2|乙||要求二|县水务局|全年", "3|丙||要求三|县水务局|全年"])
    }

    @Test("With nothing above there is a warning and no unit")
    func nothingAbove() throws {
        let text = "序号|一级任务|具体要求|责任单位|完成时限\n1|甲|要求一|同上|全年\n2|乙|要求二|同上|全年\n3|丙|要求三|县教育局|全年"
        let (rows, findings, table) = try Self.read(text)
        #expect(rows == ["1|甲||要求一|同上|全年", "2|乙||要求二|同上|全年", "3|丙||要求三|县教育局|全年"])
        #expect(table.units(of: table.tasks[0]).flatMap(\.units).isEmpty)
        let said = findings.filter { $0.code == "nothing-above" }
        #expect(said.map(\.place.cell) == ["D2", "D3"])
        #expect(said.allSatisfy { $0.severity == .warning })
        #expect(said.first?.message.chinese == "“责任单位”写的是“同上”，而上一行没有内容可沿用")
    }

    @Test("Requirements and remarks are text that somebody wrote")
    func otherColumns() throws {
        let text = "序号|一级任务|具体要求|责任单位|完成时限|备注\n1|甲|要求一|县水务局|全年|重点\n2|乙|同上|县教育局|全年|同上"
        let (rows, findings, _) = try Self.read(text)
        #expect(rows.last == "2|乙||同上|县教育局|全年|同上")
        #expect(!findings.contains { $0.code == "filled-from-above" })
    }
}
