internal import FenjieTestSupport
internal import FenjieXLSX
import Testing

@Suite("Number texts")
struct NumberTextTests {
    @Test(
        "A number is written with the fewest digits that give it again",
        arguments: [
            ("12", "12"), ("0", "0"), ("-3", "-3"), ("12.0", "12"), ("12.50", "12.5"), ("007", "7"), ("+5", "5"),
            (".5", "0.5"),
            ("5.", "5"), (" 12 ", "12"), ("1E3", "1000"), ("1e-2", "0.01"), ("0.1", "0.1"), ("-0", "0"), ("-0.0", "0"),
            ("8310.049999999999", "8310.05"), ("8310.0500000000000", "8310.05"),
            ("0.30000000000000004", "0.30000000000000004"), ("999999999999999", "999999999999999"),
            ("123456789012345678", "123456789012345680"), ("4.4000000000000003E+17", "440000000000000000"),
            ("1E+21", "1e+21"), ("123456789E13", "1.23456789e+21"), ("0.00001", "0.00001"), ("1E-7", "1e-07"),
            ("0.0000001", "1e-07"), ("1.5E+300", "1.5e+300"), ("5E-324", "5e-324"),
            ("1.7976931348623157E+308", "1.7976931348623157e+308"), ("-1.25E-10", "-1.25e-10"),
        ])
    func canonical(stored: String, text: String) {
        #expect(normalized(stored) == text)
    }

    @Test(
        "What is no number stays as it is",
        arguments: [
            "", "abc", "NaN", "INF", "-Infinity", "1e400", "0x10", "1,5", "１２", "1 2", "1e", "e5", ".", "-", "1-2",
            "--1",
        ])
    func noNumber(text: String) {
        #expect(normalized(text) == text)
    }

    @Test("Any double comes back as itself")
    func roundTrip() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            for stored in [value.description, "\(value)0".contains("e") ? value.description : "\(value)0"] {
                let text = normalized(stored)
                #expect(Double(text) == value, "seed \(seed)")
                #expect(normalized(text) == text, "seed \(seed)")
            }
        }
        for _ in 0..<20_000 {
            let value = Double(Int64(bitPattern: generator.next()) >> Int64(generator.next() % 64)) / 1000
            #expect(Double(normalized(value.description)) == value, "seed \(seed)")
        }
    }

    private func normalized(_ text: String) -> String {
        var buffer = Array("前\(text)".utf8)
        NumberText.normalize(&buffer, from: 3)
        return String(decoding: buffer.dropFirst(3), as: UTF8.self)
    }
}
