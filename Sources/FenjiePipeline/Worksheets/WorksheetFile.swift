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
    func write(_ portion: Portion, to path: String, replacing: Bool) throws -> [Finding] {
        var file = try OutputFile(path: path, replacing: replacing)
        let findings = try write(portion, into: &file)
        try file.commit()
        return findings
    }

    /// Writes one worksheet; the caller commits the file.
    func write(_ portion: Portion, into file: inout OutputFile) throws -> [Finding] {
        let worksheet = issue.worksheet(of: portion)
        guard format.name == "xlsx" else {
            return try Destination.filling(&file) { destination in
                try format.write(.tables([worksheet.document], issue.template), writing, to: &destination)
            }
        }
        var names = SheetNames()
        _ = names.makeName(for: Passport.sheetName)
        return try PrintoutWriter().write(
            worksheet.printout(named: names.makeName(for: portion.name)), to: &file)
    }

    /// Writes all worksheets into one workbook behind a sheet of contents that leads to them.
    func writeAll(_ plan: IssuePlan, to path: String, replacing: Bool) throws -> [Finding] {
        var file = try OutputFile(path: path, replacing: replacing)
        let findings = try writeAll(plan, to: &file)
        try file.commit()
        return findings
    }

    /// Writes all worksheets into one workbook; the caller commits the file.
    func writeAll(_ plan: IssuePlan, to file: inout OutputFile) throws -> [Finding] {
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
        return try PrintoutWriter().write(
            Printout(sheets: sheets, properties: DocumentProperties(title: title, subject: issue.template.title)),
            to: &file)
    }
}
