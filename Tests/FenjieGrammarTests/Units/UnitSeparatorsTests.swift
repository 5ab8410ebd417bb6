import FenjieGrammar
import Testing

@Suite struct UnitSeparatorsTests {
    @Test("Marks and list numbers part units", arguments: cases)
    func reads(_ example: UnitExample) { example.check() }

    private static let cases: [UnitExample] = [
        UnitExample("1.市教育局；2.市财政局", "市教育局/r | 市财政局/r"),
        UnitExample("1、市教育局2、市财政局", "市教育局/r | 市财政局/r"),
        UnitExample("①市教育局②市财政局", "市教育局/r | 市财政局/r"),
        UnitExample("无", ""),
        UnitExample("/", ""),
        UnitExample("—", ""),
        UnitExample("市教育局/市财政局", "市教育局/r | 市财政局/r"),
        UnitExample("市农业农村局、市水利局；各县区政府", "市农业农村局/r | 市水利局/r | 各县区政府/rC"),
        UnitExample("市教育局,市财政局;市公安局", "市教育局/r | 市财政局/r | 市公安局/r"),
        UnitExample("市教育局﹑市财政局", "市教育局/r | 市财政局/r"),
        UnitExample("市教育局.市财政局.市公安局", "市教育局/r | 市财政局/r | 市公安局/r"),
        UnitExample("市教育局·市财政局", "市教育局/r | 市财政局/r"),
        UnitExample("市教育局、、市财政局", "市教育局/r | 市财政局/r"),
        UnitExample("、市教育局、市财政局、", "市教育局/r | 市财政局/r"),
        UnitExample("市教育局;", "市教育局/r"),
        UnitExample("一、市教育局；二、市财政局", "市教育局/r | 市财政局/r"),
        UnitExample("市教育局；市财政局；", "市教育局/r | 市财政局/r"),
        UnitExample("6个街道、3个镇", "6个街道/rC | 3个镇/rC"),
        UnitExample("110指挥中心", "110指挥中心/r"),
        UnitExample("1）县教育局 2）县财政局", "县教育局/r | 县财政局/r"),
        UnitExample("1)县教育局；2)县财政局", "县教育局/r | 县财政局/r"),
        UnitExample("（1）县教育局（2）县财政局", "县教育局/r | 县财政局/r"),
        UnitExample("县教育局*、县财政局", "县教育局/r | 县财政局/r"),
        UnitExample("★县教育局、县财政局※", "县教育局/r | 县财政局/r"),
    ]
}
