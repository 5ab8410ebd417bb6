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
            var drawing = try PrintoutDrawing(printout)
            try composition(of: printout).compose(to: &output) { workbook throws(WorkbookWritingFailure) in
                try drawing.draw(in: &workbook)
            }
            return drawing.findings.map { $0.inFile(output.path) }
        } catch {
            throw error.inFile(output.path)
        }
    }

    /// Writes sheets to a stream.
    ///
    /// - Parameters:
    ///   - printout: what to write.
    ///   - sink: where to; nothing is written before the workbook is whole.
    /// - Returns: what about the table may not print well.
    /// - Throws: ``WorkbookWritingFailure`` where the printout does not fit a workbook; what the sink throws.
    public func write(_ printout: Printout, to sink: any ByteSink) throws -> [Finding] {
        var drawing = try PrintoutDrawing(printout)
        try composition(of: printout).compose(to: sink) { workbook throws(WorkbookWritingFailure) in
            try drawing.draw(in: &workbook)
        }
        return drawing.findings
    }

    private func composition(of printout: Printout) -> WorkbookComposition {
        WorkbookComposition(temporaryFolder: temporaryFolder, needed: Self.size(printout))
    }

    /// Bytes that the largest part may take, at most.
    private static func size(_ printout: Printout) -> Int {
        printout.sheets.reduce(1 << 20) { size, sheet in
            sheet.rows.reduce(size + 4_096) { $0 + WorkbookComposition.size(of: $1) }
        }
    }
}

/// Draws the sheets of a printout into a workbook.
private struct PrintoutDrawing {
    private let printout: Printout
    private let choices: ChoiceLists
    /// What about the tables may not print well.
    private(set) var findings: [Finding] = []

    /// Checks what can be checked before a workbook is opened.
    init(_ printout: Printout) throws(WorkbookWritingFailure) {
        if let failure = WorkbookWritingFailure.inNames(printout.sheets.map(\.name)) { throw failure }
        guard printout.sheets.contains(where: { $0.visibility == .visible }) else { throw .nothingVisible }
        self.printout = printout
        choices = ChoiceLists(printout)
    }

    mutating func draw(in workbook: inout WorkbookHandle) throws(WorkbookWritingFailure) {
        try workbook.setProperties(printout.properties)
        let names = Set(printout.sheets.map(\.name))
        var isFirstVisible = true
        for sheet in printout.sheets {
            let handle = try workbook.addSheet(sheet.name)
            switch sheet.style {
            case .data:
                findings += try PlainSheetDrawing(sheet.plain, on: handle).draw()
                if sheet.isProtected { handle.protect() }
            case .table:
                let drawing = TableDrawing(
                    plan: try TablePlan(sheet), sheet: handle, choices: choices, sheetNames: names)
                try drawing.draw(with: &workbook)
                findings += drawing.plan.findings
            }
            handle.show(sheet.visibility, isFirstVisible: isFirstVisible)
            if sheet.visibility == .visible { isFirstVisible = false }
        }
        try choices.draw(in: workbook)
    }
}

extension WorkbookWritingFailure {
    /// A workbook must show something.
    static var nothingVisible: WorkbookWritingFailure {
        WorkbookWritingFailure(
            .reference, .bug, at: Place(), Message("工作簿中没有可见的工作表", "no sheet of the workbook is visible"))
    }
}
