public import FenjieFiles
public import FenjieModel

/// A reader for `.xlsx` workbooks, transitional and strict.
///
/// Opening one checks the container and finds the worksheets; each is then read on its own, as rows one after the
/// other, as cells, or whole. Formulas give their stored results, dates are written as ISO 8601.
public final class WorkbookReader {
    /// The worksheets in the order of the workbook, hidden ones too.
    public let sheets: [WorksheetInfo]
    /// The file as the user named it.
    public let name: String
    private let archive: ZipArchive
    private let workbook: WorkbookPart
    private var context: CellContext?

    /// Opens a workbook.
    ///
    /// - Throws: ``XLSXFailure`` where the file is something else, damaged, protected by a password or over a limit.
    public init(file: InputFile, limits: XLSXLimits = XLSXLimits()) throws(XLSXFailure) {
        name = file.name
        do {
            try FileForm.check(file)
            archive = try ZipArchive(file: file, limits: limits)
            workbook = try WorkbookPart(of: archive)
        } catch { throw error.inFile(file.name) }
        sheets = workbook.sheets
    }

    /// A reader for the rows of a worksheet, in memory that does not grow with their number.
    public func rows(of sheet: WorksheetInfo) throws(XLSXFailure) -> WorksheetRows {
        WorksheetRows(try scanner(for: sheet), file: name, sheet: sheet)
    }

    /// What was seen of the workbook and of a worksheet whose rows have been read to their end.
    ///
    /// Merged ranges stand behind the rows. Where there are any, the rows that they reach are read once more to find text
    /// below them; a reader of rows has passed that on by then.
    /// - Parameter rows: the reader of the rows.
    /// - Returns: the findings, with the file in their places.
    /// - Throws: ``XLSXFailure`` where the sheet cannot be read again.
    public func findings(of rows: WorksheetRows) throws(XLSXFailure) -> [Finding] {
        findings + rows.findings + (try coveredText(of: rows.sheet, below: rows.merges))
    }

    /// Text of a sheet that lies below its merged ranges.
    func coveredText(of sheet: WorksheetInfo, below merges: [CellRange]) throws(XLSXFailure) -> [Finding] {
        guard merges.contains(where: { $0.first != $0.last }) else { return [] }
        do throws(XLSXFailure) {
            return inThisFile(try MergedText.look(below: merges, in: scanner(for: sheet), sheet: sheet.name))
        } catch { throw error.inFile(name).at(sheet: sheet.name) }
    }

    /// Opens the part of a worksheet.
    func scanner(for sheet: WorksheetInfo, asShown: Bool = false) throws(XLSXFailure) -> SheetScanner {
        do throws(XLSXFailure) {
            var context = try sharedContext()
            context.isAsShown = asShown
            guard let entry = archive.entry(named: sheet.part) else {
                throw XLSXFailure.part(sheet.part, "部件缺失", "the part is missing")
            }
            let xml = try archive.scanner(for: entry, sizeLimit: .sheetBytes)
            return SheetScanner(xml, context: context, limits: archive.limits)
        } catch { throw error.inFile(name).at(sheet: sheet.name) }
    }

    /// What was seen while the workbook was opened.
    public var findings: [Finding] { inThisFile(workbook.findings) }

    /// Findings with the name of the file in their places.
    func inThisFile(_ findings: [Finding]) -> [Finding] {
        findings.map { finding in
            var finding = finding
            finding.place.file = name
            return finding
        }
    }

    /// The custom properties of the workbook that are text; none where their part is missing or damaged.
    ///
    /// Nothing of a table depends on them, so that a damaged part spoils nothing.
    public func customProperties() -> [CustomProperty] {
        guard let scanner = properties(["custom-properties", "customProperties"]) else { return [] }
        return (try? CustomPropertyList.read(scanner, limit: archive.limits.valueBytes)) ?? []
    }

    /// When the workbook was saved last by its own account; empty where it does not say.
    var modified: String {
        guard let scanner = properties(["core-properties", "coreProperties"]) else { return "" }
        return (try? CoreProperties.modified(scanner, limit: archive.limits.valueBytes)) ?? ""
    }

    /// The part of one kind of document properties.
    private func properties(_ kinds: Set<String>) -> XMLScanner? {
        guard let relationships = try? archive.relationships(of: ""),
            let part = relationships.first(where: { kinds.contains($0.kind) })?.part,
            let entry = archive.entry(named: part)
        else { return nil }
        return try? archive.scanner(for: entry, sizeLimit: .partBytes)
    }

    /// The names of all parts.
    var partNames: some Sequence<[UInt8]> { archive.names }

    /// The limits that this reader was opened with.
    var limits: XLSXLimits { archive.limits }

    /// Styles and shared strings, read when the first worksheet is.
    private func sharedContext() throws(XLSXFailure) -> CellContext {
        if let context { return context }
        var context = CellContext()
        context.countsFrom1904 = workbook.countsFrom1904
        if let part = workbook.styles, let entry = archive.entry(named: part) {
            context.styles = try CellStyles(archive.scanner(for: entry, sizeLimit: .partBytes))
        }
        if let part = workbook.sharedStrings, let entry = archive.entry(named: part) {
            context.strings = try SharedStrings(
                archive.scanner(for: entry, sizeLimit: .sharedStringBytes), room: entry.likelySize,
                limits: archive.limits)
        }
        self.context = context
        return context
    }
}
