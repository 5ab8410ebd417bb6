internal import FenjieFiles
internal import FenjieFormats
public import FenjieLedger
public import FenjieModel
internal import FenjieTemplates
internal import FenjieText
internal import FenjieXLSX

/// The forms in which a ledger is written; each has the extension of its name.
public enum LedgerFile: String, Sendable, CaseIterable {
    /// A workbook with all sheets.
    case xlsx
    /// One row for each task of each unit.
    case csv
    /// Everything, for programs.
    case json

    /// Whether a file is a ledger as `write` leaves it, also after an office program has saved it again.
    ///
    /// - Parameter path: any file.
    /// - Returns: `false` also where it cannot be read.
    public static func isLedger(_ path: String) -> Bool {
        guard let file = try? InputFile(path: path), file.size <= CollectedReader.sizeLimit else { return false }
        if PathText.extension(of: path) == json.rawValue {
            guard let bytes = try? file.contents(), let template = try? Template(builtIn: "ledger") else {
                return false
            }
            return (try? LedgerSheets.sheet(ofJSON: bytes, template: template)) != nil
        }
        // The properties are small; the sheets of a large ledger are read only where they are gone.
        if let workbook = try? WorkbookReader(file: file), LedgerSheets.tell(workbook.customProperties()) {
            return true
        }
        guard let document = try? DocumentReader().read(file) else { return false }
        return LedgerSheets.isLedger(document)
    }

    /// Writes a ledger.
    ///
    /// - Parameters:
    ///   - ledger: the ledger.
    ///   - options: the encoding of text.
    ///   - language: the language of findings in JSON; workbooks are in Chinese.
    ///   - destination: where to; the caller completes it.
    /// - Returns: what was noticed on the way.
    /// - Throws: a ``Failure`` where the system cannot write.
    public func write(
        _ ledger: Ledger, _ options: WritingOptions, in language: Language, to destination: inout Destination
    ) throws -> [Finding] {
        switch self {
        case .xlsx:
            let (printout, findings) = ledger.workbook()
            return try findings + WorkbookFormat().write(printout, to: &destination)
        case .csv: return try CSVFormat().write(.sheets([ledger.sheet]), options, to: &destination)
        case .json:
            try destination.write(Array((ledger.json(in: language).text(indent: 2) + "\n").utf8))
            return []
        }
    }
}
