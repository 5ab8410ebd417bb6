public import FenjieFiles
public import FenjieFormats
public import FenjieLedger
internal import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates

/// Reads ledgers: workbooks, CSV and JSON as ``LedgerFile`` writes them, and any table that an office keeps by hand.
public struct LedgerReader: Sendable {
    private var reading: ReadingOptions
    private let options: LedgerReadingOptions
    private let sheet: String?

    /// The largest JSON that is read, in bytes.
    private static let jsonLimit = 256 << 20

    /// A reader.
    ///
    /// - Parameters:
    ///   - reading: what is known about the files.
    ///   - options: the form, and what is known from elsewhere.
    ///   - sheet: the one sheet to read, by name or by number from 1.
    public init(reading: ReadingOptions = ReadingOptions(), options: LedgerReadingOptions, sheet: String? = nil) {
        self.reading = reading
        self.reading.readsNumbersAsShown = true
        self.options = options
        self.sheet = sheet
    }

    /// Reads a ledger.
    ///
    /// - Parameter file: the file.
    /// - Returns: its entries, with what contradicts itself or cannot be read.
    /// - Throws: a ``Failure`` where it cannot be read, holds no table, or tells no status.
    public func read(_ file: InputFile) throws -> LedgerRecord {
        do {
            if try isJSON(file) { return try readJSON(file) }
            let document = try document(of: file)
            let read = try TableReader(options: reading, template: options.template, sheet: sheet).read(document)
            var record = try LedgerRecord(read.tables, sheets: read.document.sheets, options: options)
            record.findings = Self.findings(read.findings) + Self.placed(record.findings, in: file.name)
            return record
        } catch let failure as LedgerFailure {
            throw failure.inFile(file.name)
        }
    }

    /// The document, with the sheets of the ledger alone unless one was chosen.
    private func document(of file: InputFile) throws -> Document {
        // Only text is read with the headings of its form in mind.
        let isTable = try [.xlsx, .csv].contains(InputForm(of: file, options: reading))
        let document =
            isTable
            ? try DocumentReader(options: reading).read(file)
            : try TableReader(options: reading, template: options.template).read(file).document
        return sheet == nil ? LedgerSheets.choose(from: document) : document
    }

    // MARK: JSON

    private func isJSON(_ file: InputFile) throws -> Bool {
        guard reading.form == nil, try FileSignature(of: file) == nil else { return false }
        if PathText.extension(of: file.name) == "json" { return true }
        guard InputForm.isUnnamed(file.name), file.size <= Self.jsonLimit else { return false }
        return try file.contents(limit: Self.jsonLimit).first { $0 > 0x20 } == UInt8(ascii: "{")
    }

    private func readJSON(_ file: InputFile) throws -> LedgerRecord {
        let bytes = try file.contents(limit: Self.jsonLimit)
        let sheet = try LedgerSheets.sheet(ofJSON: bytes, template: options.template)
        let (table, _) = try TaskTable.recognize(sheet, template: options.template)
        var record = try LedgerRecord([table], sheets: [sheet], options: options)
        // Rows of a sheet that nobody has seen are no place to look at.
        for index in record.entries.indices { record.entries[index].place = Place(file: file.name) }
        record.findings = record.findings.map { finding in
            var finding = finding
            finding.place = Place(file: file.name)
            return finding
        }
        return record
    }

    // MARK: Findings

    /// What the reader of tables noticed and nobody states better: not which columns a ledger of one's own lacks.
    private static func findings(_ findings: [Finding]) -> [Finding] {
        findings.filter { $0.severity > .info || $0.code == "hidden-rows" }
    }

    private static func placed(_ findings: [Finding], in file: String) -> [Finding] {
        findings.map { finding in
            var finding = finding
            finding.place.file = file
            return finding
        }
    }
}

extension InputForm {
    /// Whether the name of a file says nothing of its form.
    fileprivate static func isUnnamed(_ name: String) -> Bool { PathText.extension(of: name).isEmpty }
}
