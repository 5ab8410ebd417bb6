/// Whole numbers and the rows in which they stand, as long as they rise; numbers that run on take no memory at all.
///
/// This is how the numbers of almost every table go; whatever goes otherwise is left to ``FirstRows``.
struct RisingNumbers {
    /// Numbers without a gap in rows without a gap.
    private struct Run {
        let first: Int
        let row: Int
        var count: Int
    }

    private var runs: [Run] = []
    /// The number behind the last one.
    private(set) var next = 0

    /// A whole number in its one plain way of writing, of at most fifteen digits; `nil` for any other value.
    static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard range.count == 1 || range.count > 1 && bytes[range.lowerBound] != 0x30 else { return nil }
        return CellBytes.wholeNumber(bytes, range, digits: 15)
    }

    /// Enters a number that is not less than `next`.
    mutating func append(_ number: Int, row: Int) {
        next = number + 1
        if let last = runs.indices.last, number - runs[last].first == runs[last].count,
            row - runs[last].row == runs[last].count
        {
            runs[last].count += 1
        } else {
            runs.append(Run(first: number, row: row, count: 1))
        }
    }

    /// The row in which a number stands, or `nil` where it has not come.
    func row(of number: Int) -> Int? {
        guard number < next else { return nil }
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].first <= number { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let offset = number - runs[low - 1].first
        return offset < runs[low - 1].count ? runs[low - 1].row + offset : nil
    }
}
