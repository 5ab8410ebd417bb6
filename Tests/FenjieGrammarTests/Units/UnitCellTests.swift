import FenjieGrammar
import FenjieModel
import FenjieTestSupport
import FenjieText
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#endif

@Suite struct UnitCellTests {
    private struct Labelled: Decodable {
        struct Unit: Decodable {
            var name: String
            var role: String
            var collective: Bool?
            var open: Bool?
        }
        var cell: String
        var units: [Unit]
    }

    @Test(
        "Every labelled cell is read as labelled",
        .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.reason)))
    func labelledCells() throws {
        let data = try Data(contentsOf: URL(filePath: SharedData.path("golden/units.json")))
        let cells = try JSONDecoder().decode([Labelled].self, from: data)
        #expect(cells.count == 79)
        for labelled in cells {
            let cell = UnitCell(parsing: labelled.cell)
            let found = cell.units.map { "\($0.name) \($0.role.label) \($0.isCollective)" }
            let wanted = labelled.units.map { "\($0.name) \($0.role) \($0.collective ?? false)" }
            #expect(found == wanted, "\(labelled.cell)")
            #expect(cell.isOpen == labelled.units.contains { $0.open ?? false }, "\(labelled.cell)")
        }
    }

    @Test("The column says the role of units without a label or verb", arguments: Role.allCases)
    func columnRole(_ role: Role) {
        let cell = UnitCell(parsing: "市教育局、市财政局，市公安局配合", role: role)
        #expect(cell.units.map(\.role) == [role, role, .assisting])
    }

    @Test("The first unit leads only where the switch says so and nothing else does")
    func firstLeads() {
        let options = UnitGrammar.Options(firstLeads: true)
        let plain = UnitCell(parsing: "市教育局、市财政局", options: options)
        #expect(plain.units.map(\.role) == [.lead, .responsible])
        let labelled = UnitCell(parsing: "市教育局、市财政局配合", options: options)
        #expect(labelled.units.map(\.role) == [.assisting, .assisting])
        #expect(UnitCell(parsing: "市教育局、市财政局").units.map(\.role) == [.responsible, .responsible])
    }

    @Test("Known names win over the grammar")
    func knownNames() {
        let known = UnitGrammar.KnownNames(
            units: ["市教育局和体育局", "教育局", "云、水研究院"], collectives: ["三区联席会"])
        let options = UnitGrammar.Options(known: known)
        UnitExample("市教育局和体育局、教育局", "市教育局和体育局/r | 教育局/r").check(options: options)
        UnitExample("市财政局和教育局、公安局", "市财政局/r | 教育局/r | 市公安局/r").check(options: options)
        UnitExample("云、水研究院，三区联席会等部门", "云、水研究院/r | 三区联席会/rCO").check(options: options)
    }

    @Test(
        "Cells that say none hold no unit",
        arguments: ["", " ", "无", "无。", "/", "／", "—", "——", "-", "暂无", "\n", "、", "（）"])
    func noUnit(_ text: String) {
        #expect(UnitCell(parsing: text).units.isEmpty)
    }

    @Test("A repeated unit counts once and is reported")
    func duplicates() {
        let cell = UnitCell(parsing: "市教育局、市财政局、市教育局")
        #expect(cell.units.map(\.name) == ["市教育局", "市财政局"])
        #expect(cell.doubts.map(\.code) == ["unit-duplicate"])
        let roles = UnitCell(parsing: "市教育局牵头，市教育局、市财政局配合")
        #expect(roles.units.count == 3)
    }

    @Test(
        "What is uncertain is reported",
        arguments: [
            ("县各镇人民政府", "unit-name-broken"), ("市教育局（市体育局、市财政局", "unit-bracket-uneven"),
            ("指导单位：市教育局", "unit-label-unknown"), ("市教育局（排第一位的为牵头单位）", "unit-first-leads-note"),
            ("市教育局 张三", "unit-text-left-out"), ("市发展改", "unit-name-incomplete"),
        ])
    func doubts(_ text: String, _ code: String) {
        #expect(UnitCell(parsing: text).doubts.map(\.code) == [code])
    }

    @Test("Nothing is wrong with the corps and its cities")
    func corps() {
        #expect(UnitCell(parsing: "兵团各师市").doubts.isEmpty)
    }

    @Test("A note in running text suggests that the first unit leads")
    func proseNote() {
        #expect(UnitGrammar.firstLeadsNote(in: ["一、总体要求", "注：列在首位的责任单位为牵头单位。"])?.code == "unit-first-leads-note")
        #expect(UnitGrammar.firstLeadsNote(in: ["第一季度完成方案；市教育局牵头"]) == nil)
        #expect(UnitGrammar.firstLeadsNote(in: ["由牵头单位汇总。", ""]) == nil)
    }

    @Test("A cell becomes one JSON line")
    func json() {
        let cell = UnitCell(parsing: "市教育局牵头，各县区配合")
        #expect(
            cell.json().text()
                == #"{"cell":"市教育局牵头，各县区配合","units":[{"name":"市教育局","role":"lead","collective":false,"open":false},"#
                + #"{"name":"各县区","role":"assist","collective":true,"open":false}]}"#)
    }
}
