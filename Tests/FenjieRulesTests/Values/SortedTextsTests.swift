import FenjieRules
import FenjieTestSupport
import Testing

@Suite struct SortedTextsTests {
    @Test func `Just the texts are found`() {
        let long = String(repeating: "长", count: 40)
        let texts = SortedTexts(["无", "/", "——", "不涉及", "", long])
        for (value, isFound) in [
            ("无", true), ("/", true), ("——", true), ("不涉及", true), ("", true), (long, true), ("—", false),
            ("有", false), ("//", false), ("不涉", false), (long + "长", false), (String(long.dropLast()), false),
        ] {
            let bytes = Array("x\(value)x".utf8)
            #expect(texts.contains(bytes, 1..<(bytes.count - 1)) == isFound, "\(value)")
        }
        #expect(!SortedTexts([]).contains([], 0..<0))
    }

    @Test func `What is found is what a set finds`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        func text() -> String {
            String(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in "甲a/".randomElement(using: &generator) ?? "a"
                })
        }
        for _ in 0..<100 {
            let texts = Set((0..<8).map { _ in text() })
            let sorted = SortedTexts(texts)
            for _ in 0..<50 {
                let value = text()
                let bytes = Array(value.utf8)
                #expect(
                    sorted.contains(bytes, 0..<bytes.count) == texts.contains(value), "seed \(seed), \(texts), \(value)"
                )
            }
        }
    }
}
