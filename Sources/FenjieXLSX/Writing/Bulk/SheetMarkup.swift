internal import FenjieModel

/// The XML of one worksheet of text cells, ECMA-376 Part 1, 18.3.1.99, made row by row.
///
/// Texts stand in their cells (`inlineStr`, 18.18.11): shared ones would have to be kept until the last row is known.
struct SheetMarkup {
    private static let head: StaticString = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        """
    /// Room for what stands around the cells of a row.
    private static let rowRoom = 64

    /// The markup that was not taken yet.
    var piece: MarkupPiece
    private let sheet: String
    private let pieceSize: Int
    private var lastRow = 0
    private var width = 0
    /// The letters of the columns seen so far.
    private var letters: [ShortText] = []

    /// Begins a sheet.
    ///
    /// - Parameters:
    ///   - sheet: its name, for messages.
    ///   - pieceSize: about how many bytes are taken at a time.
    init(sheet: String, pieceSize: Int) {
        self.sheet = sheet
        self.pieceSize = pieceSize
        piece = MarkupPiece(room: pieceSize + pieceSize / 4)
        piece.add(room: Self.head.utf8CodeUnitCount) { $0.put(Self.head) }
    }

    /// Adds a row; rows without text leave nothing.
    ///
    /// - Parameters:
    ///   - row: the cells, and the row's number where it has one.
    ///   - take: called between cells whenever there is a piece to be taken.
    /// - Throws: ``WorkbookWritingFailure`` where the row does not fit a worksheet, and what `take` throws.
    mutating func append(_ row: borrowing RowBuffer, take: (inout MarkupPiece) throws -> Void) throws {
        let number = max(row.number, lastRow + 1)
        guard number <= GridLimits.rows, row.count <= GridLimits.columns else {
            throw WorkbookWritingFailure.tooLarge(at: Place(sheet: sheet, row: number))
        }
        lastRow = number
        guard !row.bytes.isEmpty else { return }
        while letters.count < row.count { letters.append(ShortText(CellReference.columnName(letters.count + 1))) }
        let digits = ShortText(number)
        piece.add(room: Self.rowRoom) { pen in
            pen.put("<row r=\"")
            pen.put(digits)
            pen.put("\">")
        }
        var start = 0
        for (column, end) in row.ends.enumerated() {
            defer { start = end }
            guard end > start else { continue }
            width = max(width, column + 1)
            try checkLength(row.bytes.span.extracting(start..<end), row: number, column: column + 1)
            append(row.bytes.span.extracting(start..<end), letters[column], digits)
            if piece.count >= pieceSize { try take(&piece) }
        }
        piece.add(room: Self.rowRoom) { $0.put("</row>") }
    }

    /// Adds what stands behind the rows.
    mutating func finish() {
        var tail = "</sheetData>"
        if width > 0 {
            // Identity numbers and the like are meant as text.
            let range = CellRange(rows: 1...lastRow, columns: 1...width)
            tail +=
                "<ignoredErrors><ignoredError sqref=\"\(range)\" numberStoredAsText=\"1\"/></ignoredErrors>"
        }
        piece.add(tail + "</worksheet>")
    }

    private mutating func append(_ text: Span<UInt8>, _ letters: ShortText, _ digits: ShortText) {
        let keepsSpace = Self.isSpace(text[0]) || Self.isSpace(text[text.count - 1])
        piece.add(room: MarkupPen.roomForCell(text.count)) { pen in
            pen.put("<c r=\"")
            pen.put(letters)
            pen.put(digits)
            if keepsSpace {
                pen.put("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
            } else {
                pen.put("\" t=\"inlineStr\"><is><t>")
            }
            pen.put(escaping: text)
            pen.put("</t></is></c>")
        }
    }

    /// White space at the ends of a text, which readers may drop unless told to keep it.
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

    private func checkLength(_ text: Span<UInt8>, row: Int, column: Int) throws {
        // UTF-8 is never shorter than UTF-16.
        guard text.count > GridLimits.cellLength else { return }
        var length = 0
        for index in text.indices {
            // Each character counts once, those of four bytes twice.
            length += (text[index] & 0xC0 == 0x80 ? 0 : 1) + (text[index] >= 0xF0 ? 1 : 0)
        }
        guard length <= GridLimits.cellLength else {
            throw WorkbookWritingFailure.textTooLong(
                length, limit: GridLimits.cellLength, at: Place(sheet: sheet, row: row, column: column))
        }
    }
}
