import FenjieModel
import FenjieTasks
import Testing

@Suite("Rows of the form below a header")
struct FillerRowTests {
    @Test(
        "columns counted, and examples",
        arguments: [
            ("甲|1|2|3", true), ("甲|乙|1|2", true), ("1|2|3|4", true), ("（1）|（2）|（3）|（4）", true), ("栏次|1|2|3", true),
            ("示例|修渠X公里|县某局|X月底前", true), ("例1|修渠|县水务局|3月底前", true), ("|【填写示例】|县某局|", true),
            ("1|修渠|县水务局|3月底前", false), ("甲|修渠|县水务局|3月底前", false), ("1|示例校建设|县教育局|全年", false), ("1|2|3|5", false),
            ("1|2||", false),
        ])
    func filler(_ row: String, _ isFiller: Bool) throws {
        let written = try WrittenTable("序号|工作任务|责任单位|完成时限\n\(row)\n7|植树|县林业局|全年")
        #expect(written.rows.count == (isFiller ? 1 : 2))
        #expect(written.rows.last == "7|||植树|县林业局|全年")
        #expect(written.findings.filter { $0.code == "filler-row" }.map(\.place.row) == (isFiller ? [2] : []))
    }

    @Test("further down they are tasks")
    func later() throws {
        let written = try WrittenTable("序号|工作任务|责任单位|完成时限\n1|植树|县林业局|全年\n例|修渠|县水务局|全年")
        #expect(written.rows.count == 2)
    }
}
