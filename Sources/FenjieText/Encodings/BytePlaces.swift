/// Finds the places of a few byte values, 64 bytes at a time.
///
/// Scanning text for separators this way keeps the branchy work to the bytes that matter.
package enum BytePlaces {
    /// Finds where `bytes` holds one of the needles, or a control character from BS (0x08) to SI (0x0F).
    ///
    /// One comparison finds those eight, TAB, LF and CR among them.
    ///
    /// - Parameters:
    ///   - needles: bytes to find; repeat one where there are fewer.
    ///   - bytes: the text.
    ///   - places: replaced by the offsets, which rise.
    package static func find(
        _ needles: (UInt8, UInt8, UInt8, UInt8), in bytes: Span<UInt8>, into places: inout [Int]
    ) {
        places.removeAll(keepingCapacity: true)
        // Each byte may be one, and a block writes a few places too many before it knows how many it has.
        places.append(addingCapacity: bytes.count + fewest) { output in
            unsafe output.withUnsafeMutableBufferPointer { room, count in
                // Unchecked loads: every offset is compared with the length of its block.
                unsafe bytes.withUnsafeBytes { text in
                    let whole = text.count / 64 * 64
                    for start in stride(from: 0, to: whole, by: 64) {
                        let bits = unsafe bitmap(text, at: start, needles)
                        unsafe store(bits, from: start, in: room, &count)
                    }
                    for index in whole..<text.count {
                        let byte = unsafe text[index]
                        let isNeedle =
                            byte == needles.0 || byte == needles.1 || byte == needles.2 || byte == needles.3
                        guard isNeedle || byte & 0xF8 == 0x08 else { continue }
                        unsafe room[count] = index
                        count += 1
                    }
                }
            }
        }
    }

    /// How many places of a block are stored without asking whether there are so many.
    private static let fewest = 4

    /// Stores the places of the bits behind those that are there.
    ///
    /// Most blocks hold a few, each another number of them: to ask costs more than to write what does not count.
    @inline(__always)
    private static func store(
        _ bits: UInt64, from start: Int, in room: UnsafeMutableBufferPointer<Int>, _ count: inout Int
    ) {
        var bits = bits
        let end = count &+ bits.nonzeroBitCount
        for step in 0..<fewest {
            unsafe room[count &+ step] = start &+ bits.trailingZeroBitCount
            bits &= bits &- 1
        }
        count &+= fewest
        while bits != 0 {
            unsafe room[count] = start &+ bits.trailingZeroBitCount
            count &+= 1
            bits &= bits &- 1
        }
        count = end
    }

    /// One bit for each of 64 bytes.
    @inline(__always)
    private static func bitmap(
        _ storage: UnsafeRawBufferPointer, at offset: Int, _ needles: (UInt8, UInt8, UInt8, UInt8)
    ) -> UInt64 {
        // Bit k of byte j says whether byte j of the k-th eight is found.
        let rows =
            unsafe found(storage, at: offset, needles) & bits(0x01, 0x02)
            | found(storage, at: offset &+ 16, needles) & bits(0x04, 0x08)
            | found(storage, at: offset &+ 32, needles) & bits(0x10, 0x20)
            | found(storage, at: offset &+ 48, needles) & bits(0x40, 0x80)
        return transposed(rows.words.low | rows.words.high)
    }

    /// All bits of the bytes that are sought.
    @inline(__always)
    private static func found(
        _ storage: UnsafeRawBufferPointer, at offset: Int, _ needles: (UInt8, UInt8, UInt8, UInt8)
    ) -> ByteLanes {
        let part = unsafe ByteLanes(storage, at: offset)
        return part.equal(needles.0) | part.equal(needles.1) | part.equal(needles.2) | part.equal(needles.3)
            | part.masked(by: 0xF8).equal(0x08)
    }

    @inline(__always)
    private static func bits(_ first: UInt8, _ second: UInt8) -> ByteLanes {
        ByteLanes(lowHalf: SIMD8(repeating: first), highHalf: SIMD8(repeating: second))
    }

    /// Eight by eight bits, mirrored at the diagonal: first single bits, then squares of four, then of sixteen.
    @inline(__always)
    private static func transposed(_ bits: UInt64) -> UInt64 {
        var bits = bits
        var swap = (bits ^ bits &>> 7) & 0x00AA_00AA_00AA_00AA
        bits ^= swap ^ swap &<< 7
        swap = (bits ^ bits &>> 14) & 0x0000_CCCC_0000_CCCC
        bits ^= swap ^ swap &<< 14
        swap = (bits ^ bits &>> 28) & 0x0000_0000_F0F0_F0F0
        return bits ^ swap ^ swap &<< 28
    }
}
