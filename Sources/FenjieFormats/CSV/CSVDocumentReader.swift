public import FenjieFiles
public import FenjieModel
internal import FenjieText

/// Delimited text as a document of one sheet.
public enum CSVDocumentReader {
    /// The registered name of the form.
    public static let form = "csv"

    /// Reads a whole file.
    ///
    /// - Parameters:
    ///   - file: the input.
    ///   - options: what is known about it, and its limits.
    /// - Returns: the document with its encoding, delimiter and findings.
    /// - Throws: ``FileFailure``, ``TextFailure`` or ``CSVFailure``.
    public static func read(
        _ file: InputFile, options: CSVReadingOptions = CSVReadingOptions()
    ) throws -> Document {
        let reader = try CSVReader(file, options: options)
        var sheet = Sheet(name: sheetName(for: file.name))
        sheet.tellsColumns = true
        var row = RowBuffer()
        while try reader.next(into: &row) {
            sheet.rows.append(row.strings)
            sheet.lines.append(row.line)
        }
        let findings = reader.findings.map { finding in
            var finding = finding
            if finding.place.row != nil { finding.place.sheet = sheet.name }
            return finding
        }
        return Document(
            name: file.name, sheets: [sheet], form: form, encoding: reader.text.encoding.rawValue,
            delimiter: reader.delimiter.character, findings: findings)
    }

    /// The name of the sheet that a file becomes: its own without folder and extension.
    package static func sheetName(for file: String) -> String {
        let stem = PathText.stem(of: file)
        return stem.isEmpty || stem == "-" ? "Sheet1" : stem
    }
}
