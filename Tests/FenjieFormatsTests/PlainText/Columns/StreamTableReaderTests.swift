import FenjieFormats
import FenjieModel
import Testing

/// Streams of cells whose rows are found by their numbers.
struct StreamTableReaderTests {
    private static let headings = ["序号", "工作任务", "责任单位", "完成时限"]

    private static func task(_ number: Int) -> [String] { ["\(number)", "整治第\(number)条河道，清除淤泥。", "县水利局", "9月底前"] }

    private func read(_ cells: [String], behind end: String) throws -> LayoutReading {
        try TextLayouts().read(LayoutText(cells.map { $0 + end }.joined())).reading
    }

    @Test(
        "numbers may jump where a group begins",
        arguments: [
            ("one cell a line", "\n", [[3], [6, 7, 8]]), ("one cell a paragraph", "\n\n", [[3], [6, 7, 8]]),
            ("with bars", "|\n", [[3], [6, 7, 8]]), ("several jumps", "\n", [[2, 4], [9, 10], [15]]),
        ])
    func jumps(_ title: String, end: String, groups: [[Int]]) throws {
        let names = ["一、主干河道", "二、支流", "三、沟渠"]
        let cells = zip(names, groups).flatMap { name, numbers in [name] + numbers.flatMap(Self.task) }
        let reading = try read(Self.headings + cells, behind: end)
        let expected = zip(names, groups).flatMap { name, numbers in [[name, "", "", ""]] + numbers.map(Self.task) }
        #expect(reading.sheets.map(\.rows) == [[Self.headings] + expected])
        #expect(!reading.findings.contains { $0.code == "text-after-table" })
    }

    @Test(
        "a title above the headings is none of them",
        arguments: ["临河县水利局重点任务分解表", "2027年临河县水利局重点任务分解表", "临河县河湖治理责任单位工作任务清单"])
    func title(_ title: String) throws {
        let headings = ["序号", "重点工作任务", "主要责任单位", "协同配合单位"]
        let rows = ["一、主干河道"] + ["1", "清淤疏浚12公里。", "县水利局", "县财政局、各镇"]
        let more = ["二、支流"] + ["2", "拆除阻水建筑。", "县水利局", "县公安局", "3", "种植护岸林。", "县林业局", "各镇"]
        let reading = try read([title] + headings + rows + more, behind: "\n\n")
        #expect(reading.sheets.first?.rows.first == headings)
        #expect(reading.sheets.first?.rows.count == 6)
        #expect(reading.before.map(\.text) == [title])
    }
}
