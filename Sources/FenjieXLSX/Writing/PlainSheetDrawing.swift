internal import FenjieModel

/// Draws a sheet without any look: its cells as text, merged ranges, hidden rows and columns.
struct PlainSheetDrawing {
    private let content: Sheet
    private let sheet: WorksheetHandle

    init(_ content: Sheet, on sheet: WorksheetHandle) {
        self.content = content
        self.sheet = sheet
    }

    /// Draws the sheet.
    ///
    /// - Returns: what was left out.
    func draw() throws(WorkbookWritingFailure) -> [Finding] {
        let columns = content.columnCount
        guard content.rows.count <= GridLimits.rows, columns <= GridLimits.columns else {
            throw .tooLarge(at: Place(sheet: content.name))
        }
        for (row, cells) in content.rows.enumerated() {
            for (column, text) in cells.enumerated() where !text.isEmpty {
                try sheet.write(text, row: row, column: column, format: nil)
            }
            if content.hiddenRows.contains(row + 1) { try sheet.hide(row: row) }
        }
        for column in content.hiddenColumns.sorted() where (1...GridLimits.columns).contains(column) {
            try sheet.setWidth(10, column: column - 1, isHidden: true)
        }
        sheet.allowNumbersAsText(rows: content.rows.count, columns: columns)
        return try drawMerges()
    }

    /// Draws merged ranges, which may reach beyond the last cell that holds text; a range that would hide text or does
    /// not fit is left out.
    private func drawMerges() throws(WorkbookWritingFailure) -> [Finding] {
        let merges = DisjointMerges(content.merges)
        var findings = merges.rejected.map {
            Finding.unmerged($0, sheet.name, Message("与其他区域重叠或过大", "overlaps others or is too large"))
        }
        for range in merges.accepted {
            guard !Self.hidesText(range, in: content) else {
                findings.append(.unmerged(range, sheet.name, Message("会遮住其中的文字", "would hide text in it")))
                continue
            }
            try sheet.merge(
                content.text(row: range.first.row, column: range.first.column),
                rows: (range.first.row - 1)...(range.last.row - 1),
                columns: (range.first.column - 1)...(range.last.column - 1), format: nil)
        }
        return findings
    }

    /// Whether a cell of the range other than the first holds text of its own.
    private static func hidesText(_ range: CellRange, in content: Sheet) -> Bool {
        guard range.first.row <= content.rows.count else { return false }
        let first = content.text(row: range.first.row, column: range.first.column)
        for row in range.first.row...min(range.last.row, content.rows.count) {
            let cells = content.rows[row - 1]
            guard range.first.column <= cells.count else { continue }
            for text in cells[(range.first.column - 1)..<min(range.last.column, cells.count)]
            where !text.isEmpty && text != first {
                return true
            }
        }
        return false
    }
}

extension Finding {
    fileprivate static func unmerged(_ range: CellRange, _ sheet: String, _ why: Message) -> Finding {
        Finding(
            "merge-left-out", .warning, at: Place(sheet: sheet, row: range.first.row, column: range.first.column),
            message: Message(
                "合并区域 \(range) 未写出：\(why.chinese)", "the merged range \(range) was left out: it \(why.english)"),
            hint: Message("文字都已保留，只是不再合并", "all text is kept; the cells are just not merged"))
    }
}
