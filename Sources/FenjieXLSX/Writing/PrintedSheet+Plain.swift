internal import FenjieModel

extension PrintedSheet {
    /// The cells of a sheet for programs: headings, where any is not empty, and rows from the first cell on.
    var plain: Sheet {
        let headings = columns.map(\.heading)
        let hasHeadings = headings.contains { !$0.isEmpty }
        let offset = hasHeadings ? 1 : 0
        return Sheet(
            name: name, rows: (hasHeadings ? [headings] : []) + rows,
            merges: merges.map { range in
                CellRange(
                    rows: (range.first.row + offset)...(range.last.row + offset), columns: range.columns)
            },
            hiddenColumns: Set(columns.indices.filter { columns[$0].isHidden }.map { $0 + 1 }))
    }
}
