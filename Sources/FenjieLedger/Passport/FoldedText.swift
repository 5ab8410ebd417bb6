/// Text without what re-saving and retyping change by accident: white space, invisible marks, full or half width.
enum FoldedText {
    /// Adds the folded form of a text to a buffer.
    ///
    /// It works on bytes: every row of every issue passes through here.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8Span { source in
            var index = 0
            while index < source.count {
                let byte = source[index]
                if byte < 0x80 {
                    if byte > 0x20, byte != 0x7F { bytes.append(byte) }
                    index += 1
                } else if byte < 0xE0 {
                    fold(two: byte, source, at: index, into: &bytes)
                    index += 2
                } else if byte < 0xF0 {
                    fold(three: byte, source, at: index, into: &bytes)
                    index += 3
                } else {
                    for offset in 0..<4 { bytes.append(source[index + offset]) }
                    index += 4
                }
            }
        }
    }

    /// The folded form of a text.
    static func of(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func fold(two lead: UInt8, _ source: Span<UInt8>, at index: Int, into bytes: inout [UInt8]) {
        let second = source[index + 1]
        // U+0085, U+00A0, U+00AD.
        if lead == 0xC2, second == 0x85 || second == 0xA0 || second == 0xAD { return }
        bytes.append(lead)
        bytes.append(second)
    }

    private static func fold(three lead: UInt8, _ source: Span<UInt8>, at index: Int, into bytes: inout [UInt8]) {
        let second = source[index + 1]
        let third = source[index + 2]
        switch (lead, second) {
        // U+FF01–FF5E stand for ASCII, 0xFEE0 below them.
        case (0xEF, 0xBC) where third > 0x80: bytes.append(third - 0x60)
        case (0xEF, 0xBD) where third < 0x9F: bytes.append(third - 0x20)
        case (0xE3, 0x80) where third == 0x80, (0xEF, 0xBB) where third == 0xBF: return
        // U+2000–200F, U+2028–202F.
        case (0xE2, 0x80) where third < 0x90 || third >= 0xA8 && third <= 0xAF: return
        // U+205F–206F.
        case (0xE2, 0x81) where third >= 0x9F && third <= 0xAF: return
        default:
            bytes.append(lead)
            bytes.append(second)
            bytes.append(third)
        }
    }
}

extension String {
    /// Runs over the UTF-8 of a string without copying it.
    fileprivate mutating func withUTF8Span(_ body: (Span<UInt8>) -> Void) {
        makeContiguousUTF8()
        body(utf8.span)
    }
}
