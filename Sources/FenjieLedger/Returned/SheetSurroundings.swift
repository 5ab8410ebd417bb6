internal import FenjieModel
internal import FenjieTasks

/// What stands on a sheet around its tasks: titles, notes, the lines to sign, whatever somebody wrote beside them.
struct SheetSurroundings: Sendable {
    /// One cell outside the header and the tasks.
    struct Cell: Sendable {
        let row: Int
        let column: Int
        let text: String
        /// The text with white space and width folded.
        let folded: String
        /// Whether it stands above the header.
        let isAbove: Bool

        /// Whether it waits for somebody to write behind it: 填报人：.
        var isLabel: Bool { folded.hasSuffix(":") }
    }

    /// The cells row by row.
    let cells: [Cell]

    /// Takes the cells of a sheet whose table was recognised.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - sheet: the sheet; text that was put into columns by a reader has nothing around its table.
    init(_ table: TaskTable, on sheet: Sheet) {
        guard sheet.tellsColumns, let header = table.headerRows else {
            cells = []
            return
        }
        let tasks = Set(table.tasks.compactMap(\.place.row))
        let own = Set(
            table.columns.compactMap { ReturnedColumns.isOwn($0.printedHeading ?? "") ? $0.sourceColumn : nil })
        let headings = Set(header.flatMap { sheet.rows.indices.contains($0 - 1) ? sheet.rows[$0 - 1] : [] })
        var cells: [Cell] = []
        for (index, row) in sheet.rows.enumerated() where !tasks.contains(index + 1) && !header.contains(index + 1) {
            for (position, text) in row.enumerated() where !text.isEmpty {
                let folded = FoldedText.of(text)
                guard !folded.isEmpty, !own.contains(position + 1), !headings.contains(text) else { continue }
                cells.append(
                    Cell(
                        row: index + 1, column: position + 1, text: text, folded: folded,
                        isAbove: index + 1 < header.lowerBound))
            }
        }
        self.cells = cells
    }
}
