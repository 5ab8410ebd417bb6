import FenjieFiles
import FenjieFormats
import FenjieGrammar
import FenjieModel
import FenjiePipeline
import FenjieTasks
import FenjieTemplates
import FenjieTestSupport
import Testing

/// A table in one way of setting it as text, between the same lines.
struct Surrounded: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let table: String

    init(_ description: String, name: String = "表.txt", _ table: String) {
        testDescription = description
        self.name = name
        self.table = table
    }

    /// The table with what stands around it.
    var text: String { "填报单位：临河县河长办\n2027年护河任务表\n单位：公里\n\n" + table + "\n注：列在首位的单位牵头。\n各单位按季度报送。\n" }

    private static let rows = [
        ["序号", "工作任务", "责任单位", "完成时限"], ["1", "清淤河道", "县水利局", "5月底前"], ["2", "修补堤防", "县应急局", "6月底前"],
    ]

    private static func joined(_ opening: String, _ separator: String, _ closing: String) -> String {
        rows.map { opening + $0.joined(separator: separator) + closing + "\n" }.joined()
    }

    static let all: [Surrounded] = [
        Surrounded("bars", joined("| ", " | ", " |")),
        Surrounded("TABs", joined("", "\t", "")),
        Surrounded(
            "aligned", "序号  工作任务  责任单位  完成时限\n1     清淤河道  县水利局  5月底前\n2     修补堤防  县应急局  6月底前\n"),
        Surrounded("cells with bars", joined("", "|\n", "|")),
        Surrounded("bars on lines of their own", joined("", "\n|\n", "\n|")),
        Surrounded("blocks of cells", rows.map { $0.map { "\t" + $0 + "\n" }.joined() + "\n" }.joined()),
        Surrounded(
            "Markdown", name: "表.md",
            joined("| ", " | ", " |").replacing("完成时限 |\n", with: "完成时限 |\n|---|---|---|---|\n")),
        Surrounded("CSV", name: "表.csv", joined("", ",", "")),
    ]
}

@Suite("Task tables of whole files")
struct TableReaderTests {
    private func read(_ text: String, as name: String = "表.txt") throws -> TableReading {
        let folder = Workdir()
        let path = try folder.write(text, to: name)
        return try TableReader(options: ReadingOptions(), template: Template(builtIn: "issued"))
            .read(InputFile(path: path))
    }

    @Test("title, lines above and lines below are the table's in every layout", arguments: Surrounded.all)
    func surroundings(_ example: Surrounded) throws {
        let reading = try read(example.text, as: example.name)
        let table = try #require(reading.tables.first)
        #expect(table.title == "2027年护河任务表")
        #expect(table.preface == ["填报单位：临河县河长办", "单位：公里"])
        #expect(table.notes == ["注：列在首位的单位牵头。", "各单位按季度报送。"])
        #expect(table.tasks.map { table.text(.responsibleUnit, of: $0) } == ["县水利局", "县应急局"])
        #expect(table.deadline(of: table.tasks[0])?.due?.description == "2027-05-31")
        #expect(!reading.findings.contains { $0.code == "running-text-left-out" })
    }

    @Test("notes belong to the table above them")
    func notesOfTwoTables() throws {
        let text = """
            甲表任务清单
            | 序号 | 工作任务 | 责任单位 |
            | 1 | 种树 | 县林业局 |
            注：以面积计。
            乙表任务清单
            | 序号 | 工作事项 | 牵头单位 | 配合单位 |
            | 1 | 修路 | 县交通局 | 县财政局 |
            注：以里程计。
            """
        let tables = try read(text).tables
        #expect(tables.map(\.title) == ["甲表任务清单", "乙表任务清单"])
        #expect(tables.map(\.preface) == [[], []])
        #expect(tables.map(\.notes) == [["注：以面积计。"], ["注：以里程计。"]])
    }

    @Test("the body of a notice is left out and told, what belongs to its annex is kept")
    func notice() throws {
        let body = (1...9).map { "第\($0)段要求各单位认真落实护河任务，按期完成，并将情况报送县河长办汇总。\n" }.joined()
        let reading = try read("临河县河长办关于印发任务分工的通知\n" + body + "附件\n" + Surrounded.all[0].text)
        let table = try #require(reading.tables.first)
        #expect(table.title == "2027年护河任务表")
        #expect(table.preface == ["附件", "填报单位：临河县河长办", "单位：公里"])
        let finding = try #require(reading.findings.first { $0.code == "running-text-left-out" })
        #expect(finding.severity == .info)
        #expect(finding.message.english == "running text around the table was left out: 10 lines above, 0 below")
    }
}
