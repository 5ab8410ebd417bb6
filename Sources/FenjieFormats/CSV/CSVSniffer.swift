internal import FenjieModel
internal import FenjieText

/// Finds the delimiter of delimited text from a sample of it.
///
/// Each candidate reads the sample as the reader would. The one whose rows agree best about their number of fields wins,
/// with quotes that open and close where they should; where none parts anything, the comma stands.
enum CSVSniffer {
    /// How much of a text is looked at.
    static let sampleSize = 262_144

    /// Finds the delimiter.
    ///
    /// - Parameters:
    ///   - sample: the beginning of the text.
    ///   - isWhole: whether the sample is the whole text, so that its last row is whole too.
    ///   - name: the file's name; `.tsv` and `.tab` promise TABs.
    /// - Returns: the delimiter; the comma where nothing speaks for another.
    static func delimiter(of sample: [UInt8], isWhole: Bool, name: String) -> CSVDelimiter {
        if let declared = separatorLine(of: sample) { return declared }
        let lowered = name.lowercased()
        if lowered.hasSuffix(".tsv") || lowered.hasSuffix(".tab") { return .tab }
        let candidates = [CSVDelimiter.comma, .tab, .semicolon, .bar].filter { sample.contains($0.rawValue) }
        // Nothing but commas, as in most files: there is nothing to weigh.
        guard candidates != [.comma], !candidates.isEmpty else { return .comma }
        let shapes = candidates.map { Shape(of: sample, isWhole: isWhole, delimiter: $0) }
        // Where another delimiter leaves numbers such as 3,5 whole, the comma is a decimal point.
        let hasDecimalCommas = shapes.contains { $0.hasDecimalCommas }
        var best = CSVDelimiter.comma
        var bestScore = 0.0
        for (candidate, shape) in zip(candidates, shapes) {
            let score = candidate == .comma && hasDecimalCommas ? shape.score / 2 : shape.score
            if score > bestScore {
                best = candidate
                bestScore = score
            }
        }
        return best
    }

    /// The delimiter that a first line such as `sep=;` names, as Excel writes and reads it.
    static func separatorLine(of sample: [UInt8]) -> CSVDelimiter? {
        guard sample.count >= 5, sample.starts(with: "sep=".utf8) else { return nil }
        guard sample.count == 5 || sample[5] == 0x0A || sample[5] == 0x0D else { return nil }
        return CSVDelimiter(rawValue: sample[4])
    }
}

/// What the rows of a sample look like under one delimiter.
private struct Shape {
    /// How many rows have each number of fields; blank rows do not count.
    private var widths: [Int: Int] = [:]
    private var rows = 0
    private var fields = 0
    private var emptyFields = 0
    private var decimalFields = 0
    private var oddities = 0
    private var isBroken = false

    init(of sample: [UInt8], isWhole: Bool, delimiter: CSVDelimiter) {
        var tokenizer = CSVTokenizer(delimiter: delimiter.rawValue, limits: CSVLimits())
        var row = RowBuffer()
        _ = tokenizer.load { window in
            window = sample
            return true
        }
        do {
            while try tokenizer.next(into: &row) { add(row) }
            if isWhole, try tokenizer.finish(into: &row) { add(row) }
        } catch {
            isBroken = true
        }
        // A sample cut short with no whole row in it: count what is there.
        if rows == 0, row.count > 1 { add(row) }
        oddities = tokenizer.oddities.textBehindQuote.total + tokenizer.oddities.strayQuotes.total
    }

    private mutating func add(_ row: borrowing RowBuffer) {
        guard row.count > 1 || !row.bytes.isEmpty else { return }
        rows += 1
        widths[row.count, default: 0] += 1
        fields += row.count
        for index in 0..<row.count {
            let range = row.range(of: index)
            if range.isEmpty { emptyFields += 1 }
            if row.count > 1, Self.isDecimal(row.bytes[range]) { decimalFields += 1 }
        }
    }

    /// Whether a field is a number with a decimal comma: `3,5`, `-12,75`.
    private static func isDecimal(_ field: ArraySlice<UInt8>) -> Bool {
        guard (3...20).contains(field.count) else { return false }
        var commas = 0
        var digits = 0
        for byte in field.first == UInt8(ascii: "-") ? field.dropFirst() : field {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: ",") where digits > 0:
                commas += 1
                digits = 0
            default: return false
            }
        }
        return commas == 1 && digits > 0
    }

    /// Whether at least every other row holds a number with a decimal comma.
    var hasDecimalCommas: Bool { decimalFields * 2 >= rows && decimalFields > 0 }

    /// 0 where the delimiter parts nothing; higher where more rows agree on more fields.
    var score: Double {
        guard rows > 0 else { return 0 }
        let parted = widths.filter { $0.key > 1 }
        guard let usual = parted.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return 0 }
        let agreement = Double(usual.value) / Double(rows)
        let partedShare = Double(parted.values.reduce(0, +)) / Double(rows)
        let quoting = 1 - Double(min(oddities, rows)) / Double(rows) / 2
        let breadth = 1 - 1 / Double(usual.key + 1)
        let fullness = 1 - 0.3 * Double(emptyFields) / Double(fields)
        return (agreement * 2 + partedShare) * breadth * fullness * quoting * (isBroken ? 0.25 : 1)
    }
}
