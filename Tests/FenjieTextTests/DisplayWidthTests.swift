import FenjieText
import Testing

/// Columns by East Asian Width.
struct DisplayWidthTests {
    @Test(
        "text takes these columns",
        arguments: [
            ("", 0), ("abc", 3), ("完成 3 项", 9), ("，。（）", 8), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("e\u{301}", 1),
            ("\u{1112}\u{1161}", 2),
            ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("✔", 1), ("✔\u{FE0F}", 2), ("\u{200B}", 0), ("\t\n", 0), ("𠮷", 2),
            ("㈠", 2),
            ("\u{AD}", 1),
        ])
    func columns(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }

    @Test("ambiguous characters are narrow unless asked", arguments: ["“", "”", "…", "—", "①", "│"])
    func ambiguous(_ text: String) {
        #expect(DisplayWidth.columns(of: text) == 1)
        #expect(DisplayWidth.columns(of: text, ambiguousIsWide: true) == 2)
    }
}
