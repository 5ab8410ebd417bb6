internal import FenjieXLSX
import Testing

@Suite("Escaped characters")
struct EscapedTextTests {
    @Test(
        "_xHHHH_ stands for a character",
        arguments: [
            ("a_x000D_b", "a\rb"), ("_x0001_", "\u{1}"), ("_x005F_x0001_", "_x0001_"), ("_x4E2D__x6587_", "中文"),
            ("_x000a_", "\n"), ("_xD83D__xDE00_", "😀"), ("_x005F_", "_"), ("甲_x0031_乙", "甲1乙"),
            ("_x005F__x0041_", "_A"),
        ])
    func decoded(stored: String, text: String) {
        #expect(decode(stored) == text)
    }

    @Test(
        "Anything else is text",
        arguments: [
            "", "_", "_x", "_x000D", "_x00D_", "_xGGGG_", "_X000D_", "x000D_", "__", "file_x1.txt", "_xD800_",
            "_xDE00__xD83D_",
            "_xD83D_x", "_xFFFE_", "_xFFFF_",
        ])
    func plain(text: String) {
        #expect(decode(text) == text)
    }

    private func decode(_ text: String) -> String {
        var buffer = Array("_x0041_\(text)".utf8)
        EscapedText.decode(&buffer, from: 7)
        #expect(buffer.starts(with: "_x0041_".utf8))
        return String(decoding: buffer.dropFirst(7), as: UTF8.self)
    }
}
