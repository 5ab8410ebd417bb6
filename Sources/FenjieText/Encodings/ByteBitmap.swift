/// Finds the places of up to four byte values: one bit for each byte, 64 bytes a word.
///
/// Scanning text for separators this way keeps the branchy work to the bytes that matter.
package enum ByteBitmap {
    /// Marks where `bytes` holds one of the needles.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - needles: the ASCII bytes to find; repeat one where there are fewer.
    ///   - words: replaced by the bitmap; bit 0 of the first word is the first byte. Bits behind the end are 0.
    package static func mark(
        _ bytes: Span<UInt8>, needles: (UInt8, UInt8, UInt8, UInt8), into words: inout [UInt64]
    ) {
        let count = (bytes.count + 63) / 64
        if words.count > count { words.removeLast(words.count - count) }
        if words.count < count { words.append(contentsOf: repeatElement(0, count: count - words.count)) }
        // Unchecked loads: every offset below is compared with the length of its block.
        unsafe bytes.withUnsafeBytes { storage in
            let whole = storage.count / 64
            for block in 0..<whole {
                words[block] = unsafe word(storage, at: block * 64, needles)
            }
            guard whole < count else { return }
            var last: UInt64 = 0
            for index in (whole * 64)..<storage.count {
                let byte = unsafe storage[index]
                let isNeedle = byte == needles.0 || byte == needles.1 || byte == needles.2 || byte == needles.3
                if isNeedle { last |= 1 &<< UInt64(index & 63) }
            }
            words[whole] = last
        }
    }

    /// The bits of 64 bytes.
    @inline(__always)
    private static func word(
        _ storage: UnsafeRawBufferPointer, at offset: Int, _ needles: (UInt8, UInt8, UInt8, UInt8)
    ) -> UInt64 {
        var bits: UInt64 = 0
        let first = spread(needles.0)
        let second = spread(needles.1)
        let third = spread(needles.2)
        let fourth = spread(needles.3)
        for step in 0..<8 {
            let eight = unsafe UInt64(
                littleEndian: storage.loadUnaligned(fromByteOffset: offset + step * 8, as: UInt64.self))
            // Sums of seven-bit parts never carry into the next byte; their high bits say "not this one".
            let low = eight & Self.lowBits
            let different =
                ((low ^ first) &+ Self.lowBits) & ((low ^ second) &+ Self.lowBits) & ((low ^ third) &+ Self.lowBits)
                & ((low ^ fourth) &+ Self.lowBits) | eight
            let found = (~different & ~Self.lowBits) &>> 7
            bits |= ((found &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(step * 8)
        }
        return bits
    }

    private static let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    @inline(__always)
    private static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
