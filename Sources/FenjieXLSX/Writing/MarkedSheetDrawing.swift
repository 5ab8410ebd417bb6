internal import CXLSXWriter
internal import FenjieModel

/// Draws a sheet as it was read, its marked cells in colour and with a note.
struct MarkedSheetDrawing {
    private let marked: MarkedSheet
    private let sheet: WorksheetHandle
    /// Cells that one merged range after the other may cover when marks are moved to the cell that shows.
    private static let coverLimit = 1 << 20
    /// Blank cells of a table that may have borders beside those that its texts justify.
    private static let blankLimit = 1 << 18

    init(_ marked: MarkedSheet, on sheet: WorksheetHandle) {
        self.marked = marked
        self.sheet = sheet
    }

    /// Draws the sheet.
    ///
    /// - Returns: merged ranges that were left out.
    func draw(with workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) -> [Finding] {
        let content = marked.sheet
        let width = content.columnCount
        guard content.rows.count <= GridLimits.rows, width <= GridLimits.columns else {
            throw .tooLarge(at: Place(sheet: content.name))
        }
        try drawColumns()
        let merges = DisjointMerges(content.merges)
        let (tones, notes) = marks(in: merges.accepted)
        let tableWidth = hasRoomForBlanks(width) ? width : 0
        let last = max(content.rows.count, tones.keys.reduce(0) { max($0, $1.row) })
        for row in stride(from: 1, through: last, by: 1) {
            let cells = content.rows.indices.contains(row - 1) ? content.rows[row - 1] : []
            let isTable = marked.tableRows?.contains(row) ?? false
            for column in stride(from: 1, through: max(cells.count, isTable ? tableWidth : 0), by: 1) {
                let cell = CellReference(row: row, column: column)
                let text = column <= cells.count ? cells[column - 1] : ""
                guard !text.isEmpty || isTable && column <= tableWidth || tones[cell] != nil else { continue }
                try draw(text, at: cell, tone: tones[cell], with: &workbook)
            }
            if content.hiddenRows.contains(row) {
                try sheet.hide(row: row - 1)
            } else if let height = marked.look.rowHeights[row] {
                try sheet.setHeight(height, row: row - 1)
            }
        }
        try drawMerges(merges.accepted, tones, with: &workbook)
        for cell in notes.keys.sorted() {
            try sheet.drawNote(NoteText.joined(notes[cell] ?? []), row: cell.row - 1, column: cell.column - 1)
        }
        sheet.allowNumbersAsText(rows: content.rows.count, columns: width)
        unsafe worksheet_set_landscape(sheet.sheet)
        // A4; one page wide, as many high as it takes.
        unsafe worksheet_set_paper(sheet.sheet, 9)
        unsafe worksheet_fit_to_pages(sheet.sheet, 1, 0)
        return merges.rejected.map { Self.leftOut($0, content.name) }
    }

    /// Whether the blank cells of the table can have borders too: they must not outnumber those with text by too much.
    private func hasRoomForBlanks(_ width: Int) -> Bool {
        let filled = marked.sheet.rows.reduce(0) { $0 + $1.count { !$0.isEmpty } }
        return (marked.tableRows?.count ?? 0) * width <= Self.blankLimit + 16 * filled
    }

    private func drawColumns() throws(WorkbookWritingFailure) {
        let widths = marked.look.widths(upTo: max(1, marked.sheet.columnCount))
        for column in Set(widths.keys).union(marked.sheet.hiddenColumns).sorted() where column <= GridLimits.columns {
            let isHidden = marked.sheet.hiddenColumns.contains(column)
            let width = min(widths[column] ?? 10, TablePlan.widestColumn)
            try sheet.setWidth(width > 0 ? width : 10, column: column - 1, isHidden: isHidden)
        }
    }

    private func style(at cell: CellReference, tone: Tone?, isDate: Bool) -> CellStyle {
        var style = CellStyle(role: marked.tableRows?.contains(cell.row) ?? false ? .body : .data)
        if cell.row == marked.tableRows?.lowerBound { style.role = .heading }
        style.tone = tone
        style.isLocked = false
        if isDate { style.numberFormat = .date }
        return style
    }

    private func draw(
        _ text: String, at cell: CellReference, tone: Tone?, with workbook: inout WorkbookHandle
    ) throws(WorkbookWritingFailure) {
        var date: Double?
        var number: Double?
        if marked.look.numbers.contains(cell) {
            date = SerialDate.value(of: text)
            number = date ?? PlainNumber.value(of: text)
        }
        let format = try workbook.format(style(at: cell, tone: tone, isDate: date != nil))
        if let number {
            try sheet.write(number, row: cell.row - 1, column: cell.column - 1, format: format)
        } else {
            try sheet.write(text, row: cell.row - 1, column: cell.column - 1, format: format)
        }
    }

    private func drawMerges(
        _ ranges: [CellRange], _ tones: [CellReference: Tone], with workbook: inout WorkbookHandle
    ) throws(WorkbookWritingFailure) {
        for range in ranges {
            var style = style(at: range.first, tone: tones[range.first], isDate: false)
            if marked.tableRows.map({ range.last.row < $0.lowerBound }) ?? false { style.alignment = .center }
            try sheet.merge(
                marked.sheet.text(row: range.first.row, column: range.first.column),
                rows: (range.first.row - 1)...(range.last.row - 1),
                columns: (range.first.column - 1)...(range.last.column - 1), format: try workbook.format(style))
        }
    }

    /// Tones and notes by the cells that show: the first of its merged range for a cell that lies in one.
    private func marks(in ranges: [CellRange]) -> (tones: [CellReference: Tone], notes: [CellReference: [String]]) {
        var shown: [CellReference: CellReference] = [:]
        for range in ranges where range.rows.count * range.columns.count <= Self.coverLimit - shown.count {
            for row in range.rows {
                for column in range.columns { shown[CellReference(row: row, column: column)] = range.first }
            }
        }
        var tones: [CellReference: Tone] = [:]
        var notes: [CellReference: [String]] = [:]
        for mark in marked.marks {
            let cell = shown[mark.cell] ?? mark.cell
            guard (1...GridLimits.rows).contains(cell.row), (1...GridLimits.columns).contains(cell.column) else {
                continue
            }
            if tones[cell] != .bad { tones[cell] = mark.tone }
            if !mark.note.isEmpty { notes[cell, default: []].append(mark.note) }
        }
        return (tones, notes)
    }

    private static func leftOut(_ range: CellRange, _ sheet: String) -> Finding {
        Finding(
            "merge-left-out", .warning, at: Place(sheet: sheet, row: range.first.row, column: range.first.column),
            message: Message(
                "合并区域 \(range) 与其他区域重叠或过大，未写出", "the merged range \(range) overlaps others or is too large"),
            hint: Message("文字都已保留，只是不再合并", "all text is kept; the cells are just not merged"))
    }
}
