public import FenjieFiles
public import FenjieModel

/// Writes printouts as workbooks that open in Excel, WPS and LibreOffice and print as they stand.
///
/// Equal printouts give equal bytes. Several writers may work at the same time, one workbook each.
///
/// ```swift
/// var output = try OutputFile(path: "任务分解表.xlsx", replacing: false)
/// let findings = try PrintoutWriter().write(printout, to: &output)
/// try output.commit()
/// ```
public struct PrintoutWriter: Sendable {
    private let temporaryFolder: String?

    /// A writer.
    ///
    /// - Parameter temporaryFolder: where parts are kept while a workbook is put together; `nil` for a folder in memory,
    ///   else the system's.
    public init(temporaryFolder: String? = nil) {
        self.temporaryFolder = temporaryFolder
    }

    /// Writes a printout; the caller commits the output.
    ///
    /// - Parameters:
    ///   - printout: what to write.
    ///   - output: where to.
    /// - Returns: what about the table may not print well.
    /// - Throws: ``WorkbookWritingFailure`` where the printout does not fit a workbook or the system cannot write.
    public func write(
        _ printout: Printout, to output: inout OutputFile
    ) throws(WorkbookWritingFailure) -> [Finding] {
        do {
            return try draw(printout, to: &output)
        } catch {
            throw error.inFile(output.path)
        }
    }

    private func draw(_ printout: Printout, to output: inout OutputFile) throws(WorkbookWritingFailure) -> [Finding] {
        if let failure = WorkbookWritingFailure.inNames(printout.sheets.map(\.name)) { throw failure }
        guard printout.sheets.contains(where: { $0.visibility == .visible }) else { throw .nothingVisible }
        let choices = ChoiceLists(printout)
        var findings: [Finding] = []
        try WorkbookComposition(temporaryFolder: temporaryFolder, needed: Self.size(printout))
            .compose(to: &output) { workbook throws(WorkbookWritingFailure) in
                try workbook.setProperties(printout.properties)
                var isFirstVisible = true
                for sheet in printout.sheets {
                    let handle = try workbook.addSheet(sheet.name)
                    switch sheet.style {
                    case .data:
                        findings += try PlainSheetDrawing(sheet.plain, on: handle).draw()
                        if sheet.isProtected { handle.protect() }
                    case .table:
                        let drawing = TableDrawing(
                            plan: try TablePlan(sheet), sheet: handle, choices: choices,
                            sheetNames: Set(printout.sheets.map(\.name)))
                        try drawing.draw(with: &workbook)
                        findings += drawing.plan.findings
                    }
                    handle.show(sheet.visibility, isFirstVisible: isFirstVisible)
                    if sheet.visibility == .visible { isFirstVisible = false }
                }
                try choices.draw(in: workbook)
            }
        return findings.map { $0.inFile(output.path) }
    }

    /// Bytes that the largest part may take, at most.
    private static func size(_ printout: Printout) -> Int {
        printout.sheets.reduce(1 << 20) { size, sheet in
            sheet.rows.reduce(size + 4_096) { $0 + WorkbookComposition.size(of: $1) }
        }
    }
}

extension WorkbookWritingFailure {
    /// A workbook must show something.
    static var nothingVisible: WorkbookWritingFailure {
        WorkbookWritingFailure(
            .reference, .bug, at: Place(), Message("工作簿中没有可见的工作表", "no sheet of the workbook is visible"))
    }
}
