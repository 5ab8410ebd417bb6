import FenjieFormats
import FenjieModel
import Testing

/// The registry of layouts.
struct TextLayoutsTests {
    @Test("names are unique and in kebab case")
    func names() {
        let names = TextLayouts().all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } })
        for name in names { #expect(TextLayouts().named(name)?.name == name) }
        #expect(TextLayouts().named("no-such-layout") == nil)
    }

    @Test("candidates come best first, each with a reason")
    func candidates() {
        let text = LayoutText(TextSetting.rows([InventedTable.headings] + InventedTable.rows, separator: "|"))
        let candidates = TextLayouts().candidates(for: text)
        #expect(candidates.first?.layout.name == "bars")
        #expect(zip(candidates, candidates.dropFirst()).allSatisfy { $0.score.value >= $1.score.value })
        #expect(candidates.allSatisfy { !$0.score.reason.chinese.isEmpty && !$0.score.reason.english.isEmpty })
    }

    @Test(
        "TABs within the rows part cells, whatever stands below",
        arguments: [
            "序号\t任务\t责任单位\t时限\n1\t清淤\t县水利局\t6月\n注：列在首位的牵头。",
            "护河任务表\n序号\t任务\t责任单位\t时限\n1\t清淤\t县水利局\t6月\n2\t\t县水利局\t\n注：列在首位的牵头。\n",
        ])
    func tabs(_ text: String) throws {
        let (layout, reading) = try TextLayouts().read(LayoutText(text))
        #expect(layout.name == "tsv")
        #expect(reading.sheets.first?.rows[1] == ["1", "清淤", "县水利局", "6月"])
        #expect(reading.after.map(\.text) == ["注：列在首位的牵头。"])
    }

    @Test("scores stay between 0 and 1", arguments: [(-1.0, 0.0), (2, 1), (0.5, 0.5), (.nan, 0)])
    func score(_ given: Double, _ kept: Double) {
        #expect(LayoutScore(given, Message("", "")).value == kept)
    }
}
