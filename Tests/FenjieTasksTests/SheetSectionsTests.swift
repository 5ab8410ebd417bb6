import FenjieModel
import FenjieTasks
import FenjieTemplates
import Testing

private let targets = "序号|指标|目标值|责任单位\n1|粮食产量|10万吨|县农业农村局\n2|造林|3千亩|县林业局\n"
private let tasks = "序号|工作任务|责任单位|完成时限\n1|修渠|县水务局|3月底前"

private let cases: [(title: String, text: String, starts: [Int])] = [
    ("right below the other", targets + tasks, [1, 4]),
    ("with a title between blank rows", targets + "|||\n表二 重点任务|||\n|||\n" + tasks, [1, 5]),
    ("behind the note of the one above", targets + "注：以统计口径为准|||\n二、重点任务|||\n" + tasks, [1, 5]),
    ("behind a signature", targets + "||青原县统计局|\n||2025年3月1日|\n重点任务|||\n" + tasks, [1, 6]),
    ("three of them", targets + tasks + "\n\n编号|项目名称|牵头单位\n1|水厂|县水务局", [1, 4, 7]),
    ("the same header again", tasks + "\n序号|工作任务|责任单位|完成时限\n2|植树|县林业局|全年", [1]),
    ("a part of the same header again", tasks + "\n序号|工作任务|责任单位\n2|植树|县林业局|全年", [1]),
    ("one table", targets, [1]),
    ("a task that speaks of headings", tasks + "\n2|完善责任单位、完成时限等栏目|县政府办|全年\n责任单位名称|核对|县委编办|全年", [1]),
    ("no table", "甲|乙\n丙|丁", [1]),
]

@Suite("Several tables on a sheet")
struct SheetSectionsTests {
    @Test("where they begin", arguments: cases)
    func parts(_ example: (title: String, text: String, starts: [Int])) throws {
        let rows = example.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
        }
        let sheet = Sheet(name: "表", rows: rows)
        let parts = sheet.tables(try Template(builtIn: "issued"))
        #expect(parts.map { ($0.rows.firstIndex { !$0.isEmpty } ?? 0) + 1 } == example.starts)
        #expect(parts.map(\.name) == ["表", "表（2）", "表（3）"].prefix(example.starts.count).map { $0 })
        // Nothing is lost, and rows keep their numbers.
        for (index, row) in rows.enumerated() {
            #expect(parts.filter { $0.rows.indices.contains(index) && $0.rows[index] == row }.count >= 1)
        }
    }

    @Test("each is read with headings of its own, far down the sheet too")
    func recognized() throws {
        let many = (3...400).map { "\($0)|指标\($0)|\($0)项|县统计局" }.joined(separator: "\n")
        let rows = (targets + many + "\n表二||||\n序号|工作任务|牵头单位|配合单位|时限\n1|修渠|县水务局|县财政局|3月底前")
            .split(separator: "\n").map {
                $0.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
            }
        let template = try Template(builtIn: "issued")
        let parts = Sheet(name: "表", rows: rows).tables(template)
        let last = try #require(parts.last)
        let table = try TaskTable.recognize(last, template: template).table
        #expect(parts.count == 2)
        #expect(table.title == "表二")
        #expect(table.tasks.map(\.place.row) == [404])
        #expect(table.tasks.map { $0.cells.joined(separator: "|") } == ["1|||修渠||3月底前|县水务局|县财政局"])
    }
}
