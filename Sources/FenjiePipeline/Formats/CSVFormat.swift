internal import FenjieFiles
internal import FenjieFormats
internal import FenjieModel
internal import FenjieTasks
internal import FenjieText

/// Delimited text, RFC 4180.
struct CSVFormat: StreamedFormat {
    let name = "csv"
    let fileExtensions = ["csv"]
    let usualSpans = SpanStyle.fill
    let isText = true
    let keepsMerges = false

    func write(
        _ content: OutputContent, _ options: WritingOptions, to destination: inout Destination
    ) throws -> [Finding] {
        let sheets = sheets(of: content, options)
        guard let sheet = sheets.first else { return [] }
        let memory = MemorySink()
        let writer = try CSVWriter(memory, options: Self.writing(options, toFile: destination.isFile))
        for row in sheet.rows { try writer.write(row) }
        try writer.finish()
        try destination.write(memory.bytes)
        return writer.findings + content.surroundingsLeftOut(by: name, keepsTitle: false) + leftOut(sheets)
    }

    func rowWriter(
        _ sink: any ByteSink, sheet: String, _ options: WritingOptions, toFile: Bool
    ) throws -> any RowWriter {
        try CSVWriter(sink, options: Self.writing(options, toFile: toFile))
    }

    /// To a file what a spreadsheet opens rightly on a double click, to a stream what other programs read.
    static func writing(_ options: WritingOptions, toFile: Bool) -> CSVWritingOptions {
        let encoding = options.encoding ?? .utf8
        return toFile
            ? .file(encoding: encoding, guardsFormulas: options.guardsFormulas)
            : .pipe(encoding: encoding, guardsFormulas: options.guardsFormulas)
    }
}
