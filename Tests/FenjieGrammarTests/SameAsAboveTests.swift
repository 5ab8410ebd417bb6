import FenjieGrammar
import FenjieModel
import Testing

@Suite struct SameAsAboveTests {
    @Test(
        "What stands for the cell above", arguments: ["同上", "〃", " 同 上 ", "（同上）", "同上一行", "同前", "″", "\"", "↓", "如上"])
    func marks(_ text: String) {
        #expect(SameAsAbove.isMeant(by: text))
    }

    @Test(
        "What does not",
        arguments: [
            "", " ", "同", "上", "同心县", "如皋市", "与会单位", "/", "—", "无", "县教育局", "同上级部门对接", "12", "→", "“”“”", "（）",
        ])
    func others(_ text: String) {
        #expect(!SameAsAbove.isMeant(by: text))
    }

    @Test(
        "A cell of units that says so holds none, and that is said",
        arguments: ["同上", "〃", "″", "同上行", "（同上）", "”", "\""])
    func cells(_ text: String) {
        let cell = UnitCell(parsing: text)
        #expect(cell.units.isEmpty)
        #expect(cell.doubts.map(\.code) == ["unit-text-left-out"])
    }

    @Test("Beside units it is left out")
    func besideUnits() {
        let cell = UnitCell(parsing: "县教育局、同上")
        #expect(cell.units.map(\.name) == ["县教育局"])
        #expect(cell.doubts.map(\.code) == ["unit-text-left-out"])
    }
}
