internal import FenjieModel

/// Headings of two levels in a stream: 责任单位 among the others, and 牵头单位 配合单位 below it, at the end.
enum HeadingLevels {
    /// The headings in the order of the columns, where the lower level stands for the upper one.
    ///
    /// The count of cells from number to number must bear it out.
    static func flattened(_ headings: [Heading], cells: [StreamCell]) -> [Heading] {
        let lower = headings.reversed().prefix { ColumnRole($0.field) == .unit }.count
        guard lower >= 2, headings.first?.field == .number else { return headings }
        let upper = headings.dropLast(lower)
        guard let above = upper.lastIndex(where: { ColumnRole($0.field) == .unit }), above + 1 < upper.count else {
            return headings
        }
        let anchors = NumberChain(cells: cells, headings: headings.count - 1).anchors
        let length = NumberChain.commonest(zip(anchors, anchors.dropFirst()).map { $1 - $0 })
        guard length == headings.count - 1 else { return headings }
        return Array(upper[..<above] + headings.suffix(lower) + upper[(above + 1)...])
    }
}
