internal import FenjieModel

/// The rows in which values came first; it holds fingerprints, never long texts.
package struct FirstRows {
    private let key: HashKey
    private var numbers = RisingNumbers()
    private var slots = HashSlots()
    private var values: [Fingerprint] = []
    private var rows: [Int32] = []

    /// No value came yet.
    package init(key: HashKey = .ofThisRun) { self.key = key }

    /// Enters a value.
    ///
    /// - Returns: the row in which it came first, or `nil` where it is new.
    package mutating func insert(_ bytes: [UInt8], _ range: Range<Int>, row: Int) -> Int? {
        guard let number = RisingNumbers.number(bytes, range) else {
            return insert(Fingerprint(bytes, range, key: key), row: row)
        }
        if let first = numbers.row(of: number) { return first }
        guard number >= numbers.next else { return insert(Fingerprint(bytes, range, key: key), row: row) }
        numbers.append(number, row: row)
        return nil
    }

    /// Enters the values of several columns together.
    ///
    /// - Returns: the row in which they came first, or `nil` where they are new.
    package mutating func insert(_ columns: [CheckedColumn], of row: borrowing CheckedRow) -> Int? {
        if columns.count == 1 { return insert(row.cells.bytes, row.value(columns[0]), row: row.cells.number) }
        return insert(Fingerprint(row, columns, key: key), row: row.cells.number)
    }

    private mutating func insert(_ value: Fingerprint, row: Int) -> Int? {
        let hash = value.hash(key: key)
        if let number = slots.number(hash: hash, where: { values[$0] == value }) { return Int(rows[number]) }
        slots.add(hash: hash)
        values.append(value)
        rows.append(Int32(clamping: row))
        return nil
    }
}
