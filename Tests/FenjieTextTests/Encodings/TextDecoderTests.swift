import FenjieTestSupport
import FenjieText
import Testing

@Suite struct TextDecoderTests {
    /// Known codes, so that decoder and encoder cannot agree on a mistake.
    static let known: [(text: String, gb18030: [UInt8])] = [
        ("A", [0x41]), ("中", [0xD6, 0xD0]), ("文", [0xCE, 0xC4]), ("。", [0xA1, 0xA3]), ("，", [0xA3, 0xAC]),
        ("镕", [0xE9, 0x46]), ("堃", [0x88, 0xD2]), ("€", [0xA2, 0xE3]), ("é", [0xA8, 0xA6]),
        ("\u{80}", [0x81, 0x30, 0x81, 0x30]), ("㐁", [0x81, 0x39, 0xEF, 0x30]), ("㭎", [0xFE, 0x68]),
        ("𠮷", [0x95, 0x34, 0xB2, 0x35]),
        ("😀", [0x94, 0x39, 0xFC, 0x36]), ("\u{FEFF}", [0x84, 0x31, 0x95, 0x33]),
        ("\u{10FFFF}", [0xE3, 0x32, 0x9A, 0x35]), ("\u{10000}", [0x90, 0x30, 0x81, 0x30]),
        ("\u{FFFD}", [0x84, 0x31, 0xA4, 0x37]), ("\u{E5E5}", [0xA3, 0xA0]),
        // Where the edition of 2022 moved characters and the private ones that made room for them.
        ("\u{FE10}", [0xA6, 0xD9]), ("\u{FE12}", [0xA6, 0xDA]), ("\u{9FB4}", [0xFE, 0x59]),
        ("\u{E78D}", [0x84, 0x31, 0x82, 0x36]), ("\u{E78E}", [0x84, 0x31, 0x82, 0x38]),
        ("\u{E78F}", [0x84, 0x31, 0x82, 0x37]), ("\u{E81E}", [0x82, 0x35, 0x90, 0x37]),
        ("\u{E816}", [0xFE, 0x51]), ("\u{1E3F}", [0xA8, 0xBC]), ("\u{E7C7}", [0x81, 0x35, 0xF4, 0x37]),
    ]

    @Test("GB18030 codes known from the standard", arguments: known.indices)
    func knownCode(index: Int) throws {
        let (text, bytes) = Self.known[index]
        #expect(Self.decoded(bytes, .gb18030, partSize: 100) == Array(text.utf8))
        #expect(try Self.encoded(text, .gb18030) == bytes)
    }

    @Test(
        "every scalar of the basic plane, and one in 31 beyond, survives each encoding",
        arguments: TextEncoding.allCases)
    func everyScalar(encoding: TextEncoding) throws {
        let encoder = try #require(TextEncoder(encoding))
        var text: [UInt8] = []
        for value in Array(UInt32(0)...0xFFFF) + stride(from: 0x1_0000, through: 0x10_FFFF, by: 31) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            text.append(contentsOf: UTF8.encode(scalar)?.map { $0 } ?? [])
        }
        var bytes: [UInt8] = []
        encoder.encode(text.span, into: &bytes)
        // Not inside the macro, which would print megabytes.
        let isSame = Self.decoded(bytes, encoding, partSize: 65_536) == text
        #expect(isSame)
    }

    @Test("characters cut by the end of a part", arguments: TextEncoding.allCases)
    func parts(encoding: TextEncoding) throws {
        let text = "序号,责任单位\r\n1,市发展改革委\n㭎𠮷é€😀,longer than eight bytes of ASCII,镕堃\u{10FFFF}"
        let bytes = try Self.encoded(text, encoding)
        for size in [1, 2, 3, 5, 7, 16, 1000] {
            #expect(Self.decoded(bytes, encoding, partSize: size) == Array(text.utf8), "parts of \(size)")
        }
    }

    static let invalid: [(encoding: TextEncoding, bytes: [UInt8], at: Int)] = [
        (.gb18030, [0x41, 0x80], 1), (.gb18030, [0xFF], 0), (.gb18030, [0xD6], 0), (.gb18030, [0xD6, 0x20], 0),
        (.gb18030, [0xD6, 0x7F], 0), (.gb18030, [0xD6, 0xFF], 0), (.gb18030, [0xD6, 0xD0, 0x81, 0x30], 2),
        (.gb18030, [0x81, 0x30, 0x81], 0), (.gb18030, [0x81, 0x30, 0x20, 0x30], 0),
        (.gb18030, [0x81, 0x30, 0x81, 0x40], 0), (.gb18030, [0x84, 0x31, 0xA5, 0x30], 0),
        (.gb18030, [0xE3, 0x32, 0x9A, 0x36], 0), (.gb18030, [0xFE, 0x39, 0xFE, 0x39], 0),
        (.utf16LittleEndian, [0x41, 0], -1), (.utf16LittleEndian, [0x41], 0), (.utf16LittleEndian, [0, 0xD8], 0),
        (.utf16LittleEndian, [0x41, 0, 0, 0xDC], 2), (.utf16LittleEndian, [0, 0xD8, 0x41, 0], 0),
        (.utf16BigEndian, [0, 0x41, 0xDC, 0], 2), (.utf16BigEndian, [0xD8, 0, 0, 0x41], 0),
        (.utf16BigEndian, [0, 0x41, 0xD8, 0, 0xDC], 2),
    ]

    @Test("bad bytes stop the decoder at their offset", arguments: invalid.indices)
    func badBytes(index: Int) {
        let (encoding, bytes, offset) = Self.invalid[index]
        for size in [1, 2, 3, 100] {
            var decoder = TextDecoder(encoding)
            var output: [UInt8] = []
            let isValid = Self.decode(bytes, &decoder, partSize: size, into: &output)
            #expect(isValid == (offset < 0), "parts of \(size)")
            if !isValid { #expect(decoder.offset == offset, "parts of \(size)") }
        }
    }

    @Test("random bytes never produce what the encoder would not give back")
    func randomBytes() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SeededGenerator(seed: seed)
        for encoding in TextEncoding.allCases {
            for _ in 0..<5_000 {
                let bytes = (0..<Int.random(in: 0..<10, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
                guard let text = Self.decoded(bytes, encoding, partSize: 3) else { continue }
                let string = try #require(String(validating: text, as: UTF8.self), "seed \(seed): \(bytes)")
                #expect(try Self.encoded(string, encoding) == bytes, "seed \(seed): \(encoding)")
            }
        }
    }

    static func encoded(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try #require(TextEncoder(encoding)).encode(Array(text.utf8).span, into: &bytes)
        return bytes
    }

    static func decoded(_ bytes: [UInt8], _ encoding: TextEncoding, partSize: Int) -> [UInt8]? {
        var decoder = TextDecoder(encoding)
        var output: [UInt8] = []
        return decode(bytes, &decoder, partSize: partSize, into: &output) ? output : nil
    }

    static func decode(
        _ bytes: [UInt8], _ decoder: inout TextDecoder, partSize: Int, into output: inout [UInt8]
    ) -> Bool {
        for start in stride(from: 0, to: bytes.count, by: partSize) {
            let part = Array(bytes[start..<min(start + partSize, bytes.count)])
            guard decoder.decode(part.span, into: &output) else { return false }
        }
        return decoder.finish()
    }
}
