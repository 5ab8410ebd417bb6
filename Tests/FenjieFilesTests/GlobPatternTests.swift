import FenjieFiles
import Testing

@Suite struct GlobPatternTests {
    @Test(arguments: [
        ("*", "", true), ("*", "甲.csv", true), ("*.csv", "甲.csv", true), ("*.csv", "甲.csv.bak", false),
        ("?.csv", "甲.csv", true), ("?.csv", "甲乙.csv", false), ("[甲乙].csv", "乙.csv", true),
        ("[!甲乙].csv", "乙.csv", false), ("[^a]", "b", true), ("[a-c]x", "bx", true), ("[a-c]x", "dx", false),
        ("[]a]", "]", true), ("[a-]", "-", true), ("[a", "[a", true), ("[a", "a", false), ("a*b*c", "axxbyyc", true),
        ("a*b*c", "axxcyyb", false), ("**", "x", true), ("", "", true), ("", "a", false), ("a", "", false),
        ("[!]a]", "b", true), ("[z-a]", "-", true), ("第?季度*", "第一季度（修订）.xlsx", true),
    ])
    func matches(_ pattern: String, _ name: String, _ expected: Bool) {
        #expect(GlobPattern(parsing: pattern).matches(name) == expected)
    }

    @Test func manyStarsAreNoTrap() {
        let pattern = GlobPattern(parsing: String(repeating: "a*", count: 100) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
    }
}
