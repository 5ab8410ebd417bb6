internal import FenjieTestSupport
internal import FenjieXLSX
import Testing

@Suite("UTF-8")
struct UTF8CheckTests {
    @Test(
        "Bytes that are no characters of XML are found where they stand",
        arguments: [
            ([0x41, 0x80], 1), ([0xC0, 0xBC], 0), ([0xC1, 0x81], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xF5, 0x80, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0), ([0x01], 0),
            ([0x00], 0), ([0x1F], 0), ([0xEF, 0xBF, 0xBE], 0), ([0xEF, 0xBF, 0xBF], 0), ([0xE4, 0x3C], 0),
            ([0xE4, 0xB8, 0x3C], 0), ([0xF0, 0x9F, 0x98, 0x3C], 0), ([0xFF], 0),
        ] as [([UInt8], Int)])
    func wrong(bytes: [UInt8], place: Int) {
        // The same bytes at every distance from a word's start, alone and within text.
        for before in 0..<36 {
            for after in [[], Array("中文 text that goes on".utf8)] {
                let whole = [UInt8](repeating: 0x61, count: before) + bytes + after
                let result = UTF8Check.check(whole.span, from: 0, to: whole.count)
                #expect(result.isWrong)
                #expect(result.valid == before + place)
            }
        }
    }

    @Test("A character that is cut off is not wrong", arguments: ["é", "中", "😀", "\u{FFFD}", "\u{D7FF}", "\u{10FFFF}"])
    func cut(character: String) {
        let whole = Array("正文\(character)".utf8)
        for length in (7..<whole.count) {
            let result = UTF8Check.check(whole.span, from: 0, to: length)
            #expect(!result.isWrong)
            #expect(result.valid == 6)
        }
        let result = UTF8Check.check(whole.span, from: 0, to: whole.count)
        #expect(!result.isWrong && result.valid == whole.count)
    }

    @Test("It agrees with the standard library on random bytes")
    func random() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let pieces: [[UInt8]] = [
            Array("plain ".utf8), Array("中文任务".utf8), Array("😀".utf8), Array("é".utf8), [0xE4], [0x80], [0xED, 0xA0],
            [0xF4],
        ]
        for _ in 0..<5_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int(generator.next() % 12) {
                bytes += pieces[Int(generator.next() % UInt64(pieces.count)) % (generator.next() % 4 == 0 ? 8 : 4)]
            }
            let result = UTF8Check.check(bytes.span, from: 0, to: bytes.count)
            let isWhole = !result.isWrong && result.valid == bytes.count
            #expect(isWhole == (String(validating: bytes, as: UTF8.self) != nil), "seed \(seed)")
        }
    }
}
