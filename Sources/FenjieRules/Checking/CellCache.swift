internal import FenjieModel

/// Readings of cells, each text read once; it forgets all when it has become large.
package final class CellCache<Reading> {
    private static var textLimit: Int { 8_192 }
    private static var byteLimit: Int { 4 << 20 }
    private let key: HashKey
    private let read: (String) -> Reading
    private var texts = TextTable()
    private var readings: [Reading] = []

    /// A cache without readings.
    ///
    /// - Parameters:
    ///   - key: what hashes are keyed with.
    ///   - read: reads a text.
    package init(key: HashKey = .ofThisRun, _ read: @escaping (String) -> Reading) {
        self.key = key
        self.read = read
    }

    /// How many readings are kept.
    package var count: Int { readings.count }

    /// The reading of a number that was just told; it holds until the next text is asked for.
    package subscript(number: Int) -> Reading { readings[number] }

    /// The number of the reading of a text.
    package func number(of bytes: [UInt8], _ range: Range<Int>) -> Int {
        let hash = key.hash(bytes, range)
        var found = texts.number(of: bytes, range, hash: hash)
        guard found.isNew else { return found.number }
        if texts.count > 1, texts.count > Self.textLimit || texts.byteCount > Self.byteLimit {
            texts.removeAll()
            readings.removeAll(keepingCapacity: true)
            found = texts.number(of: bytes, range, hash: hash)
        }
        readings.append(read(String(decoding: bytes[range], as: UTF8.self)))
        return found.number
    }

    /// The reading of a cell.
    package func reading(of column: CheckedColumn, in row: borrowing CheckedRow) -> Reading {
        self[number(of: row.cells.bytes, row.value(column))]
    }

    /// The reading of a text.
    package func reading(of text: String) -> Reading {
        let bytes = Array(text.utf8)
        return self[number(of: bytes, 0..<bytes.count)]
    }
}
