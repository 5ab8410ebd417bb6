/// Asks whether text holds any of a few bytes, eight bytes at a time.
package struct ByteSearch: Sendable {
    /// The bytes sought, each spread over a word.
    private let needles: [UInt64]
    /// Bytes below this one are found too.
    private let floor: UInt64

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - needles: ASCII bytes to find.
    ///   - floor: every byte below this one is found too; at most 0x80.
    package init(_ needles: [UInt8], below floor: UInt8 = 0) {
        self.needles = needles.map { UInt64($0) &* 0x0101_0101_0101_0101 }
        self.floor = UInt64(min(floor, 0x80)) &* 0x0101_0101_0101_0101
    }

    /// Whether any of the bytes is there.
    package func isFound(in bytes: Span<UInt8>) -> Bool {
        // Unchecked loads: the offset is compared with the length at each step.
        unsafe bytes.withUnsafeBytes { storage in
            unsafe needles.withUnsafeBufferPointer { needles in
                var offset = 0
                while offset + 8 <= storage.count {
                    let eight = unsafe storage.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    guard unsafe !isFound(in: eight, needles) else { return true }
                    offset += 8
                }
                guard offset < storage.count else { return false }
                // The rest, filled up with a byte that is never sought.
                var last = ~UInt64(0)
                for index in (offset..<storage.count).reversed() {
                    last = unsafe last &<< 8 | UInt64(storage[index])
                }
                return unsafe isFound(in: last, needles)
            }
        }
    }

    @inline(__always)
    private func isFound(in eight: UInt64, _ needles: UnsafeBufferPointer<UInt64>) -> Bool {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let high: UInt64 = 0x8080_8080_8080_8080
        // Chinese text is full of words without a single ASCII byte.
        if eight & high == high { return false }
        // Sums of seven-bit parts never carry into the next byte; a high bit says "not this one".
        var missing = ((eight & low) | high) &- floor | eight
        for index in needles.indices {
            let different = unsafe eight ^ needles[index]
            missing &= (different & low) &+ low | different
        }
        return missing & high != high
    }
}
