/// Small questions about the bytes of a cell; every cell of every row passes through here.
enum CellBytes {
    /// The range without white space and invisible marks at its ends.
    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let width = spaceWidth(bytes, at: start, end: end)
            if width == 0 { break }
            start += width
        }
        while end > start {
            let width = spaceWidth(bytes, before: end, start: start)
            if width == 0 { break }
            end -= width
        }
        return start..<end
    }

    /// How many bytes the white space at an offset takes; 0 where there is none.
    static func spaceWidth(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
        switch bytes[index] {
        case 0...0x20: 1
        case 0xC2: end - index >= 2 && bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE2, 0xE3, 0xEF: end - index >= 3 && isSpace(bytes[index], bytes[index + 1], bytes[index + 2]) ? 3 : 0
        default: 0
        }
    }

    private static func spaceWidth(_ bytes: [UInt8], before end: Int, start: Int) -> Int {
        let last = bytes[end - 1]
        if last <= 0x20 { return 1 }
        guard last == 0x80 || last == 0xA0 || last == 0xBF || last == 0x8B else { return 0 }
        if end - start >= 2, bytes[end - 2] == 0xC2, last == 0xA0 { return 2 }
        return end - start >= 3 && isSpace(bytes[end - 3], bytes[end - 2], last) ? 3 : 0
    }

    /// U+3000, U+FEFF, U+200B.
    private static func isSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second, third) {
        case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0x8B): true
        default: false
        }
    }

    /// Whether a range holds just these bytes.
    static func equal(_ bytes: [UInt8], _ range: Range<Int>, _ other: [UInt8]) -> Bool {
        equal(bytes, range, other, 0..<other.count)
    }

    /// Whether two ranges hold the same bytes.
    static func equal(_ bytes: [UInt8], _ range: Range<Int>, _ others: [UInt8], _ other: Range<Int>) -> Bool {
        guard range.count == other.count else { return false }
        let left = bytes.span.extracting(range)
        let right = others.span.extracting(other)
        var offset = 0
        while offset + 8 < left.count {
            guard word(left, at: offset) == word(right, at: offset) else { return false }
            offset += 8
        }
        return lastWord(left) == lastWord(right)
    }

    /// Whether a range holds 小计, 合计, 总计 or 共计.
    static func holdsSum(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let text = bytes.span.extracting(range)
        var offset = 0
        while offset < text.count {
            // Eight bytes at a time to one that may be the last of 计.
            while offset + 8 <= text.count, !holds(0xA1, word(text, at: offset)) { offset += 8 }
            let end = min(offset + 8, text.count)
            for index in offset..<end where text[index] == 0xA1 && index >= 5 {
                guard text[index - 1] == 0xAE, text[index - 2] == 0xE8 else { continue }
                switch (text[index - 5], text[index - 4], text[index - 3]) {
                case (0xE5, 0xB0, 0x8F), (0xE5, 0x90, 0x88), (0xE6, 0x80, 0xBB), (0xE5, 0x85, 0xB1): return true
                default: continue
                }
            }
            offset = end
        }
        return false
    }

    /// Whether a range holds a colon, half or full width.
    static func holdsColon(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let text = bytes.span.extracting(range)
        for index in text.indices {
            if text[index] == 0x3A { return true }
            if text[index] == 0x9A, index >= 2, text[index - 1] == 0xBC, text[index - 2] == 0xEF { return true }
        }
        return false
    }

    /// Whether a byte is among eight.
    @inline(__always)
    private static func holds(_ byte: UInt8, _ word: UInt64) -> Bool {
        let zero = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
        return (zero &- 0x0101_0101_0101_0101) & ~zero & 0x8080_8080_8080_8080 != 0
    }

    /// A whole number of ASCII digits and nothing else.
    ///
    /// - Parameters:
    ///   - bytes: holds the number.
    ///   - range: where it lies.
    ///   - digits: how many digits it may have, at most 18.
    /// - Returns: the number, or `nil` for any other text.
    static func wholeNumber(_ bytes: [UInt8], _ range: Range<Int>, digits: Int) -> Int? {
        guard !range.isEmpty, range.count <= digits else { return nil }
        var number = 0
        for index in range {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    /// Eight bytes as a number.
    @inline(__always)
    static func word(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
        // The offset is checked, and any eight bytes are a number.
        unsafe UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The last eight bytes as a number, or all where there are less.
    @inline(__always)
    static func lastWord(_ bytes: Span<UInt8>) -> UInt64 {
        let count = bytes.count
        if count >= 8 { return word(bytes, at: count - 8) }
        if count >= 4 {
            // The halves overlap in bytes that are the same in both.
            let first = unsafe UInt32(littleEndian: bytes.bytes.unsafeLoadUnaligned(as: UInt32.self))
            let last = unsafe UInt32(
                littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            return UInt64(first) | UInt64(last) << UInt64((count - 4) * 8)
        }
        var word: UInt64 = 0
        for offset in 0..<count {
            word |= UInt64(bytes[offset]) << UInt64(offset * 8)
        }
        return word
    }

    /// The number of characters (Unicode scalars) in a range.
    static func length(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The text in a range without any white space.
    static func squeezed(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }))
    }
}
