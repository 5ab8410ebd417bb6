/// The blank stripes that part the columns of an aligned table.
struct ColumnGutters: Sendable {
    /// The display column at which each column of the table begins; the first begins at 0.
    let starts: [Int]
    /// The first table column of each heading.
    let headingStarts: [Int]
    /// How many lines cross a stripe.
    let crossings: Int

    /// Finds the stripes between headings by counting in how many lines each display column is used.
    ///
    /// - Parameters:
    ///   - headings: where the headings stand.
    ///   - lines: the segments of the lines of the table.
    init?(headings: [Range<Int>], lines: [[LineSegment]]) {
        guard headings.count >= 2, !lines.isEmpty else { return nil }
        let width = min(
            2_000, max(lines.lazy.flatMap { $0 }.map(\.columns.upperBound).max() ?? 0, headings.last?.upperBound ?? 0))
        let use = Self.use(lines, width: width)
        var starts = [0]
        var headingStarts = [0]
        var crossings = 0
        for (left, right) in zip(headings, headings.dropFirst()) {
            guard right.lowerBound < width, left.lowerBound < right.upperBound else { return nil }
            let from = (left.lowerBound + left.upperBound) / 2
            let to = max(from, (right.lowerBound + right.upperBound) / 2)
            let gutter = Self.best(use, from..<min(to + 1, width), preferring: right.lowerBound)
            // A second stripe left of the first parts two columns under one heading.
            if let inner = Self.inner(
                use, from: starts[starts.count - 1] + 2, to: gutter.lowerBound - 1, lines: lines.count)
            {
                starts.append(inner)
            }
            starts.append(gutter.upperBound)
            headingStarts.append(starts.count - 1)
            crossings += use[gutter.upperBound - 1]
        }
        self.starts = starts
        self.headingStarts = headingStarts
        self.crossings = crossings
    }

    /// The table column that a segment stands in, or `nil` where it crosses from one into the next.
    func column(of segment: LineSegment) -> Int? {
        guard let column = starts.lastIndex(where: { $0 <= segment.columns.lowerBound }) else { return nil }
        guard column + 1 < starts.count, segment.columns.upperBound > starts[column + 1] else { return column }
        return nil
    }

    /// In how many lines each display column is used.
    private static func use(_ lines: [[LineSegment]], width: Int) -> [Int] {
        var change = Array(repeating: 0, count: width + 1)
        for segment in lines.lazy.flatMap({ $0 }) {
            change[min(segment.columns.lowerBound, width)] += 1
            change[min(segment.columns.upperBound, width)] -= 1
        }
        var use = Array(repeating: 0, count: width)
        var sum = 0
        for column in 0..<width {
            sum += change[column]
            use[column] = sum
        }
        return use
    }

    /// The stripe used least; of equal ones that which reaches nearest to the next heading.
    private static func best(_ use: [Int], _ range: Range<Int>, preferring place: Int) -> Range<Int> {
        var best = range.lowerBound..<(range.lowerBound + 1)
        var bestUse = Int.max
        var index = range.lowerBound
        while index < range.upperBound {
            let value = use[index]
            var end = index + 1
            while end < range.upperBound, use[end] == value { end += 1 }
            // Stripes may go on beyond the middle of the next heading where its cells begin further right.
            while end < use.count, end < place, use[end] == value { end += 1 }
            if value < bestUse || value == bestUse && abs(end - place) < abs(best.upperBound - place) {
                bestUse = value
                best = index..<end
            }
            index = end
        }
        return best
    }

    /// The end of an unused stripe of two columns or more with well-used columns on both of its sides.
    private static func inner(_ use: [Int], from: Int, to: Int, lines: Int) -> Int? {
        guard from < to else { return nil }
        var index = from
        while index < to {
            guard use[index] == 0 else {
                index += 1
                continue
            }
            var end = index
            while end < to, use[end] == 0 { end += 1 }
            let before = use[max(0, from - 2)..<index].max() ?? 0
            let after = use[end..<max(end, to)].max() ?? 0
            if end - index >= 2, end < to, min(before, after) >= max(2, lines / 33) { return end }
            index = end
        }
        return nil
    }
}
