internal import FenjieModel

/// What remains of a value for telling whether it came before: 128 bits, keyed anew in each run.
struct Fingerprint: Hashable {
    private let high: Int
    private let low: Int

    /// The fingerprint of a part of a row.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.init { hasher in
            hasher.combine(range.count)
            for index in range { hasher.combine(bytes[index]) }
        }
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

    private init(_ feed: (inout Hasher) -> Void) {
        var first = Hasher()
        var second = Hasher()
        second.combine(UInt8(1))
        feed(&first)
        feed(&second)
        high = first.finalize()
        low = second.finalize()
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
