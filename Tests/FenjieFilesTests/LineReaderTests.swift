import FenjieFiles
import FenjieModel
import Testing

@Suite struct LineReaderTests {
    private func lines(_ bytes: [UInt8], chunk: Int) throws -> [String] {
        var rest = bytes[...]
        var reader = LineReader(name: "-") { buffer in
            buffer += rest.prefix(chunk)
            defer { rest = rest.dropFirst(chunk) }
            return !rest.isEmpty
        }
        var lines: [String] = []
        while let line = try reader.next() {
            lines.append(line)
            #expect(reader.number == lines.count)
        }
        return lines
    }

    @Test(arguments: [
        ("", []), ("甲", ["甲"]), ("甲\n", ["甲"]), ("甲\n\n乙", ["甲", "", "乙"]), ("甲\r\n乙\r\n", ["甲", "乙"]),
        ("\u{FEFF}甲\n\u{FEFF}乙", ["甲", "\u{FEFF}乙"]), ("\n", [""]), ("\r\n\r\n", ["", ""]), ("a\rb\n", ["a\rb"]),
    ])
    func readsLines(_ text: String, _ expected: [String]) throws {
        for chunk in [3, 4, 7, 1000] { #expect(try lines(Array(text.utf8), chunk: chunk) == expected) }
    }

    @Test func bytesThatAreNoTextAreAFailureWithTheirLine() {
        let failure = #expect(throws: LineFailure.self) { try lines([0x61, 0x0A, 0xD6, 0xD0, 0x0A], chunk: 100) }
        #expect(failure?.place.line == 2)
    }
}
