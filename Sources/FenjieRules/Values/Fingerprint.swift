internal import FenjieModel

/// What remains of a value for telling whether it came before: 128 bits.
///
/// Up to fifteen bytes stand for themselves, with their number in the last byte; of longer values there are two hashes.
package struct Fingerprint: Equatable {
    private static let isHashed: UInt64 = 1 << 63
    private let low: UInt64
    private let high: UInt64

    /// The fingerprint of a part of a row.
    package init(_ bytes: [UInt8], _ range: Range<Int>, key: HashKey) {
        guard range.count < 16 else {
            let (left, right) = key.doubleHash(bytes, range)
            low = left
            high = right | Self.isHashed
            return
        }
        let text = bytes.span.extracting(range)
        let count = UInt64(text.count) << 56
        if text.count <= 8 {
            low = CellBytes.lastWord(text)
            high = count
        } else {
            low = CellBytes.word(text, at: 0)
            high = CellBytes.lastWord(text) >> UInt64((16 - text.count) * 8) | count
        }
    }

    /// The fingerprint of several values of a row.
    package init(_ row: borrowing CheckedRow, _ columns: [CheckedColumn], key: HashKey) {
        var bytes: [UInt8] = []
        for index in columns.indices {
            let value = Fingerprint(row.cells.bytes, row.value(columns[index]), key: key)
            for word in [value.low, value.high] {
                for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
            }
        }
        self.init(bytes, 0..<bytes.count, key: key)
    }

    /// Where to look for it.
    func hash(key: HashKey) -> UInt64 { key.hash(low, high) }
}
