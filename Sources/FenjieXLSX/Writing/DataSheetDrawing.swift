internal import FenjieModel

/// Draws a sheet for programs: headings and rows from the first cell on, without any look.
struct DataSheetDrawing {
    private let content: PrintedSheet
    private let sheet: WorksheetHandle

    init(_ content: PrintedSheet, on sheet: WorksheetHandle) {
        self.content = content
        self.sheet = sheet
    }

    func draw() throws(WorkbookWritingFailure) {
        var row = 0
        let headings = content.columns.map(\.heading)
        if headings.contains(where: { !$0.isEmpty }) {
            try draw(headings, row: row)
            row += 1
        }
        let offset = row
        let merges = try MergeMap(
            content.merges, rows: content.rows,
            columns: max(content.columns.count, content.rows.reduce(0) { max($0, $1.count) })
        ) { Place(sheet: content.name, row: $0.row + offset, column: $0.column) }
        for cells in content.rows {
            try draw(cells, row: row)
            row += 1
        }
        for range in merges.ranges {
            let first = content.rows[range.first.row - 1]
            try sheet.merge(
                range.first.column <= first.count ? first[range.first.column - 1] : "",
                rows: (range.first.row - 1 + offset)...(range.last.row - 1 + offset),
                columns: (range.first.column - 1)...(range.last.column - 1), format: nil)
        }
        sheet.allowNumbersAsText(rows: row, columns: content.columns.count)
        if content.isProtected { sheet.protect() }
    }

    private func draw(_ cells: [String], row: Int) throws(WorkbookWritingFailure) {
        for (column, text) in cells.enumerated() where !text.isEmpty {
            try sheet.write(text, row: row, column: column, format: nil)
        }
    }
}
