import FenjieTestSupport
import FenjieXLSX
import Testing

@Suite struct LineCounterTests {
    @Test(
        "Lines break as they do on paper",
        arguments: [
            ("", 10.0, 1),
            ("字", 2, 1),
            ("字字字字字", 10, 1),
            ("字字字字字字", 10, 2),
            // A closing mark takes the character before it along.
            ("字字字字字，字字字", 10, 2),
            ("字字字字字，字字字字", 10, 3),
            // An opening mark goes down with what follows it.
            ("字字字字（字字", 10, 2),
            ("一\n二\n三", 10, 3),
            ("一\n", 10, 2),
            // Words stay whole where they can.
            ("word word", 8, 2),
            ("字字字 word", 10, 2),
            ("abcdefghijklmnopqrstuvwxyz", 10, 4),
            ("3.14159265", 8, 2),
            // Blanks hang over the end of a line.
            ("字字字字字          ", 10, 1),
            ("字\u{301}\u{302}\u{303}字", 4, 1),
            ("😀😀😀", 10, 1),
            ("，，，，，，，，，，，", 10, 3),
        ])
    func lines(text: String, width: Double, expected: Int) {
        #expect(LineCounter(width: width).lines(of: text) == expected)
    }

    @Test("Wider lines are never more lines; seeds are printed", arguments: [1, 2, 3] as [UInt64])
    func monotonic(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("字，。（）ab 1.%\n—“”Ｗ😀-")
        for _ in 0..<200 {
            let text = String(
                (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? "字"
                })
            var last = Int.max
            for width in [1.0, 8, 40, 400] {
                let lines = LineCounter(width: width).lines(of: text)
                #expect(lines <= max(last, 1), "seed \(seed): \(text)")
                #expect(lines >= text.unicodeScalars.count { $0 == "\n" } + 1, "seed \(seed): \(text)")
                last = lines
            }
        }
    }

    @Test("Widths that make no sense do no harm", arguments: [-1, 0, 1e300, .infinity, .nan])
    func oddWidths(width: Double) {
        #expect(LineCounter(width: width).lines(of: "字字") >= 1)
    }
}
