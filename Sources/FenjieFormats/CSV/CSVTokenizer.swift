internal import FenjieModel
internal import FenjieText

/// Delimited text to records, RFC 4180 and what the field's readers agree on beyond it; no input or output of its own.
///
/// The text comes in windows of any size. A bitmap of the four bytes that matter (delimiter, quote, CR, LF) is made for
/// each window, and the state machine moves only at these. Between them bytes are copied in one go; that is what keeps
/// it fast, so a change to `step` should not look at other bytes.
///
/// - A quote opens a quoted field only as its first byte; later in an unquoted field it is an ordinary character.
/// - Text behind a closing quote continues the field as if unquoted: `"a"b` reads `ab`.
/// - A blank line is a record of one empty field; LF, CRLF and CR all end a record.
struct CSVTokenizer {
    /// Where the machine stands between two bytes.
    private enum State {
        /// Before the first byte of a record; the text may end here.
        case recordStart
        /// The same, behind CR: an LF belongs to the line end before it.
        case behindCarriageReturn
        /// Before the first byte of a field that is not the first.
        case fieldStart
        case unquoted
        case quoted
        /// Behind a quote in a quoted field: its end, or the first half of a doubled quote.
        case behindQuote
    }

    /// What was seen that a reader should hear about.
    struct Oddities {
        /// Fields with a quote behind other text, which stays as it is.
        var strayQuotes = OddityCount()
        /// Fields with text behind their closing quote.
        var textBehindQuote = OddityCount()
    }

    let delimiter: UInt8
    let limits: CSVLimits
    private(set) var oddities = Oddities()
    /// The text under way; load it with `load`.
    private var window: [UInt8] = []
    private var bitmap: [UInt64] = []
    /// The word of the bitmap under way, and its bits that are still to be handled.
    private var wordIndex = 0
    private var bits: UInt64 = 0
    /// The first byte of the window that is not yet in the row.
    private var cursor = 0
    private var state = State.recordStart
    private var line = 1
    private var fieldLine = 1
    private var records = 0
    /// Where the field under way starts in the row.
    private var fieldStart = 0
    /// The position behind the last CR inside quotes, where LF starts no new line.
    private var quotedReturnEnd = -1

    init(delimiter: UInt8, limits: CSVLimits) {
        self.delimiter = delimiter
        self.limits = limits
    }

    /// Takes the next window; the one before must be used up.
    mutating func load(_ fill: (inout [UInt8]) throws -> Bool) rethrows -> Bool {
        quotedReturnEnd = quotedReturnEnd == window.count ? 0 : -1
        guard try fill(&window) else { return false }
        var marks: [UInt64] = []
        swap(&marks, &bitmap)
        ByteBitmap.mark(window.span, needles: (delimiter, 0x22, 0x0D, 0x0A), into: &marks)
        swap(&marks, &bitmap)
        wordIndex = 0
        bits = bitmap.first ?? 0
        cursor = 0
        return true
    }

    /// Adds to `row` until it is whole.
    ///
    /// - Returns: whether it is; otherwise the window is used up.
    mutating func next(into row: inout RowBuffer) throws(CSVFailure) -> Bool {
        if state == .recordStart || state == .behindCarriageReturn { begin(&row) }
        while true {
            while bits == 0 {
                wordIndex += 1
                guard wordIndex < bitmap.count else {
                    try take(upTo: window.count, into: &row)
                    try checkLength(row)
                    return false
                }
                bits = bitmap[wordIndex]
            }
            let position = wordIndex << 6 + bits.trailingZeroBitCount
            bits &= bits &- 1
            let byte = window[position]
            if state == .quoted, byte != 0x22 {
                countLine(byte, at: position)
                continue
            }
            try take(upTo: position, into: &row)
            cursor = position + 1
            if try step(byte, into: &row) {
                records += 1
                return true
            }
        }
    }

    /// Completes the last record where the text does not end with a line end.
    ///
    /// - Returns: whether there is one.
    mutating func finish(into row: inout RowBuffer) throws(CSVFailure) -> Bool {
        switch state {
        case .recordStart, .behindCarriageReturn: return false
        case .quoted: throw .unclosedQuote(openedOn: fieldLine)
        case .fieldStart, .unquoted, .behindQuote:
            try endField(&row)
            state = .recordStart
            records += 1
            return true
        }
    }

    private mutating func begin(_ row: inout RowBuffer) {
        row.removeAll()
        row.number = records + 1
        row.line = line
        fieldLine = line
        fieldStart = 0
    }

    /// Takes ordinary bytes before `end` into the field under way.
    private mutating func take(upTo end: Int, into row: inout RowBuffer) throws(CSVFailure) {
        guard end > cursor else { return }
        row.append(window.span.extracting(cursor..<end))
        cursor = end
        try checkLength(row)
        switch state {
        case .unquoted, .quoted: break
        case .recordStart, .behindCarriageReturn, .fieldStart: state = .unquoted
        case .behindQuote:
            oddities.textBehindQuote.add(row: row.number, column: row.count + 1, line: line)
            state = .unquoted
        }
    }

    /// Moves the machine over one byte that matters.
    ///
    /// - Returns: whether it ended the record.
    private mutating func step(_ byte: UInt8, into row: inout RowBuffer) throws(CSVFailure) -> Bool {
        switch byte {
        case delimiter:
            try endField(&row)
            state = .fieldStart
            return false
        case 0x22:
            stepOverQuote(into: &row)
            return false
        case 0x0A where state == .behindCarriageReturn:
            state = .recordStart
            return false
        default:
            try endField(&row)
            line += 1
            state = byte == 0x0D ? .behindCarriageReturn : .recordStart
            return true
        }
    }

    private mutating func stepOverQuote(into row: inout RowBuffer) {
        switch state {
        case .recordStart, .behindCarriageReturn, .fieldStart:
            state = .quoted
            fieldLine = line
        case .quoted: state = .behindQuote
        case .behindQuote:
            row.append(0x22)
            state = .quoted
        case .unquoted:
            oddities.strayQuotes.add(row: row.number, column: row.count + 1, line: line)
            row.append(0x22)
        }
    }

    /// Counts lines inside quotes, where CR and LF are text.
    private mutating func countLine(_ byte: UInt8, at position: Int) {
        if byte == 0x0D {
            quotedReturnEnd = position + 1
            line += 1
        } else if byte == 0x0A, position != quotedReturnEnd {
            line += 1
        }
    }

    private func checkLength(_ row: borrowing RowBuffer) throws(CSVFailure) {
        guard row.bytes.count - fieldStart <= limits.fieldLength else {
            throw .fieldTooLong(limit: limits.fieldLength, startingOn: fieldLine)
        }
    }

    private mutating func endField(_ row: inout RowBuffer) throws(CSVFailure) {
        guard row.count < limits.columns else { throw .tooManyColumns(limit: limits.columns, line: line) }
        row.endField()
        fieldStart = row.bytes.count
        fieldLine = line
    }
}

/// How often something odd was seen, and where first.
struct OddityCount {
    private(set) var total = 0
    private(set) var first: Place?

    mutating func add(row: Int, column: Int, line: Int) {
        total += 1
        if first == nil { first = Place(row: row, column: column, line: line) }
    }
}
