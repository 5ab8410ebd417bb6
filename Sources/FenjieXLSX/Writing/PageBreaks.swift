internal import FenjieModel

/// Where the pages of a table will end, as far as heights can tell.
///
/// Merged ranges are not parted at the end of a page; these are the ones that may be cut there.
struct PageBreaks {
    /// The body rows, counted from 0, that begin a page, from the second page on.
    private(set) var rows: [Int] = []
    /// Points that the last page holds.
    private(set) var filled: Double
    /// Points that a page holds.
    let page: Double

    /// Fills pages one after the other.
    ///
    /// - Parameters:
    ///   - layout: the paper.
    ///   - widths: of the columns, which decide how much the table shrinks.
    ///   - titles: the height of what stands above the headings, in points.
    ///   - headings: the height of the headings, which each page repeats.
    ///   - body: the height of each body row.
    init(layout: PageLayout, widths: [Double], titles: Double, headings: Double, body: [Double]) {
        page = layout.printableHeight / min(1, layout.printableWidth / max(1, PageLayout.points(widths)))
        filled = titles + headings
        for (row, height) in body.enumerated() {
            filled += height
            guard filled > page, row > 0 else { continue }
            rows.append(row)
            filled = headings + height
        }
    }

    /// Adds what stands below the body, which may begin a further page.
    mutating func append(_ height: Double) {
        filled += height
        if filled > page { filled = height }
    }

    /// Whether a page may end inside rows, counted from 0.
    ///
    /// Printers differ a little, and from page to page what differs adds up; so nearby ends count as well.
    func mayPart(_ range: ClosedRange<Int>) -> Bool {
        guard range.count > 1 else { return false }
        // The first page that begins at or behind the range, less the leeway.
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] + Self.leeway(middle) < range.lowerBound + 1 { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low] - Self.leeway(low) <= range.upperBound
    }

    private static func leeway(_ page: Int) -> Int { min(page + 1, 3) }
}
