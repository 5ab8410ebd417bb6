/// Counts lines that end in LF, CRLF or CR, in parts of any size.
struct LineCounter {
    /// The line under way, counted from 1.
    private(set) var line = 1
    private var isBehindCarriageReturn = false

    /// Counts the first bytes of the next part.
    mutating func count(_ text: Span<UInt8>, upTo end: Int) {
        for index in 0..<min(end, text.count) {
            let byte = text[index]
            if byte == 0x0D || byte == 0x0A && !isBehindCarriageReturn { line += 1 }
            isBehindCarriageReturn = byte == 0x0D
        }
    }
}
