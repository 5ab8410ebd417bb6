/// White space in UTF-8: what may stand around a cell without being part of it.
///
/// Space, TAB, vertical TAB, U+00A0, U+2000–U+200B, U+202F, U+205F, U+3000 and U+FEFF.
enum WhiteSpace {
    /// The length of the white space that begins at an offset; 0 where none does.
    static func length<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes, at index: Int, end: Int) -> Int
    where Bytes.Index == Int {
        switch bytes[index] {
        case 0x20, 0x09, 0x0B: return 1
        case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE2, 0xE3, 0xEF:
            guard index + 2 < end else { return 0 }
            return isWide(bytes[index], bytes[index + 1], bytes[index + 2]) ? 3 : 0
        default: return 0
        }
    }

    /// A range without the white space at both of its ends.
    static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var lower = range.lowerBound
        while lower < range.upperBound {
            let length = length(in: bytes, at: lower, end: range.upperBound)
            guard length > 0 else { break }
            lower += length
        }
        var upper = range.upperBound
        while upper > lower {
            if bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 || bytes[upper - 1] == 0x0B {
                upper -= 1
            } else if upper - 2 >= lower, bytes[upper - 2] == 0xC2, bytes[upper - 1] == 0xA0 {
                upper -= 2
            } else if upper - 3 >= lower, isWide(bytes[upper - 3], bytes[upper - 2], bytes[upper - 1]) {
                upper -= 3
            } else {
                break
            }
        }
        return lower..<upper
    }

    /// Whether three bytes are white space outside ASCII and Latin-1.
    private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE2, 0x80): (0x80...0x8B).contains(third) || third == 0xAF
        case (0xE2, 0x81): third == 0x9F
        case (0xE3, 0x80): third == 0x80
        case (0xEF, 0xBB): third == 0xBF
        default: false
        }
    }
}
