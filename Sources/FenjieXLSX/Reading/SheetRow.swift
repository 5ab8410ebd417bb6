internal import FenjieModel

/// One cell with text, in a row under way.
struct SheetCell {
    var column: Int
    /// Where its text lies: among the shared strings or in the row's own text.
    var start: Int
    var end: Int
    var isShared: Bool
    /// Whether it is a number or a day to a spreadsheet, and not text.
    var isNumber = false
}

/// One row of a worksheet: its cells with text in the order of their columns.
struct SheetRow {
    var number = 0
    var isHidden = false
    /// In points; `nil` where the file does not say.
    var height: Double?
    var cells: [SheetCell] = []
    /// The texts that are not shared, one after the other.
    var text: [UInt8] = []

    mutating func begin(_ number: Int) {
        self.number = number
        isHidden = false
        height = nil
        cells.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
    }

    /// Puts the cells in order; the number of a column that comes twice, if one does.
    mutating func sort() -> Int? {
        guard cells.count > 1 else { return nil }
        var isSorted = true
        for index in 1..<cells.count where cells[index].column <= cells[index - 1].column {
            isSorted = false
            break
        }
        if isSorted { return nil }
        cells.sort { $0.column < $1.column }
        for index in 1..<cells.count where cells[index].column == cells[index - 1].column {
            return cells[index].column
        }
        return nil
    }
}

extension SheetScanner {
    /// The text of a cell of the row, as UTF-8.
    borrowing func text(of cell: SheetCell) -> ArraySlice<UInt8> {
        cell.isShared ? context.strings.bytes[cell.start..<cell.end] : row.text[cell.start..<cell.end]
    }

    /// Moves to the next row and replaces a buffer with it; `false` at the end of the sheet.
    ///
    /// - Throws: ``XLSXFailure`` where the sheet is damaged, over a limit, or has its rows in no order.
    mutating func nextRow(into buffer: inout RowBuffer) throws(XLSXFailure) -> Bool {
        let before = row.number
        guard try nextRow() else { return false }
        guard row.number > before else {
            throw XLSXFailure.container("行的顺序有误", "the rows are out of order").at(sheet: nil, row: row.number)
        }
        copyRow(into: &buffer)
        if let last = row.cells.last { width = max(width, last.column) }
        return true
    }

    /// Replaces a buffer with the row; cells that the file leaves out become empty fields.
    private borrowing func copyRow(into buffer: inout RowBuffer) {
        buffer.removeAll()
        buffer.number = row.number
        var column = 1
        for cell in row.cells {
            while column < cell.column {
                buffer.endField()
                column += 1
            }
            let source = cell.isShared ? context.strings.bytes.span : row.text.span
            buffer.append(source.extracting(cell.start..<cell.end))
            buffer.endField()
            column += 1
        }
    }
}
