public import FenjieFiles
public import FenjieModel
public import FenjieTemplates
internal import FenjieXLSX

/// An empty table of a template, to be filled in from scratch.
public struct BlankTable: Sendable {
    private let template: Template
    private let rows: Int

    /// An empty table.
    ///
    /// - Parameters:
    ///   - template: its form.
    ///   - rows: how many empty rows it has.
    public init(_ template: Template, rows: Int) {
        self.template = template
        self.rows = rows
    }

    /// The table as it is printed: every column is open, choices and notes are there.
    public var printedSheet: PrintedSheet {
        let columns = template.fields.map { field in
            PrintedColumn(
                heading: field.title, width: field.print.width, alignment: field.print.alignment,
                content: field.type == .date ? .date : .text, isFillIn: true, choices: field.constraints.allowed,
                note: field.description.isEmpty ? nil : field.description)
        }
        return PrintedSheet(
            name: template.title.isEmpty ? template.name : template.title, titleLines: [template.title],
            columns: columns,
            rows: Array(repeating: Array(repeating: "", count: columns.count), count: rows),
            signatures: template.worksheet.signatures)
    }

    /// Writes the table as a workbook.
    ///
    /// - Parameters:
    ///   - path: the workbook.
    ///   - replacing: whether one that exists may be replaced.
    /// - Returns: what was noticed.
    /// - Throws: a ``Failure`` where it cannot be written.
    public func write(to path: String, replacing: Replacement) throws -> [Finding] {
        var sheet = printedSheet
        var names = SheetNames()
        sheet.name = names.makeName(for: sheet.name)
        var file = try OutputFile(path: path, replacing: replacing)
        let findings = try PrintoutWriter().write(
            Printout(sheets: [sheet], properties: DocumentProperties(title: template.title)),
            to: &file)
        try file.commit()
        return findings
    }
}
