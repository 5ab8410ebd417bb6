import FenjieModel
import FenjieRules
import FenjieTasks
import FenjieTemplates
import FenjieTestSupport
import Testing

@Suite struct ListRuleTests {
    private static let descriptor =
        #"{"name":"t","title":"表","fields":[{"name":"number","title":"序号"},{"name":"responsible_unit","title":"责任单位","type":"list"}]}"#

    /// Whether an item is empty, told by scalars rather than by bytes.
    private static func hasEmptyItem(_ text: String) -> Bool {
        var wasSeparator = true
        for scalar in text.unicodeScalars {
            if "、，；,;".unicodeScalars.contains(scalar) {
                if wasSeparator { return true }
                wasSeparator = true
            } else if scalar.value > 0x20, !"\u{A0}\u{3000}\u{FEFF}\u{200B}".unicodeScalars.contains(scalar) {
                wasSeparator = false
            }
        }
        return false
    }

    @Test func `Empty items are found among characters of any width`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("、，；,;局委会 \u{3000}\u{A0}\u{200B}aé—～「」한鿿䀀𠮷！".unicodeScalars)
        let template = try Template(descriptor: Array(Self.descriptor.utf8), file: "t.json")
        let values = (0..<2_000).map { _ in
            var text = "局"
            for _ in 0..<Int.random(in: 0...9, using: &generator) {
                text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "a")
            }
            text.append("局")
            return text
        }
        let sheet = Sheet(
            name: "表", rows: [["序号", "责任单位"]] + values.enumerated().map { [String($0.offset + 1), $0.element] })
        let table = try TaskTable.recognize(sheet, template: template).table
        let found = Set(
            table.check(against: template, source: sheet).filter { $0.code == "list-item-empty" }
                .compactMap(\.place.row))
        for (index, value) in values.enumerated() {
            #expect(found.contains(index + 2) == Self.hasEmptyItem(value), "seed \(seed), \(value.unicodeScalars)")
        }
    }
}
