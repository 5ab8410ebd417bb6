internal import FenjieModel

/// What remains of a value for telling whether it came before: 128 bits, keyed anew in each run.
struct Fingerprint: Hashable {
    private let high: Int
    private let low: Int

    /// The fingerprint of a part of a row.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        var first = Hasher()
        var second = Hasher()
        second.combine(UInt8(1))
        first.combine(range.count)
        second.combine(range.count)
        // Eight bytes at a time: a hasher takes a word as quickly as a byte.
        var index = range.lowerBound
        while index < range.upperBound {
            let end = min(index + 8, range.upperBound)
            var word: UInt64 = 0
            while index < end {
                word = word << 8 | UInt64(bytes[index])
                index += 1
            }
            first.combine(word)
            second.combine(word)
        }
        high = first.finalize()
        low = second.finalize()
    }

    /// The fingerprint of several values of a row.
    init(_ row: borrowing CheckedRow, _ columns: [CheckedColumn]) {
        if columns.count == 1 {
            self.init(row.cells.bytes, row.value(columns[0]))
            return
        }
        var bytes: [UInt8] = []
        for column in columns {
            bytes.append(contentsOf: row.cells.bytes[row.value(column)])
            bytes.append(0x1F)
        }
        self.init(bytes, 0..<bytes.count)
    }

    /// A part of it is as good as a hash of it.
    func hash(into hasher: inout Hasher) { hasher.combine(low) }
}

/// The rows in which values came first; it holds fingerprints, never texts.
struct FirstRows {
    private var rows: [Fingerprint: Int32] = [:]

    /// Enters a value.
    ///
    /// - Returns: the row in which it came first, or `nil` where it is new.
    mutating func insert(_ key: Fingerprint, row: Int) -> Int? {
        if let first = rows[key] { return Int(first) }
        rows[key] = Int32(clamping: row)
        return nil
    }
}
