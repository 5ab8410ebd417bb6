internal import FenjieFiles
internal import FenjieFormats
internal import FenjieModel
internal import FenjieXLSX

/// Rows on their way from an input to an output, one at a time, so that memory does not grow with their number.
struct RowStreaming {
    /// The name of the sheet that the rows make.
    let sheetName: String
    private let reader: any RowReader
    private let findings: () throws -> [Finding]

    /// Opens an input whose rows can be read one after the other; `nil` for forms that are read whole, for workbooks of
    /// several sheets, and where merged ranges matter and there are any.
    ///
    /// - Parameters:
    ///   - file: the input.
    ///   - options: what is known about it.
    ///   - keepsMerges: whether merged ranges matter, which are known only behind the last row.
    /// - Throws: what the reader of its form throws.
    init?(_ file: InputFile, options: ReadingOptions, keepsMerges: Bool) throws {
        switch try InputForm(of: file, options: options) {
        case .csv:
            let csv = try CSVReader(
                file,
                options: CSVReadingOptions(
                    delimiter: options.delimiter, encoding: options.encoding, limits: options.csvLimits))
            reader = csv
            sheetName = CSVDocumentReader.sheetName(for: file.name)
            findings = { csv.findings }
        case .xlsx:
            let workbook = try WorkbookReader(file: file, limits: options.workbookLimits)
            guard workbook.sheets.count == 1 else { return nil }
            if keepsMerges, try Self.hasMerges(workbook.rows(of: workbook.sheets[0])) { return nil }
            let rows = try workbook.rows(of: workbook.sheets[0])
            reader = rows
            sheetName = workbook.sheets[0].name
            findings = { try workbook.findings(of: rows) }
        case .text: return nil
        }
    }

    /// Copies all rows to a destination, which the caller completes.
    ///
    /// - Parameters:
    ///   - destination: where the bytes go.
    ///   - makeWriter: makes the writer that turns rows into bytes for a sink.
    /// - Returns: what was noticed.
    /// - Throws: what the reader and the writer throw, a ``FileFailure`` where the system cannot write.
    func copy(
        to destination: inout Destination, _ makeWriter: (any ByteSink) throws -> any RowWriter
    ) throws -> [Finding] {
        let sink = DestinationSink(destination)
        do {
            let findings = try copy(to: makeWriter(sink))
            destination = sink.giveBack()
            return findings
        } catch {
            destination = sink.giveBack()
            throw error
        }
    }

    private func copy(to writer: any RowWriter) throws -> [Finding] {
        var row = RowBuffer()
        while try reader.next(into: &row) { try writer.write(row) }
        try writer.finish()
        return try findings() + writer.findings
    }

    private static func hasMerges(_ rows: WorksheetRows) throws -> Bool {
        var row = RowBuffer()
        while try rows.next(into: &row) {}
        return !rows.merges.isEmpty
    }
}
