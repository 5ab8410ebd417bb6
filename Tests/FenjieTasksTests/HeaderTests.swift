import FenjieGrammar
import FenjieModel
import FenjieTasks
import Testing

@Suite("Headers of several rows")
struct HeaderTests {
    private static let three = """
        序号|任务名称|责任分工||||时间安排|
        ||市级||县级||启动时间|办结时间
        ||牵头单位|配合单位|牵头单位|配合单位||
        1|修渠|市水务局|市财政局|青原县人民政府||2月|8月底前
        2|植树|市林业局|市财政局|红石区人民政府||3月|9月底前
        """

    @Test(
        "three rows, with merged ranges and without",
        arguments: [["A1:A3", "B1:B3", "C1:F1", "C2:D2", "E2:F2", "G1:H1", "G2:G3", "H2:H3"], []])
    func threeRows(_ merges: [String]) throws {
        let written = try WrittenTable(Self.three, merges: merges)
        #expect(written.table.headerRows == 1...3)
        #expect(written.table.tasks.map { written.table.text(.deadline, of: $0) } == ["8月底前", "9月底前"])
        let units = written.table.units(of: written.table.tasks[0]).flatMap(\.units)
        #expect(units.map { "\($0.role.rawValue.prefix(1))\($0.name)" } == ["l市水务局", "a市财政局", "l青原县人民政府"])
    }

    @Test("what no heading says alone keeps those above it")
    func joined() throws {
        let text = """
            序号|工作任务|责任单位|计划||
            |||投资||人数
            |||上旬|下旬|
            1|修渠|县水务局|3|4|5
            """
        let merges = ["A1:A3", "B1:B3", "C1:C3", "D1:F1", "D2:E2", "F2:F3"]
        let headings = try WrittenTable(text, merges: merges).table.columns.map(\.heading)
        #expect(headings.suffix(3) == ["计划（投资上旬）", "计划（投资下旬）", "计划（人数）"])
    }

    @Test("a merged cell that reaches from the header into the first task makes no task a heading")
    func intoTasks() throws {
        let text = "序号|工作任务|责任单位|备注\n1|修渠|县水务局|\n2|植树|县林业局|"
        #expect(try WrittenTable(text, merges: ["D1:D3"]).table.tasks.count == 2)
    }
}
