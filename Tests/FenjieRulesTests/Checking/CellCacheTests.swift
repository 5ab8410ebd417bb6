import FenjieRules
import Testing

@Suite struct CellCacheTests {
    @Test func `Each text is read once, byte by byte`() {
        var read: [String] = []
        let cache = CellCache { text in
            read.append(text)
            return text.unicodeScalars.count
        }
        for (text, reading) in [("全年", 2), ("", 0), ("全年", 2), ("é", 1), ("e\u{301}", 2), ("é", 1), ("", 0)] {
            #expect(cache.reading(of: text) == reading)
        }
        #expect(read.map { Array($0.utf8) } == ["全年", "", "é", "e\u{301}"].map { Array($0.utf8) })
    }

    @Test func `Many texts do not fill the memory, and none gets the reading of another`() {
        let cache = CellCache { $0 }
        for number in 0..<30_000 {
            #expect(cache.reading(of: "时限\(number)") == "时限\(number)")
            #expect(cache.count <= 8_192)
        }
        for number in [0, 29_999, 1, 29_998] { #expect(cache.reading(of: "时限\(number)") == "时限\(number)") }
    }

    @Test func `Long texts do not fill the memory either`() {
        let cache = CellCache { $0.utf8.count }
        for number in 0..<24 {
            let text = String(repeating: "x", count: 1_000_000 + number)
            #expect(cache.reading(of: text) == 1_000_000 + number)
            #expect(cache.count <= 4)
        }
        let huge = String(repeating: "x", count: 5_000_000)
        #expect(cache.reading(of: huge) == 5_000_000)
        #expect(cache.reading(of: huge) == 5_000_000)
        #expect(cache.reading(of: "x") == 1)
    }

    /// Makes a key under which the hashes of all texts are zero.
    private struct Zeros: RandomNumberGenerator {
        mutating func next() -> UInt64 { 0 }
    }

    @Test func `Colliding hashes give no wrong reading`() {
        var zeros = Zeros()
        let key = HashKey(using: &zeros)
        #expect(key.hash(Array("甲".utf8), 0..<3) == key.hash(Array("乙乙乙乙".utf8), 0..<12))
        let cache = CellCache(key: key) { $0 }
        for _ in 0..<2 {
            for number in 0..<300 { #expect(cache.reading(of: "\(number)") == "\(number)") }
        }
        #expect(cache.count == 300)
    }
}
