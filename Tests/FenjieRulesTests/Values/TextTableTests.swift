import FenjieRules
import FenjieTestSupport
import Testing

@Suite struct TextTableTests {
    @Test func `Texts of any length are told apart by any byte, though their hashes are the same`() {
        for length in 0...40 {
            var table = TextTable()
            // Bytes around the text must not matter.
            let text = (0..<length).map { UInt8($0 + 1) }
            let padded: [UInt8] = [9, 9, 9] + text + [9]
            #expect(table.number(of: text, 0..<length, hash: 7) == (0, true))
            #expect(table.number(of: padded, 3..<(3 + length), hash: 7) == (0, false))
            #expect(table.number(of: padded, 3..<(4 + length), hash: 7) == (1, true))
            for index in 0..<length {
                var other = text
                other[index] ^= 0x80
                #expect(table.number(of: other, 0..<length, hash: 7) == (index + 2, true))
            }
            #expect(table.number(of: text, 0..<length, hash: 7) == (0, false))
        }
    }

    @Test func `Numbers are those of a dictionary`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let key = HashKey(using: &generator)
        var table = TextTable()
        var numbers: [[UInt8]: Int] = [:]
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                UInt8.random(in: 0...1, using: &generator)
            }
            let expected = numbers[text]
            let found = table.number(of: text, 0..<text.count, hash: key.hash(text, 0..<text.count))
            #expect(found == (expected ?? numbers.count, expected == nil), "seed \(seed)")
            if expected == nil { numbers[text] = numbers.count }
        }
        #expect(table.count == numbers.count)
        table.removeAll()
        #expect((table.count, table.byteCount) == (0, 0))
    }
}
