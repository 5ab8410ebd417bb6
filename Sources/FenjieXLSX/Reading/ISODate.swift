/// Dates stored as ISO 8601 (`t="d"`), ECMA-376 Part 1, 18.17.4.1.
enum ISODate {
    /// Drops a midnight, `T00:00:00`, behind a date; everything else stays as it is.
    static func normalize(_ buffer: inout [UInt8], from start: Int) {
        guard buffer.count - start > 11, buffer[start + 4] == UInt8(ascii: "-"),
            buffer[start + 10] == UInt8(ascii: "T"),
            buffer[(start + 11)...].allSatisfy({
                $0 == 0x30 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "Z")
            })
        else { return }
        buffer.removeLast(buffer.count - start - 10)
    }
}
