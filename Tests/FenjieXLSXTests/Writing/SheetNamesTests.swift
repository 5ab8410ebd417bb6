import FenjieXLSX
import Testing

@Suite struct SheetNamesTests {
    @Test(
        "Names keep to the rules and stay readable",
        arguments: [
            ("县水利局", "县水利局"),
            ("市发改委/物价局", "市发改委／物价局"),
            ("[a]:*?\\", "［a］：＊？＼"),
            ("'引号'", "’引号’"),
            ("", "Sheet"),
            ("History", "History_"),
            ("a\u{0}b\u{7F}\u{FFFF}", "a b  "),
            (String(repeating: "县", count: 40), String(repeating: "县", count: 31)),
            (String(repeating: "😀", count: 20), String(repeating: "😀", count: 15)),
        ])
    func rules(text: String, expected: String) {
        var names = SheetNames()
        #expect(names.makeName(for: text) == expected)
    }

    @Test("No two names are alike, whatever their case") func unique() {
        var names = SheetNames()
        #expect(names.makeName(for: "Ab") == "Ab")
        #expect(names.makeName(for: "aB") == "aB(2)")
        #expect(names.makeName(for: "AB") == "AB(3)")
        let long = String(repeating: "局", count: 31)
        #expect(names.makeName(for: long) == long)
        #expect(names.makeName(for: long + "二") == String(repeating: "局", count: 28) + "(2)")
    }
}
