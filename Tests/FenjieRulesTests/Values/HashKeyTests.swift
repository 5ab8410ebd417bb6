import FenjieRules
import FenjieTestSupport
import Testing

@Suite struct HashKeyTests {
    @Test func `A hash is that of the text, wherever it stands, and hangs on its key`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let key = HashKey(using: &generator)
        let other = HashKey(using: &generator)
        for length in 0...40 {
            let text = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let hash = key.hash(text, 0..<length)
            #expect(key.hash([1, 2] + text + [3], 2..<(2 + length)) == hash, "seed \(seed)")
            #expect(other.hash(text, 0..<length) != hash, "seed \(seed)")
        }
    }

    @Test func `Texts that differ in one bit, or in length only, have other hashes`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let key = HashKey(using: &generator)
        var hashes: Set<UInt64> = []
        var texts = 0
        for length in 0...32 {
            let text = [UInt8](repeating: 0, count: length)
            hashes.insert(key.hash(text, 0..<length))
            texts += 1
            for bit in 0..<(length * 8) {
                var other = text
                other[bit / 8] |= 1 << UInt8(bit % 8)
                hashes.insert(key.hash(other, 0..<length))
                texts += 1
            }
        }
        #expect(hashes.count == texts, "seed \(seed)")
    }
}
