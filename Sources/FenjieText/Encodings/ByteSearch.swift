/// Asks whether text holds any of a few bytes, many bytes at a time.
package struct ByteSearch: Sendable {
    /// The bytes sought, each spread over a word.
    private let needles: [UInt64]
    /// The same, each spread over sixteen bytes; eight of them, so that they stay in registers.
    private let wide: (ByteLanes, ByteLanes, ByteLanes, ByteLanes, ByteLanes, ByteLanes, ByteLanes, ByteLanes)
    /// Bytes below this one are found too.
    private let floor: UInt64

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - needles: ASCII bytes to find, one to eight.
    ///   - floor: every byte below this one is found too; at most 0x80.
    package init(_ needles: [UInt8], below floor: UInt8 = 0) {
        self.needles = needles.map { UInt64($0) &* 0x0101_0101_0101_0101 }
        precondition((1...8).contains(needles.count))
        func spread(_ place: Int) -> ByteLanes { ByteLanes(repeating: needles[place < needles.count ? place : 0]) }
        wide = (spread(0), spread(1), spread(2), spread(3), spread(4), spread(5), spread(6), spread(7))
        self.floor = UInt64(min(floor, 0x80)) &* 0x0101_0101_0101_0101
    }

    /// Whether any of the bytes is there.
    package func isFound(in bytes: Span<UInt8>) -> Bool {
        // Unchecked loads: the offset is compared with the length at each step.
        unsafe bytes.withUnsafeBytes { storage in
            var offset = 0
            while offset + 32 <= storage.count {
                guard unsafe !isFoundWidely(in: storage, at: offset) else { return true }
                offset += 32
            }
            return unsafe isFound(in: storage, from: offset)
        }
    }

    /// Whether any of the bytes is behind an offset, eight bytes at a time.
    @inline(__always)
    private func isFound(in storage: UnsafeRawBufferPointer, from start: Int) -> Bool {
        unsafe needles.withUnsafeBufferPointer { needles in
            var offset = start
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

    /// Whether any of the bytes is among the thirty-two at an offset.
    @inline(__always)
    private func isFoundWidely(in storage: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        let found =
            unsafe needles(in: ByteLanes(storage, at: offset)) | needles(in: ByteLanes(storage, at: offset + 16))
        guard found.isZero else { return true }
        guard floor != 0 else { return false }
        let none = unsafe UnsafeBufferPointer<UInt64>(start: nil, count: 0)
        for step in 0..<4 {
            let eight = unsafe storage.loadUnaligned(fromByteOffset: offset + 8 * step, as: UInt64.self)
            if unsafe isFound(in: eight, none) { return true }
        }
        return false
    }

    @inline(__always)
    private func needles(in block: ByteLanes) -> ByteLanes {
        let half = block.equal(wide.0) | block.equal(wide.1) | block.equal(wide.2) | block.equal(wide.3)
        return half | block.equal(wide.4) | block.equal(wide.5) | block.equal(wide.6) | block.equal(wide.7)
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
