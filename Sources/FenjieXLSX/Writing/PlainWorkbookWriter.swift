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
                    findings += try PlainSheetDrawing(sheet, on: handle).draw()
                    handle.show(index == opened ? .visible : sheet.visibility, isFirstVisible: index == opened)
                }
            }
        return findings.map { $0.inFile(output.path) }
    }
}

extension Finding {
    /// The same finding in a file.
    func inFile(_ file: String) -> Finding {
        var finding = self
        finding.place.file = file
        return finding
    }

    fileprivate static func renamed(_ old: String, _ new: String) -> Finding {
        Finding(
            "sheet-renamed", .info, at: Place(sheet: new),
            message: Message(
                "工作表“\(old)”的名称不能用于工作簿，已改为“\(new)”",
                "a workbook allows no sheet named “\(old)”; it is now “\(new)”"))
    }
}
