internal import FenjieModel

/// Whether a text is delimited that no name says so of: a row of headings, and below it rows as wide as that.
///
/// Running text has commas too, and a clause of it may sound like a heading; so the headings must be whole fields, and
/// the rows must agree.
struct CSVLikeness {
    let vocabulary: HeadingVocabulary

    /// A header stands in one of the first rows.
    private static let mostRowsAbove = 20
    /// How many rows below a header are looked at.
    private static let mostRowsBelow = 100
    private static let mostFields = 100

    /// Whether the beginning of a text has the shape, between commas or semicolons.
    func holds(_ sample: [UInt8]) -> Bool {
        [CSVDelimiter.comma, .semicolon].contains { sample.contains($0.rawValue) && holds(sample, $0) }
    }

    private func holds(_ sample: [UInt8], _ delimiter: CSVDelimiter) -> Bool {
        var tokenizer = CSVTokenizer(delimiter: delimiter.rawValue, limits: CSVLimits())
        var row = RowBuffer()
        _ = tokenizer.load { window in
            window = sample
            return true
        }
        var widths: [Int] = []
        var headers: [(row: Int, width: Int)] = []
        do {
            while widths.count < Self.mostRowsAbove + Self.mostRowsBelow, try tokenizer.next(into: &row) {
                guard row.count > 1 || !row.bytes.isEmpty else { continue }
                if widths.count < Self.mostRowsAbove, isHeader(row) { headers.append((widths.count, row.count)) }
                widths.append(row.count)
            }
            // The sample may end in mid-row: only a header without rows is taken from there.
            if widths.isEmpty, try tokenizer.finish(into: &row), isHeader(row) { return true }
        } catch {
            // A quote that never closes is for the reader to report; what stands above it was seen.
        }
        return headers.contains { header in
            let below = widths[(header.row + 1)...].prefix(Self.mostRowsBelow)
            return below.count { $0 == header.width } * 2 >= below.count
        }
    }

    /// Two fields are headings, each from its first word to its last.
    private func isHeader(_ row: borrowing RowBuffer) -> Bool {
        guard row.count >= 2 else { return false }
        var fields: Set<Field> = []
        for index in 0..<min(row.count, Self.mostFields) {
            let text = OutlineText.trimmed(row[index].unicodeScalars)
            guard let last = text.last, !OutlineText.isTerminal(last), last != ".", !OutlineText.isMark(last) else {
                continue
            }
            if let field = vocabulary.field(of: OutlineText.string(text)) { fields.insert(field) }
        }
        return fields.count >= 2
    }
}
