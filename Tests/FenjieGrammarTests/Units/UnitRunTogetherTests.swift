import FenjieGrammar
import FenjieModel
import Testing

@Suite struct UnitRunTogetherTests {
    @Test("Names without a mark between them are cut at endings", arguments: cases)
    func reads(_ example: UnitExample) { example.check() }

    private static let cases: [UnitExample] = [
        UnitExample("五星街道南大街街道荷花池街道", "五星街道/r | 南大街街道/r | 荷花池街道/r"),
        UnitExample("市教育局财政局公安局", "市教育局/r | 市财政局/r | 市公安局/r"),
        UnitExample("市教育局市财政局市公安局", "市教育局/r | 市财政局/r | 市公安局/r"),
        UnitExample("经开区高新园(柳河镇)各街道市国有公司", "经开区/r | 高新园(柳河镇)/r | 各街道/rC | 市国有公司/rC"),
        UnitExample("团结街道前进街道", "团结街道/r | 前进街道/r"),
        UnitExample("青石镇白水镇柳河乡", "青石镇/r | 白水镇/r | 柳河乡/r"),
    ]

    @Test("Names that hold an ending inside stay whole", arguments: whole)
    func keeps(_ example: UnitExample) { example.check() }

    private static let whole: [UnitExample] = [
        UnitExample("青禾市生态环境局柳河县分局", "青禾市生态环境局柳河县分局/r"),
        UnitExample("市公安局交警支队", "市公安局交警支队/r"),
        UnitExample("国家税务总局柳河县税务局", "国家税务总局柳河县税务局/r"),
        UnitExample("县委组织部老干部局", "县委组织部老干部局/r"),
        UnitExample("县政府各部门", "县政府各部门/rC"),
        UnitExample("市教育局各科室", "市教育局各科室/rC"),
        UnitExample("市纪委市监委", "市纪委市监委/r"),
    ]

    @Test("A cut is reported with the name before it")
    func reportsCut() {
        let cell = UnitCell(parsing: "市教育局市财政局")
        #expect(cell.doubts.map(\.code) == ["unit-run-together"])
        #expect(cell.doubts.first?.unit == "市教育局")
    }
}
