import FenjieFormats
import Testing

/// The split of a text into lines.
struct LayoutTextTests {
    @Test(
        "lines end at every kind of line end",
        arguments: [
            ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("a\rb", ["a", "b"]),
            ("a\u{2028}b\u{2029}c\u{85}d", ["a", "b", "c", "d"]),
            ("a\n\nb", ["a", "", "b"]), ("\u{FEFF}a", ["a"]), ("a\u{0C}b", ["a", "b"]), ("", []), ("\n", [""]),
        ])
    func lines(_ source: String, _ lines: [String]) {
        let text = LayoutText(source)
        #expect(text.lines.map { text.wholeText($0) } == lines)
    }

    @Test("form feeds and Unicode separators do not count as lines; a form feed starts a page")
    func numbers() {
        let text = LayoutText("a\n\u{0C}b\u{2028}c\nd\u{0C}\ne")
        #expect(text.lines.map(\.number) == [1, 2, 2, 3, 3, 4])
        #expect(text.lines.map(\.startsPage) == [false, true, false, false, true, false])
    }

    @Test("white space at both ends is no content", arguments: ["  x\t", "\u{3000}x\u{A0}", "\u{2003}x\u{200B}", "x"])
    func content(_ source: String) {
        let text = LayoutText(source)
        #expect(text.lines.map { text.text($0) } == ["x"])
        #expect(!text.lines[0].isBlank)
    }

    @Test("a line of white space is blank", arguments: [" ", "\t", "\u{3000}\u{3000}"])
    func blank(_ source: String) {
        #expect(LayoutText(source).lines.map(\.isBlank) == [true])
    }
}
