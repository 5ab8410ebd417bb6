public import FenjieFiles
public import FenjieModel

/// A sheet as it was read, with marks on some of its cells.
public struct MarkedSheet: Sendable {
    /// The sheet.
    public var sheet: Sheet
    /// Its widths, heights and numbers.
    public var look: SheetLook
    /// The marks; rows and columns count from 1 in the sheet.
    public var marks: [PrintedMark]
    /// The rows of a table with its header, which get borders.
    public var tableRows: ClosedRange<Int>?

    /// A sheet with marks.
    ///
    /// - Parameters:
    ///   - sheet: the sheet as it was read.
    ///   - look: its widths, heights and numbers.
    ///   - marks: the marks.
    ///   - tableRows: the rows of its table.
    public init(_ sheet: Sheet, look: SheetLook = SheetLook(), marks: [PrintedMark], tableRows: ClosedRange<Int>?) {
        self.sheet = sheet
        self.look = look
        self.marks = marks
        self.tableRows = tableRows
    }
}

/// Writes a copy of a workbook with marked cells behind a list of what is wrong with them.
///
/// Values, merged ranges, widths, heights, hidden parts and the order of the sheets are those of the workbook.
public struct MarkedWorkbookWriter: Sendable {
    private let temporaryFolder: String?

    /// A writer.
    ///
    /// - Parameter temporaryFolder: where parts are kept while a workbook is put together; `nil` for the best folder.
    public init(temporaryFolder: String? = nil) { self.temporaryFolder = temporaryFolder }

    /// Writes the list and the sheets; the caller commits the output.
    ///
    /// - Parameters:
    ///   - list: the first sheet; its links may lead to cells of the others.
    ///   - sheets: the sheets in their order; their names are those of a workbook.
    ///   - properties: the properties of the file.
    ///   - output: where to.
    /// - Returns: what could not be written as it was.
    /// - Throws: ``WorkbookWritingFailure`` where the sheets do not fit a workbook or the system cannot write.
    public func write(
        list: PrintedSheet, sheets: [MarkedSheet], properties: DocumentProperties, to output: inout OutputFile
    ) throws(WorkbookWritingFailure) -> [Finding] {
        let needed = sheets.reduce(1 << 20) { size, marked in
            marked.sheet.rows.reduce(size + 4_096) { $0 + WorkbookComposition.size(of: $1) }
        }
        var findings: [Finding] = []
        do {
            try WorkbookComposition(temporaryFolder: temporaryFolder, needed: needed)
                .compose(to: &output) { workbook throws(WorkbookWritingFailure) in
                    try workbook.setProperties(properties)
                    let names = [list.name] + sheets.map(\.sheet.name)
                    let handle = try workbook.addSheet(list.name)
                    let drawing = TableDrawing(
                        plan: try TablePlan(list), sheet: handle, choices: ChoiceLists(Printout(sheets: [list])),
                        sheetNames: Set(names))
                    try drawing.draw(with: &workbook)
                    handle.show(.visible, isFirstVisible: true)
                    for marked in sheets {
                        let handle = try workbook.addSheet(marked.sheet.name)
                        findings += try MarkedSheetDrawing(marked, on: handle).draw(with: &workbook)
                        handle.show(marked.sheet.visibility, isFirstVisible: false)
                    }
                }
        } catch {
            throw error.inFile(output.path)
        }
        return findings.map { $0.inFile(output.path) }
    }
}
