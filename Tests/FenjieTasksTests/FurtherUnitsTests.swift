import FenjieGrammar
import FenjieModel
import FenjieTasks
import FenjieTemplates
import Testing

@Suite("Further columns of units")
struct FurtherUnitsTests {
    private static let cells = ("县水务局", "红石镇、白沙镇")

    /// The units of the one task, with the first letter of their role.
    private func units(_ first: String, _ second: String, _ cell: String = cells.1) throws -> ([String], [Finding]) {
        let written = try WrittenTable("序号|工作任务|\(first)|\(second)|完成时限\n1|修渠|\(Self.cells.0)|\(cell)|3月底前")
        let units = written.table.units(of: written.table.tasks[0]).flatMap(\.units)
        return (units.map { "\($0.role.rawValue.prefix(1))\($0.name)" }, written.findings)
    }

    @Test(
        "columns that name units count, whatever they are called",
        arguments: [
            ("责任单位", "落实单位"), ("责任单位", "实施单位"), ("责任单位", "监管单位"), ("责任单位", "项目单位"), ("责任单位", "承办单位"), ("责任单位", "责任乡镇"),
            ("市直责任单位", "县级责任单位"), ("落实单位", "责任单位"),
        ])
    func further(_ first: String, _ second: String) throws {
        let (units, findings) = try units(first, second)
        #expect(Set(units) == ["r县水务局", "r红石镇", "r白沙镇"])
        #expect(findings.filter { $0.code == "further-unit-column" }.map(\.severity) == [.info])
        #expect(!findings.contains { $0.code == "unit-column-left-out" })
    }

    @Test("each keeps the role of its heading")
    func roles() throws {
        #expect(try units("牵头单位", "主办单位").0 == ["l县水务局", "l红石镇", "l白沙镇"])
        #expect(try units("牵头单位", "落实单位").0.sorted() == ["l县水务局", "r白沙镇", "r红石镇"])
    }

    @Test(
        "offices and those who watch are left out with a warning",
        arguments: [("责任科室", "水利科"), ("督导单位", "县政府督查室"), ("监督部门", "县审计局")])
    func leftOut(_ heading: String, _ cell: String) throws {
        let (units, findings) = try units("责任单位", heading, cell)
        #expect(units == ["r县水务局"])
        #expect(findings.filter { $0.code == "unit-column-left-out" }.map(\.severity) == [.warning])
    }

    @Test(
        "columns of anything else stay what they are",
        arguments: [("实施单位", "按批复实施，另行通知"), ("落实单位", ""), ("备注", "县水务局")])
    func others(_ heading: String, _ cell: String) throws {
        let (units, findings) = try units("责任单位", heading, cell)
        #expect(units == ["r县水务局"])
        #expect(!findings.contains { $0.code == "further-unit-column" })
    }

    @Test("units as headings are no columns beside one of units")
    func matrix() throws {
        let text = "序号|工作任务|责任单位||时限\n||县教育局|县林业局|\n1|修渠|牵头|配合|3月底前"
        let merges = ["A1:A2", "B1:B2", "C1:D1", "E1:E2"]
        #expect(try !WrittenTable(text, merges: merges).findings.contains { $0.code == "unit-column-left-out" })
    }

    @Test("a heading of the template keeps its own meaning")
    func own() throws {
        var template = try Template(builtIn: "issued")
        var field = try #require(template.fields.last)
        (field.name, field.title, field.field, field.synonyms) = ("site", "项目单位", .other, [])
        template.fields.append(field)
        let sheet = Sheet(name: "表", rows: [["工作任务", "责任单位", "项目单位"], ["修渠", "县水务局", "红石镇"]])
        let table = try TaskTable.recognize(sheet, template: template).table
        #expect(table.units(of: table.tasks[0]).flatMap(\.units).map(\.name) == ["县水务局"])
    }
}
