internal import FenjieModel

/// The lines for names and dates below a table, laid over its columns.
///
/// All labels go on one row where there is room, because a row is never parted by the end of a page.
struct SignatureBlock {
    /// A label and the columns, counted from 0, that it and the room to sign take.
    struct Field {
        var label: String
        var columns: ClosedRange<Int>
    }

    private(set) var rows: [[Field]] = []
    /// The height of each row in points: room to sign by hand.
    static let rowHeight = 30.0

    /// Lays out labels.
    ///
    /// - Parameters:
    ///   - labels: what is to be signed, in reading order.
    ///   - widths: of the columns, in half-width characters; 0 for hidden ones.
    init(_ labels: [String], widths: [Double]) {
        var left = labels[...]
        let perRow = Self.labelsPerRow(labels, widths: widths)
        while !left.isEmpty {
            let part = left.prefix(perRow)
            left = left.dropFirst(perRow)
            // Each row is parted as the first one is, so that the fields stand below each other.
            let groups = Self.parts(perRow, of: widths)
            rows.append(zip(part, groups).map { Field(label: $0, columns: $1) })
        }
    }

    /// The largest number of labels that leaves each one room to sign; the rows get as equal as can be.
    private static func labelsPerRow(_ labels: [String], widths: [Double]) -> Int {
        guard labels.count > 1 else { return 1 }
        let longest = labels.reduce(0) { max($0, Double($1.unicodeScalars.count) * 2) }
        for rowCount in 1..<labels.count {
            let perRow = (labels.count + rowCount - 1) / rowCount
            let groups = parts(perRow, of: widths)
            guard groups.count == perRow else { continue }
            let narrowest = groups.map { group in group.reduce(0) { $0 + widths[$1] } }.min() ?? 0
            if narrowest >= longest + 10 { return perRow }
        }
        return 1
    }

    /// Parts the columns into neighbouring groups so that the narrowest is as wide as can be.
    ///
    /// - Returns: the groups; fewer than `count` where there are fewer visible columns.
    static func parts(_ count: Int, of widths: [Double]) -> [ClosedRange<Int>] {
        let visible = widths.indices.filter { widths[$0] > 0 }
        guard let last = visible.last, count > 1 else { return [0...max(0, (visible.last ?? widths.count - 1))] }
        // The largest least width, found by halving; filling up greedily shows whether a width can be had.
        var low = 0.0
        var high = widths.reduce(0, +) / Double(count)
        for _ in 0..<30 {
            let middle = (low + high) / 2
            if ends(of: widths, least: middle, count: count).count >= count { low = middle } else { high = middle }
        }
        var result: [ClosedRange<Int>] = []
        var start = 0
        for end in ends(of: widths, least: low, count: count) {
            result.append(start...end)
            start = end + 1
        }
        if let final = result.popLast() { result.append(final.lowerBound...last) }
        return result
    }

    /// The last columns of up to `count` groups that are each at least so wide.
    private static func ends(of widths: [Double], least: Double, count: Int) -> [Int] {
        var result: [Int] = []
        var width = 0.0
        for (index, part) in widths.enumerated() {
            width += part
            guard width >= least, width > 0 else { continue }
            result.append(index)
            width = 0
            if result.count == count { break }
        }
        return result
    }
}
