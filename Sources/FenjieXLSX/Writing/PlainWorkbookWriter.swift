public import FenjieFiles
public import FenjieModel

/// Writes plain sheets as workbooks: cells, merged ranges, visibility, and no look at all.
///
/// All cells are text, so that what was read comes out again: `007`, `1-2` and identity numbers stay as they are.
public struct PlainWorkbookWriter: Sendable {
    private let temporaryFolder: String?

    /// A writer.
    ///
    /// - Parameter temporaryFolder: where parts are kept while a workbook is put together; `nil` for a folder in memory,
    ///   else the system's.
    public init(temporaryFolder: String? = nil) {
        self.temporaryFolder = temporaryFolder
    }

    /// Writes sheets; the caller commits the output.
    ///
    /// Names that a workbook does not allow are changed, which is a finding. Where no sheet is visible the first one is
    /// shown.
    ///
    /// - Parameters:
    ///   - sheets: what to write.
    ///   - output: where to.
    /// - Returns: what was changed.
    /// - Throws: ``WorkbookWritingFailure`` where the sheets do not fit a workbook or the system cannot write.
    public func write(_ sheets: [Sheet], to output: inout OutputFile) throws(WorkbookWritingFailure) -> [Finding] {
        do {
            return try draw(sheets.isEmpty ? [Sheet(name: "Sheet1")] : sheets, to: &output)
        } catch {
            throw error.inFile(output.path)
        }
    }

    private func draw(_ sheets: [Sheet], to output: inout OutputFile) throws(WorkbookWritingFailure) -> [Finding] {
        var names = SheetNames()
        var findings: [Finding] = []
        let opened = sheets.firstIndex { $0.visibility == .visible } ?? 0
        let needed = sheets.reduce(1 << 20) { size, sheet in
            sheet.rows.reduce(size + 4_096) { $0 + WorkbookComposition.size(of: $1) }
        }
        try WorkbookComposition(temporaryFolder: temporaryFolder, needed: needed)
            .compose(to: &output) { workbook throws(WorkbookWritingFailure) in
                try workbook.setProperties(DocumentProperties())
                for (index, sheet) in sheets.enumerated() {
                    let name = names.makeName(for: sheet.name)
                    if name != sheet.name { findings.append(.renamed(sheet.name, name)) }
                    let handle = try workbook.addSheet(name)
                    findings += try draw(sheet, on: handle)
                    handle.show(index == opened ? .visible : sheet.visibility, isFirstVisible: index == opened)
                }
            }
        return findings.map { $0.inFile(output.path) }
    }

    private func draw(_ content: Sheet, on sheet: WorksheetHandle) throws(WorkbookWritingFailure) -> [Finding] {
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
        return try draw(content.merges, of: content, on: sheet)
    }

    /// Draws merged ranges, which may reach beyond the last cell that holds text; a range that would hide text or does
    /// not fit is left out.
    private func draw(
        _ ranges: [CellRange], of content: Sheet, on sheet: WorksheetHandle
    ) throws(WorkbookWritingFailure) -> [Finding] {
        let merges = DisjointMerges(ranges)
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
    /// The same finding in a file.
    func inFile(_ file: String) -> Finding {
        var finding = self
        finding.place.file = file
        return finding
    }

    fileprivate static func unmerged(_ range: CellRange, _ sheet: String, _ why: Message) -> Finding {
        Finding(
            "merge-left-out", .warning, at: Place(sheet: sheet, row: range.first.row, column: range.first.column),
            message: Message(
                "合并区域 \(range) 未写出：\(why.chinese)", "the merged range \(range) was left out: it \(why.english)"),
            hint: Message("文字都已保留，只是不再合并", "all text is kept; the cells are just not merged"))
    }

    fileprivate static func renamed(_ old: String, _ new: String) -> Finding {
        Finding(
            "sheet-renamed", .info, at: Place(sheet: new),
            message: Message(
                "工作表“\(old)”的名称不能用于工作簿，已改为“\(new)”",
                "a workbook allows no sheet named “\(old)”; it is now “\(new)”"))
    }
}
