/// Text without references, line ends of other systems, or escapes.
enum PlainText {
    /// Where the text ends: at the first `<`, `&` or carriage return, or at `end`.
    @inline(__always)
    static func end(
        _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
    ) -> (index: Int, mayBeEscaped: Bool) {
        var index = start
        // Nothing below looks further than this.
        guard end <= bytes.count, start >= 0 else { return (start, false) }
        let raw = unsafe bytes.bytes
        var escapes = SIMDMask<SIMD16<Int8>>(repeating: false)
        while index + 16 <= end {
            // Within bounds by the line above.
            let block = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
            let stops = words((block .== opening) .| (block .== reference) .| (block .== lineEnd))
            guard stops[0] | stops[1] == 0 else {
                let stop = firstByte(stops)
                let isBefore = firstByte(words(block .== escape)) < stop
                return (index + stop, isBefore || firstByte(words(escapes)) < 16)
            }
            escapes .|= block .== escape
            index += 16
        }
        var mayBeEscaped = firstByte(words(escapes)) < 16
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == 0x0D { break }
            if byte == UInt8(ascii: "_") { mayBeEscaped = true }
            index += 1
        }
        return (index, mayBeEscaped)
    }

    private static var opening: SIMD16<UInt8> { SIMD16(repeating: UInt8(ascii: "<")) }
    private static var reference: SIMD16<UInt8> { SIMD16(repeating: UInt8(ascii: "&")) }
    private static var lineEnd: SIMD16<UInt8> { SIMD16(repeating: 0x0D) }
    private static var escape: SIMD16<UInt8> { SIMD16(repeating: UInt8(ascii: "_")) }

    /// The first of sixteen bytes that has a bit set; 16 where none has.
    @inline(__always)
    private static func firstByte(_ words: SIMD2<UInt64>) -> Int {
        words[0] != 0 ? words[0].trailingZeroBitCount / 8 : 8 + words[1].trailingZeroBitCount / 8
    }

    /// The mask as two words, the first byte lowest.
    @inline(__always)
    private static func words(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> {
        // A mask is sixteen bytes, all bits set or none.
        let words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        return SIMD2(UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
    }
}
