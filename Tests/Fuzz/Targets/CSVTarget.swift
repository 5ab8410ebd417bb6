internal import FenjieKit

extension FuzzTarget {
    /// Delimited text: rows that were read are the same when they are written and read again.
    static let csv = FuzzTarget("csv") { bytes in
        let (choice, input) = bytes.choiceAndInput
        var options = CSVReadingOptions()
        let delimiters = CSVDelimiter.allCases
        options.delimiter = choice % 8 < delimiters.count ? delimiters[choice % 8] : nil
        options.keepsSeparatorLine = choice & 0x10 != 0
        if choice & 0x20 != 0 { options.limits = CSVLimits(fieldLength: 24, columns: 6) }
        let reader = try CSVReader(InputFile(bytes: input, name: "input"), options: options)
        let rows = try allRows(of: reader)

        let sink = MemorySink()
        var writing = CSVWritingOptions(delimiter: reader.delimiter)
        writing.lineEnd = choice & 0x40 != 0 ? .carriageReturnLineFeed : .lineFeed
        let writer = try CSVWriter(sink, options: writing)
        for row in rows { try writer.write(row) }
        try writer.finish()
        guard !sink.bytes.isEmpty else { return }
        let again = try allRows(
            of: CSVReader(
                InputFile(bytes: sink.bytes, name: "written"),
                options: CSVReadingOptions(delimiter: reader.delimiter, encoding: .utf8, keepsSeparatorLine: true)))
        guard rows == again else { throw FuzzFault("csv: \(rows) was written and read as \(again)") }
    }

    private static func allRows(of reader: CSVReader) throws -> [[String]] {
        var rows: [[String]] = []
        var row = RowBuffer()
        while try reader.next(into: &row) { rows.append(row.strings) }
        return rows
    }
}
