internal import FenjieFiles
internal import FenjieLedger
internal import FenjieModel
internal import FenjieTemplates
internal import FenjieXLSX

/// Writes worksheets of one form into files.
struct WorksheetFile: Sendable {
    let format: any OutputFormat
    let writing: WritingOptions
    let issue: WorksheetIssue

    /// Writes one worksheet; the file appears whole or not at all.
    func write(_ portion: Portion, to path: String, replacing: Replacement) throws -> [Finding] {
        try Self.filling(path, replacing: replacing) { try write(portion, to: &$0) }
    }

    /// Writes one worksheet; the caller completes the destination.
    func write(_ portion: Portion, to destination: inout Destination) throws -> [Finding] {
        let worksheet = issue.worksheet(of: portion)
        guard let workbook = format as? WorkbookFormat else {
            return try format.write(.tables([worksheet.document], issue.template), writing, to: &destination)
        }
        var names = SheetNames()
        _ = names.makeName(for: Passport.sheetName)
        return try workbook.write(
            worksheet.printout(named: names.makeName(for: portion.name)), to: &destination)
    }

    /// Fills a file that appears whole or not at all.
    private static func filling(
        _ path: String, replacing: Replacement, _ body: (inout Destination) throws -> [Finding]
    ) throws -> [Finding] {
        var destination = Destination.file(try OutputFile(path: path, replacing: replacing))
        let findings = try body(&destination)
        try destination.complete()
        return findings
    }

    /// Writes all worksheets into one workbook behind a sheet of contents that leads to them.
    func writeAll(_ plan: IssuePlan, to path: String, replacing: Replacement) throws -> [Finding] {
        try Self.filling(path, replacing: replacing) { try writeAll(plan, to: &$0) }
    }

    /// Writes all worksheets into one workbook; the caller completes the destination.
    func writeAll(_ plan: IssuePlan, to destination: inout Destination) throws -> [Finding] {
        var names = SheetNames()
        _ = names.makeName(for: Passport.sheetName)
        let contentsName = names.makeName(for: "目录")
        let sheetNames = plan.entries.map { names.makeName(for: $0.portion.name) }
        var contents = IssueIndex(plan).printedSheet(linkingTo: sheetNames.map { .sheet($0) })
        contents.name = contentsName
        var sheets = [contents]
        var passports: [Passport] = []
        for (entry, name) in zip(plan.entries, sheetNames) {
            let worksheet = issue.worksheet(of: entry.portion)
            sheets.append(worksheet.printedSheet(named: name))
            passports.append(worksheet.passport)
        }
        sheets.append(Worksheet.passportSheet(passports))
        let title = String(issue.title.prefix(200))
        return try WorkbookFormat().write(
            Printout(sheets: sheets, properties: DocumentProperties(title: title, subject: issue.template.title)),
            to: &destination)
    }
}
