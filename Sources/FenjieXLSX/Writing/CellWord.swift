/// Eight bytes of a cell's text in one word, the first of them lowest.
enum CellWord {
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Whether ``CellText`` can have nothing to say about any of the bytes; where it can, it looks at them one by one.
    @inline(__always)
    static func isOrdinary(_ word: UInt64) -> Bool {
        // U+FFFE and U+FFFF begin with EF BF; the punctuation of full width begins with EF too.
        let full = zeroBytes(word ^ 0xEFEF_EFEF_EFEF_EFEF)
        if full != 0, word >> 56 == 0xEF || full << 8 & zeroBytes(word ^ 0xBFBF_BFBF_BFBF_BFBF) != 0 { return false }
        // Chinese text is full of words without a single ASCII byte.
        guard ~word & highBits != 0 else { return true }
        let controls = (word &- 0x2020_2020_2020_2020) & ~word & highBits
        return controls | zeroBytes(word ^ 0x5F5F_5F5F_5F5F_5F5F) == 0
    }

    /// Whether there may be a `<`, `>` or `&` among the bytes.
    @inline(__always)
    static func holdsMarkup(_ word: UInt64) -> Bool {
        guard ~word & highBits != 0 else { return false }
        // `<` and `>` differ in one bit.
        return zeroBytes((word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
            | zeroBytes(word ^ 0x2626_2626_2626_2626) != 0
    }

    /// A set high bit for at least the lowest zero byte of a word, and none where there is no zero byte.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & highBits
    }
}
