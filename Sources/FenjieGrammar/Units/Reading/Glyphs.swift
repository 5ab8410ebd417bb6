/// A cell as the grammar sees it: glyphs without white space, full-width forms folded, each with its place in the cell.
struct Glyphs {
    /// The cell in UTF-8.
    let bytes: [UInt8]
    /// UTF-16 code units after folding; a glyph outside the basic plane is one unit that no word contains.
    var codes: [UInt16] = []
    /// The byte at which each glyph begins.
    var starts: [Int32] = []
    /// What white space stands before each glyph.
    var gaps: [Gap] = []

    /// White space between two glyphs.
    enum Gap: UInt8 {
        case none
        case space
        case line
    }

    static let other: UInt16 = 0xFFFF

    init(_ cell: String) {
        bytes = Array(cell.utf8)
        codes.reserveCapacity(bytes.count / 3 + 4)
        starts.reserveCapacity(bytes.count / 3 + 4)
        gaps.reserveCapacity(bytes.count / 3 + 4)
        var index = 0
        var gap = Gap.none
        while index < bytes.count {
            let first = bytes[index]
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            let code = code(at: index, length: length)
            let place = Int32(truncatingIfNeeded: index)
            index += length
            switch Self.folded(code) {
            case 0x20: gap = gap == .line ? .line : .space
            case 0x0A: gap = .line
            case 0: break
            case let folded:
                codes.append(folded)
                starts.append(place)
                gaps.append(gap)
                gap = .none
            }
        }
    }

    var count: Int { codes.count }

    /// The byte offset behind a glyph.
    func end(of glyph: Int) -> Int {
        let start = Int(starts[glyph])
        let first = bytes[start]
        return start + (first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
    }

    /// The bytes of some glyphs, from the first to the last, white space between them included.
    func byteRange(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return Int(starts[range.lowerBound])..<end(of: range.upperBound - 1)
    }

    /// Adds glyphs as they are printed, without the white space between them, but for one between Latin words.
    func append(_ range: Range<Int>, to name: inout [UInt8]) {
        for glyph in range {
            if gaps[glyph] != .none, glyph > range.lowerBound, isLatin(glyph), isLatin(glyph - 1) { name.append(0x20) }
            let start = Int(starts[glyph])
            name.append(contentsOf: bytes[start..<end(of: glyph)])
        }
    }

    /// Whether white space stands between the first and the last of some glyphs.
    func hasGap(_ range: Range<Int>) -> Bool {
        guard range.count > 1 else { return false }
        for glyph in (range.lowerBound + 1)..<range.upperBound where gaps[glyph] != .none { return true }
        return false
    }

    private func isLatin(_ glyph: Int) -> Bool { codes[glyph] < 0x80 && codes[glyph] > 0x2F }

    private func code(at index: Int, length: Int) -> UInt32 {
        switch length {
        case 1: UInt32(bytes[index])
        case 2: UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
        case 3:
            UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
                | UInt32(bytes[index + 2] & 0x3F)
        default: 0x1_0000
        }
    }

    /// Full-width ASCII becomes ASCII, all brackets become round ones, white space becomes 0x20 or 0x0A and what
    /// nobody sees becomes 0.
    private static func folded(_ code: UInt32) -> UInt16 {
        if code >= 0x4E00 && code <= 0x9FFF { return UInt16(truncatingIfNeeded: code) }
        switch code {
        case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: return 0x0A
        case 0x20, 0x09, 0xA0, 0x3000, 0x2000...0x200A, 0x202F, 0x205F: return 0x20
        case 0..<0x20, 0x7F, 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return 0
        case 0xFF08, 0x3008, 0x300A, 0x3010, 0x3014, 0x3016, 0xFF3B, 0xFF1C, 0x5B, 0x3C, 0x7B, 0xFE59, 0xFE35, 0x2329,
            0x27E8:
            return 0x28
        case 0xFF09, 0x3009, 0x300B, 0x3011, 0x3015, 0x3017, 0xFF3D, 0xFF1E, 0x5D, 0x3E, 0x7D, 0xFE5A, 0xFE36, 0x232A,
            0x27E9:
            return 0x29
        case 0xFF0C, 0xFE50, 0x060C: return 0x2C
        case 0xFF64, 0xFE51: return 0x3001
        case 0xFF61: return 0x3002
        case 0xFE54: return 0x3B
        case 0xFE55, 0x2236, 0xFE13: return 0x3A
        case 0x2215, 0x2044, 0x29F8: return 0x2F
        case 0xFF01...0xFF5E: return UInt16(truncatingIfNeeded: code - 0xFEE0)
        case 0x1_0000...: return other
        default: return UInt16(truncatingIfNeeded: code)
        }
    }
}
