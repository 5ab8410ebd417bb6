import FenjieGrammar
import FenjieModel
import Testing

@Suite struct UnitRemarksTests {
    @Test("Remarks among the names are no units, and names behind them keep their prefix", arguments: cases)
    func reads(_ example: UnitExample) {
        example.check()
        #expect(UnitCell(parsing: example.cell).doubts.contains { $0.code == "unit-text-left-out" })
    }

    private static let cases: [UnitExample] = [
        UnitExample("省发展改革委、商务厅，下同", "省发展改革委/r | 省商务厅/r"),
        UnitExample("省发展改革委，下同，商务厅", "省发展改革委/r | 省商务厅/r"),
        UnitExample("市教育局、各县区政府，列第一位的为牵头单位，下同；以下均需各县市、区政府落实，不再列出", "市教育局/r | 各县区政府/rC"),
        UnitExample("市教育局、财政局；以下任务均需各县区政府落实，不再列出", "市教育局/r | 市财政局/r"),
        UnitExample("市教育局、财政局，各县区政府。以下不再做分工", "市教育局/r | 市财政局/r | 各县区政府/rC"),
        UnitExample("各项任务均需各县区政府落实；市教育局、财政局", "市教育局/r | 市财政局/r"),
        UnitExample("县教育局（督导单位：县政府办、县纪委）、财政局", "县教育局/r | 县财政局/r"),
        UnitExample("县教育局（验收单位：县住建局）", "县教育局/r"),
        UnitExample("牵头单位：县教育局；监督单位：县纪委、县审计局；责任单位：各镇", "县教育局/l | 各镇/rC"),
    ]

    @Test("A remark is quoted up to where it ends")
    func quotes() {
        let cell = UnitCell(parsing: "市教育局；以下均需各县市、区政府落实，不再列出；市财政局")
        #expect(cell.units.map(\.name) == ["市教育局", "市财政局"])
        #expect(cell.doubts.map(\.message.chinese) == ["“以下均需各县市、区政府落实，不再列出”不是单位名称，未计入"])
    }

    @Test("What only begins or ends like a remark is read", arguments: ["县教育局以下单位", "以下各单位", "下属各单位"])
    func units(_ text: String) {
        #expect(UnitCell(parsing: text).units.count == 1)
        #expect(UnitCell(parsing: text).doubts.allSatisfy { $0.code != "unit-text-left-out" })
    }
}
