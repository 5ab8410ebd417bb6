/// A way to write text as bytes that fenjie reads and writes.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    /// GB 18030, and with it GBK and GB 2312, whose texts it reads unchanged.
    case gb18030

    /// Reads a name as users and files write it: `UTF-8`, `utf8-bom`, `GBK`, `cp936`, `UTF-16LE`.
    ///
    /// A bare `utf-16` means little endian, as Windows writes it, unless the text begins with a mark that says otherwise.
    public init?(parsing name: some StringProtocol) {
        var plain = String(name.lowercased().filter { !"-_ ".contains($0) })
        if plain.hasSuffix("bom"), plain.hasPrefix("utf") { plain.removeLast(3) }
        switch plain {
        case "utf8", "ascii", "usascii", "65001": self = .utf8
        case "utf16", "utf16le", "unicode", "1200": self = .utf16LittleEndian
        case "utf16be", "1201": self = .utf16BigEndian
        case "gb18030", "gbk", "gb2312", "cp936", "ms936", "windows936", "936", "54936", "euccn", "gb": self = .gb18030
        default: return nil
        }
    }

    /// The byte order mark, U+FEFF in this encoding.
    package var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        }
    }

    /// The encoding whose mark stands at the start of a text.
    package static func marked(by head: [UInt8]) -> TextEncoding? {
        allCases.first { head.starts(with: $0.byteOrderMark) }
    }
}
