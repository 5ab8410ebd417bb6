import FenjieTemplates
import FenjieTestSupport
import Testing

@Suite struct PatternTests {
    /// A pattern, values that match it, and values that do not.
    static let cases: [(pattern: String, matching: [String], other: [String])] = [
        ("", [""], ["甲"]),
        (#"[A-Z]\d{3}"#, ["A123"], ["A12", "A1234", "a123", ""]),
        (#"^\d{4}-\d{2}$"#, ["2026-03"], ["2026-3", "x2026-03"]),
        ("县.+局", ["县教育局", "县局局"], ["县局", "市教育局", "县\n局"]),
        ("(甲|乙丙)*丁?", ["", "甲乙丙甲丁", "丁"], ["乙", "丁丁"]),
        ("甲|乙|", ["甲", "乙", ""], ["丙"]),
        ("(?:ab){2,3}", ["abab", "ababab"], ["ab", "abababab"]),
        ("a{2,}", ["aa", "aaaa"], ["a"]),
        ("((((){1000}){1000}){1000}){1000}", [""], ["a"]),
        ("a{0}b", ["b"], ["ab"]),
        ("a+?b??", ["a", "aab"], ["b"]),
        ("[^，。]{1,5}", ["五个字以内"], ["有，逗号", ""]),
        ("[a-z-[aeiou]]+", ["xyz"], ["xaz"]),
        (#"[\d\-.]+"#, ["1.5-2"], ["1,5"]),
        ("[]a-]+", ["]a-"], ["b"]),
        (#"\p{Lu}\p{Nd}\P{L}"#, ["Q1季".replacing("季", with: "!")], ["q1!", "Q1x"]),
        (#"\p{L}+"#, ["abcé甲"], ["a1"]),
        (#"\p{Han}{2,4}"#, ["张三", "欧阳小明"], ["Li", "张"]),
        (#"\w+\s\S\D"#, ["甲1 x乙"], ["甲 x1", "甲，"]),
        (#"\i\c*"#, ["name-1"], ["1name"]),
        (#"\u7532\.\(\)\\"#, [#"甲.()\"#], ["甲"]),
    ]

    @Test(arguments: cases) func `The whole value matches`(_ pattern: String, _ matching: [String], _ other: [String])
        throws
    {
        let pattern = try Pattern(parsing: pattern)
        for value in matching { #expect(pattern.matches(value), "\(pattern.text) \(value)") }
        for value in other { #expect(!pattern.matches(value), "\(pattern.text) \(value)") }
    }

    static let broken = [
        "[A-Z", "(a", "a)", "*a", "a{2", "a{3,2}", "a{x}", "a**", "[z-a]", "a^b", "a$b", #"a\"#, #"\b"#, #"(a)\1"#,
        "(?=a)",
        "(?<name>a)", #"\p{Xy}"#, #"\pL"#, #"\u12"#, "a{99999999999999999999}", "]", "}",
        String(repeating: "(", count: 1_000) + String(repeating: ")", count: 1_000),
        "((((a{1000}){1000}){1000}){1000})", "[a-[b-[c]",
    ]

    @Test(arguments: broken) func `What is no pattern, or cannot be matched in linear time, is refused`(_ text: String)
    {
        #expect(throws: PatternFailure.self) { try Pattern(parsing: text) }
    }

    /// Patterns that take other engines exponential time; the texts are long enough that these would never end.
    @Test(arguments: ["(a+)+b", "(a|aa)+b", "(a*)*b", "(a|a)*b", "(.*a){10}b", "((a?){30}){30}b"])
    func `Ambiguous patterns take no longer`(_ text: String) throws {
        #expect(try !Pattern(parsing: text).matches(String(repeating: "a", count: 5_000)))
    }

    @Test func `Any text is read or refused, never a crash`() {
        var generator = SeededGenerator(seed: 20260301)
        let pieces = Array("ab(|)[]^-{1,2}?*+.\\dpu$，甲")
        for _ in 0..<5_000 {
            let text = String(
                (0..<Int.random(in: 0...14, using: &generator)).compactMap { _ in
                    pieces.randomElement(using: &generator)
                })
            if let pattern = try? Pattern(parsing: text) { _ = pattern.matches("ab甲1，") }
        }
    }
}
