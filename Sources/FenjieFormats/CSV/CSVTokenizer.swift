internal import FenjieModel
internal import FenjieText

/// Delimited text to records, RFC 4180 and what the field's readers agree on beyond it; no input or output of its own.
///
/// The text comes in windows of any size. The places of the bytes that matter somewhere (all delimiters, the quote, CR,
/// LF) are found for each window at once, and the state machine moves only at these. Between them bytes are copied in
/// one go; that is what keeps it fast, so a change to `step` should not look at other bytes. A record that lies in its
/// window and holds nothing but ordinary fields, as nearly all do, does not even need the machine.
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
    /// Where the window holds a byte that may matter, and the first of these that is still to be handled.
    private var places: [Int] = []
    private var nextPlace = 0
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
        var found: [Int] = []
        swap(&found, &places)
        BytePlaces.find(Self.sought, in: window.span, into: &found)
        swap(&found, &places)
        nextPlace = 0
        cursor = 0
        return true
    }

    /// The quote and all delimiters but TAB, which is found with the line ends.
    private static let sought: (UInt8, UInt8, UInt8, UInt8) = (
        0x22, CSVDelimiter.comma.rawValue, CSVDelimiter.semicolon.rawValue, CSVDelimiter.bar.rawValue
    )

    /// Adds to `row` until it is whole.
    ///
    /// - Returns: whether it is; otherwise the window is used up.
    mutating func next(into row: inout RowBuffer) throws(CSVFailure) -> Bool {
        if state == .recordStart || state == .behindCarriageReturn {
            begin(&row)
            if takeOrdinaryRecord(into: &row) { return true }
        }
        while nextPlace < places.count {
            let position = places[nextPlace]
            let byte = window[position]
            nextPlace += 1
            if state == .quoted, byte != 0x22 {
                countLine(byte, at: position)
                continue
            }
            guard byte == delimiter || byte == 0x22 || byte == 0x0A || byte == 0x0D else { continue }
            try take(upTo: position, into: &row)
            cursor = position + 1
            if try step(byte, into: &row) {
                records += 1
                return true
            }
        }
        try take(upTo: window.count, into: &row)
        try checkLength(row)
        return false
    }

    /// Takes a whole record at once where no field has quotes, none is near a limit, and all lies in the window.
    ///
    /// - Returns: whether it did; otherwise nothing has happened, but that an LF behind a CR may be passed.
    private mutating func takeOrdinaryRecord(into row: inout RowBuffer) -> Bool {
        if state == .behindCarriageReturn {
            guard nextPlace < places.count, places[nextPlace] == cursor, window[cursor] == 0x0A else { return false }
            nextPlace += 1
            cursor += 1
            state = .recordStart
        }
        let first = nextPlace
        var place = first
        while place < places.count, window[places[place]] == delimiter { place += 1 }
        guard place < places.count, place - first < limits.columns else { return false }
        let end = places[place]
        let byte = window[end]
        guard byte == 0x0A || byte == 0x0D, end - cursor <= limits.fieldLength else { return false }
        row.fill(withPlainFieldsOf: window.span, from: cursor, endingAt: places.span.extracting(first...place))
        nextPlace = place + 1
        cursor = end + 1
        line += 1
        state = byte == 0x0D ? .behindCarriageReturn : .recordStart
        records += 1
        return true
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
