internal import FenjieFiles
internal import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates
internal import FenjieText
internal import FenjieXLSX

/// A workbook, laid out for print where the content is task tables.
struct WorkbookFormat: StreamedFormat {
    let name = "xlsx"
    let fileExtensions = ["xlsx"]
    let usualSpans = SpanStyle.merge
    let isText = false
    let keepsMerges = true

    func write(
        _ content: OutputContent, _ options: WritingOptions, to destination: inout Destination
    ) throws -> [Finding] {
        try write(printout(of: content, options), to: &destination)
    }

    func rowWriter(
        _ sink: any ByteSink, sheet: String, _ options: WritingOptions, toFile: Bool
    ) throws -> any RowWriter {
        try BulkWorkbookWriter(sink, sheetName: sheet.isEmpty ? "Sheet1" : sheet)
    }

    /// Writes sheets that are laid out already.
    func write(_ printout: Printout, to destination: inout Destination) throws -> [Finding] {
        switch consume destination {
        case .file(var file):
            do {
                let findings = try PrintoutWriter().write(printout, to: &file)
                destination = .file(file)
                return findings
            } catch {
                destination = .file(file)
                throw error
            }
        case .stream(let sink):
            destination = .stream(sink)
            return try PrintoutWriter().write(printout, to: sink)
        }
    }

    private func printout(of content: OutputContent, _ options: WritingOptions) -> Printout {
        switch content {
        case .tables(let tables, let template):
            var sheets = tables.map { table in
                table.printedSheet(
                    template: template, spans: options.spans ?? usualSpans, fallbackTitle: options.fallbackTitle)
            }
            Self.name(&sheets, fallback: template.title)
            let title = sheets.first?.titleLines.first ?? ""
            return Printout(
                sheets: sheets,
                properties: DocumentProperties(title: title, subject: template.title))
        case .sheets(let plain):
            var sheets = plain.map(PrintedSheet.init(plain:))
            Self.name(&sheets, fallback: "Sheet1")
            return Printout(sheets: sheets)
        }
    }

    private static func name(_ sheets: inout [PrintedSheet], fallback: String) {
        var names = SheetNames()
        for index in sheets.indices {
            sheets[index].name = names.makeName(for: sheets[index].name.isEmpty ? fallback : sheets[index].name)
        }
    }
}
