import FenjieTestSupport
import FenjieText
import Testing

@Suite struct JSONReaderTests {
    @Test(arguments: [
        "null", "true", "[]", "{}", "-12", "0.5", "[1,[2,{\"a\":null}]]", "{\"b\":1,\"a\":\"x\"}", "\"甲\\n\\\"\\\\\"",
        "9223372036854775807", "\"\"",
    ])
    func readsWhatItWrites(_ text: String) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)).text() == text)
        #expect(try JSONValue(parsing: Array(" \n\(text)\t".utf8)).text() == text)
    }

    @Test(arguments: [
        (#""\u4E00\u0041\/\b\f\r\t""#, "一A/\u{8}\u{C}\r\t"), (#""\uD83D\uDE00""#, "😀"),
    ])
    func escapesAreRead(_ text: String, _ value: String) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == .string(value))
    }

    @Test(arguments: [
        "", "[", "[1", "[1,", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1,}", "{a:1}", "{\"a\":1 \"b\":2}", "[1 2]", "nul",
        "01x",
        "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\uD800\"", "\"\\uDC00\"", "\"\\uD800\\u0041\"", "\"\n\"", "1 2",
        "// x\n1",
        "--1", "1e999", "{\"a\":1,\"a\":2}", "'a'",
    ])
    func refusesWhatIsNone(_ text: String) {
        #expect(throws: JSONFailure.self) { try JSONValue(parsing: Array(text.utf8)) }
    }

    @Test(arguments: [
        ("// x\n[1, /* two */ 2,] // end", "[1,2]"),
        ("{\"a\": \"//\", /**/ \"b\": \"/*\",}", "{\"a\":\"//\",\"b\":\"/*\"}"),
        ("/* a\n * b **/ 7", "7"),
    ])
    func commentsStandWhereTheyMay(_ text: String, _ value: String) throws {
        #expect(try JSONValue(parsing: Array(text.utf8), allowsComments: true).text() == value)
    }

    @Test(arguments: [("[1,\n\n 2 3]", 3), ("/* never", 1), ("{\n\"a\": 1,\n\"a\": 2}", 3), ("\n\n", 3)])
    func failuresNameTheLine(_ text: String, _ line: Int) {
        let failure = #expect(throws: JSONFailure.self) {
            try JSONValue(parsing: Array(text.utf8), allowsComments: true)
        }
        #expect(failure?.line == line)
    }

    @Test func deepNestingIsRefused() throws {
        #expect(throws: JSONFailure.self) {
            try JSONValue(parsing: Array(repeating: UInt8(ascii: "["), count: 1_000_000))
        }
        let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(try JSONValue(parsing: Array(deep.utf8)).text() == deep)
    }

    @Test func badBytesAreRefused() {
        #expect(throws: JSONFailure.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
    }

    @Test func noBytesMakeItCrash() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("{}[]\",:/*\\u0x19.-+eE tn\n".utf8) + [0xE4, 0xBD, 0xFF]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            _ = try? JSONValue(parsing: bytes, allowsComments: true)
        }
    }
}
