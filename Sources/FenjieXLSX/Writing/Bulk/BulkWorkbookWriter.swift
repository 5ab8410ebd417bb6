public import FenjieFiles
public import FenjieModel

/// Rows to a workbook of one plain sheet, in memory that does not grow with their number.
///
/// All cells are text, as ``PlainWorkbookWriter`` writes them. Equal rows give equal bytes.
///
///     let writer = try BulkWorkbookWriter(FileSink(path: "list.xlsx", replacing: false), sheetName: "list")
///     while try reader.next(into: &row) { try writer.write(row) }
///     try writer.finish()
public final class BulkWorkbookWriter: RowWriter {
    /// Pieces that keep both threads busy without waiting for each other often.
    private static let pieceSize = 1 << 19

    private let sink: any ByteSink
    private let deflater = BackgroundDeflater()
    private var zip: ZipWriter
    private var markup: SheetMarkup
    private var output: [UInt8] = []

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - sink: where the bytes go; `finish` finishes it too.
    ///   - sheetName: the name of the sheet, changed where a workbook does not allow it.
    /// - Throws: what the sink throws.
    public init(_ sink: any ByteSink, sheetName: String) throws {
        self.sink = sink
        var names = SheetNames()
        let name = names.makeName(for: sheetName)
        zip = ZipWriter(sink)
        markup = SheetMarkup(sheet: name, pieceSize: Self.pieceSize)
        for part in BulkParts.all(sheet: name) {
            try zip.begin(part.name)
            var piece = MarkupPiece()
            piece.add(part.content)
            try complete(&piece)
        }
        try zip.begin(BulkParts.sheetName)
    }

    /// Writes one row.
    ///
    /// - Throws: ``WorkbookWritingFailure`` where the row does not fit a worksheet, and what the sink throws.
    public func write(_ row: borrowing RowBuffer) throws {
        try markup.append(row) { piece in
            deflater.exchange(&piece, for: &output)
            try zip.write(output)
        }
    }

    /// Completes the workbook and its sink.
    public func finish() throws {
        markup.finish()
        try complete(&markup.piece)
        try zip.finish()
        try sink.finish()
    }

    /// Writes the last bytes of the part under way.
    private func complete(_ piece: inout MarkupPiece) throws {
        let totals = deflater.finish(&piece, into: &output)
        try zip.write(output)
        try zip.end(totals)
    }
}
