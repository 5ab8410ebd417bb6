import FenjieText
import Testing

@Suite struct TextEncodingTests {
    @Test(
        "names as users and files write them",
        arguments: [
            ("UTF-8", TextEncoding.utf8), ("utf8", .utf8), ("utf-8-bom", .utf8), ("ASCII", .utf8),
            ("GBK", .gb18030), ("gb2312", .gb18030), ("GB18030", .gb18030), ("cp936", .gb18030),
            ("utf-16", .utf16LittleEndian), ("UTF-16LE", .utf16LittleEndian), ("utf-16-le", .utf16LittleEndian),
            ("utf_16_be", .utf16BigEndian),
        ])
    func name(text: String, encoding: TextEncoding) {
        #expect(TextEncoding(parsing: text) == encoding)
    }

    @Test("unknown names are refused", arguments: ["", "big5", "latin1", "utf-7", "bom"])
    func unknown(text: String) {
        #expect(TextEncoding(parsing: text) == nil)
    }

    @Test("every name that is printed can be read again", arguments: TextEncoding.allCases)
    func roundTrip(encoding: TextEncoding) {
        #expect(TextEncoding(parsing: encoding.rawValue) == encoding)
        #expect(TextEncoding(parsing: encoding.title) == encoding)
    }
}
