internal import CXLSXWriter
internal import FenjieModel

extension TableDrawing {
    /// Hangs notes on headings (how to fill in) and on marked cells (what is wrong).
    func drawNotes() throws(WorkbookWritingFailure) {
        var notes: [CellReference: [String]] = [:]
        for (index, column) in content.columns.enumerated() {
            guard let note = column.note, !note.isEmpty else { continue }
            notes[CellReference(row: 0, column: index + 1), default: []].append(note)
        }
        for mark in content.marks {
            guard (0...plan.rows.count).contains(mark.cell.row),
                content.columns.indices.contains(mark.cell.column - 1)
            else { throw .missing(Message("要标注的单元格", "a marked cell"), at: Place(sheet: content.name)) }
            if !mark.note.isEmpty { notes[shownCell(mark.cell), default: []].append(mark.note) }
        }
        for (cell, lines) in notes.sorted(by: { $0.key < $1.key }) {
            try sheet.drawNote(NoteText.joined(lines), row: plan.headingRow + cell.row, column: cell.column - 1)
        }
    }

    /// The cell that shows for a cell: the first of its merged range.
    private func shownCell(_ cell: CellReference) -> CellReference {
        guard cell.row > 0 else { return cell }
        return plan.merges.range(row: cell.row - 1, column: cell.column - 1)?.first ?? cell
    }
}

extension WorksheetHandle {
    /// Hangs a note on a cell.
    func drawNote(_ text: String, row: Int, column: Int) throws(WorkbookWritingFailure) {
        let text = try CellText.checked(text, at: place(row, column))
        var options = unsafe lxw_comment_options()
        let lines = LineCounter(width: 30).lines(of: text)
        unsafe options.width = 240
        unsafe options.height = UInt16(min(60 + lines * 18, 600))
        unsafe options.font_size = 9
        unsafe options.font_family = 0
        var strings = CStrings()
        unsafe options.font_name = strings.add(CellStyle.bodyFont)
        let result = unsafe worksheet_write_comment_opt(
            sheet, try rowIndex(row), try columnIndex(column), text, &options)
        try check(result, row, column)
        // What the options point to must live until here.
        extendLifetime(strings)
    }
}
