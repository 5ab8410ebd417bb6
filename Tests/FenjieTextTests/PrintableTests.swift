import FenjieText
import Testing

@Suite struct PrintableTests {
    static let texts: [(raw: String, shown: String)] = [
        ("县教育局 A-1", "县教育局 A-1"), ("", ""), ("　　缩进", "　　缩进"), ("一\n二\t三\r", "一\\n二\\t三\\r"),
        ("\u{1B}[31m红", "\\u{1B}[31m红"), ("a\u{202E}b", "a\\u{202E}b"), ("\u{7F}\u{85}", "\\u{7F}\\u{85}"),
        ("零\u{200B}宽", "零\\u{200B}宽"), ("\u{2028}", "\\u{2028}"), ("é😀", "é😀"),
    ]

    @Test(arguments: texts)
    func `What a terminal would obey becomes visible, and all else stays`(raw: String, shown: String) {
        #expect(Printable.escaping(raw) == shown)
    }
}
