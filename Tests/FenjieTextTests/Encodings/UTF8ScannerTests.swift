import FenjieTestSupport
import FenjieText
import Testing

@Suite struct UTF8ScannerTests {
    /// Valid and invalid sequences at the borders of RFC 3629, with the offset of the first bad byte.
    static let cases: [(bytes: [UInt8], invalidAt: Int?)] = [
        ([], nil),
        (Array("plain ascii, longer than a word".utf8), nil),
        (Array("市发展改革委、县区政府🀄︎".utf8), nil),
        ([0xC2, 0x80], nil), ([0xDF, 0xBF], nil),
        ([0xE0, 0xA0, 0x80], nil), ([0xED, 0x9F, 0xBF], nil), ([0xEE, 0x80, 0x80], nil), ([0xEF, 0xBF, 0xBF], nil),
        ([0xF0, 0x90, 0x80, 0x80], nil), ([0xF4, 0x8F, 0xBF, 0xBF], nil),
        ([0x80], 0), ([0x41, 0xBF], 1), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x9F, 0xBF], 0),
        ([0xED, 0xA0, 0x80], 0), ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
        ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0), ([0x41, 0xC2, 0x41], 1), ([0xE4, 0xB8], 0),
        ([0xE4, 0xB8, 0xAD, 0xE4, 0xB8], 3), ([0xE4, 0xB8, 0x41], 0), ([0xF0, 0x9F, 0x98], 0),
        (Array("0123456789".utf8) + [0xFE], 10),
    ]

    @Test("valid and invalid sequences, in parts of 1, 2, 3, 7 bytes and whole", arguments: cases.indices)
    func sequence(index: Int) {
        let (bytes, invalidAt) = Self.cases[index]
        for size in [1, 2, 3, 7, 1000] {
            #expect(Self.firstInvalid(in: bytes, partSize: size) == invalidAt, "parts of \(size)")
        }
    }

    @Test("each sequence is judged alike at every place of every length of text")
    func everyPlace() {
        for (sequence, invalidAt) in Self.cases where !sequence.isEmpty {
            for filling in [Array("a".utf8), Array("д".utf8), Array("中".utf8)] {
                for place in 0..<140 {
                    let front = Array(repeatElement(filling, count: place).joined())
                    // Behind it: the end of the text, what ends a block, and more than a block.
                    for rest in [0, 1, 3, 70] {
                        let bytes = front + sequence + Array(repeatElement(filling, count: rest).joined())
                        let found = Self.firstInvalid(in: bytes, partSize: 1_000)
                        guard found == invalidAt.map({ front.count + $0 }) else {
                            Issue.record("\(sequence) behind \(front.count) bytes, \(rest) more: \(found ?? -1)")
                            return
                        }
                    }
                }
            }
        }
    }

    @Test func everyScalarIsValidAndEverySurrogateIsNot() {
        for value in Array(UInt32(0)...0xFFFF) + stride(from: 0x1_0000, through: 0x10_FFFF, by: 31) {
            guard let scalar = Unicode.Scalar(value) else {
                let bytes: [UInt8] = [0xED, UInt8(0x80 | value >> 6 & 0x3F), UInt8(0x80 | value & 0x3F)]
                #expect(Self.firstInvalid(in: bytes, partSize: 8) == 0)
                continue
            }
            if Self.firstInvalid(in: Array(String(Character(scalar)).utf8), partSize: 8) != nil {
                Issue.record("U+\(String(value, radix: 16))")
            }
        }
    }

    @Test("agrees with the standard library on random bytes")
    func randomBytes() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        // Mostly bytes that matter, so that valid sequences come up.
        let alphabet: [UInt8] = [
            0x41, 0x0A, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF4,
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0..<24, using: &generator)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
            }
            let expected = String(validating: bytes, as: UTF8.self) != nil
            for size in [1, 5, 100] {
                #expect((Self.firstInvalid(in: bytes, partSize: size) == nil) == expected, "seed \(seed): \(bytes)")
            }
        }
    }

    /// Characters that some path of the scanner treats in its own way; the first ones make most of a text.
    static let characters = [
        "市", "县", "，", "a", "7", ",", "。", "\n", "\t", " ", "é", "“", "\u{FF5E}", "\u{FFE5}", "\u{E1B}", "\u{1100}",
        "\u{D7FF}", "\u{E000}", "😀", "\u{FFFD}", "\u{FEFF}", "\u{7F}", "\u{0}", "\u{B}", "\u{10FFFF}", "\u{85}",
    ].map { Array($0.utf8) }

    @Test("agrees with the standard library on long text, whole and damaged, in parts of any size")
    func longText() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<1500 {
            // Few kinds of characters in most texts, so that blocks pass; all kinds in some.
            let kinds = [3, 8, 12, 18, Self.characters.count][round % 5]
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<140, using: &generator) {
                bytes += Self.characters[Int.random(in: 0..<kinds, using: &generator)]
            }
            for _ in 0..<(round / 5 % 3) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0 ... .max, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: 0x7F ... .max, using: &generator), at: place)
                }
            }
            let expected = Self.invalidOffset(in: bytes)
            for size in [1, 5, 63, 64, 67, Int.random(in: 1...300, using: &generator), 1000] {
                let (scanner, isValid) = Self.scanned(bytes, partSize: size)
                #expect((isValid ? nil : scanner.offset) == expected, "seed \(seed), parts of \(size): \(bytes)")
                guard isValid else { continue }
                #expect(scanner.census == Self.census(of: bytes), "seed \(seed), parts of \(size): \(bytes)")
            }
        }
    }

    /// Where text stops being valid: behind its longest valid beginning.
    static func invalidOffset(in bytes: [UInt8]) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        return (0..<bytes.count).last { String(validating: bytes[..<$0], as: UTF8.self) != nil }
    }

    /// The census taken character by character, by way of one that starts again for each.
    static func census(of bytes: [UInt8]) -> TextCensus {
        var single = UTF8Scanner()
        for byte in bytes { _ = single.scan([byte].span) }
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let controls = scalars.filter {
            $0.value < 0x20 && !"\t\n\r\u{C}".unicodeScalars.contains($0) || $0.value == 0x7F
        }
        #expect(single.census.controls.total == controls.count)
        #expect(single.census.replacements.total == scalars.count { $0.value == 0xFFFD })
        #expect(single.census.marks.total == scalars.count { $0.value == 0xFEFF })
        #expect(single.census.threeByteSequences == scalars.count { UTF8.width($0) == 3 })
        return single.census
    }

    @Test("takes a census of what a reader should hear about", arguments: [1, 3, 8, 1000])
    func census(partSize: Int) {
        let text = "a\u{0}b\tc\r\nlonger than eight\u{1B}[31m\u{7F}中\u{FFFD}文\u{FEFF}\u{FFFD}\u{C}"
        let scanner = Self.scanned(Array(text.utf8), partSize: partSize).scanner
        #expect(scanner.census.controls.total == 3)
        #expect(scanner.census.controls.first == 1)
        #expect(scanner.census.replacements.total == 2)
        #expect(
            scanner.census.replacements.first == Array("a\u{0}b\tc\r\nlonger than eight\u{1B}[31m\u{7F}中".utf8).count)
        #expect(scanner.census.marks.total == 1)
        #expect(scanner.census.threeByteSequences == 5)
    }

    static func scanned(_ bytes: [UInt8], partSize: Int) -> (scanner: UTF8Scanner, isValid: Bool) {
        var scanner = UTF8Scanner()
        for start in stride(from: 0, to: bytes.count, by: partSize) {
            let part = Array(bytes[start..<min(start + partSize, bytes.count)])
            guard scanner.scan(part.span) else { return (scanner, false) }
        }
        return (scanner, scanner.finish())
    }

    static func firstInvalid(in bytes: [UInt8], partSize: Int) -> Int? {
        let (scanner, isValid) = scanned(bytes, partSize: partSize)
        return isValid ? nil : scanner.offset
    }
}
