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

    @Test("scores stay between 0 and 1", arguments: [(-1.0, 0.0), (2, 1), (0.5, 0.5), (.nan, 0)])
    func score(_ given: Double, _ kept: Double) {
        #expect(LayoutScore(given, Message("", "")).value == kept)
    }
}
