public import FenjieFiles
public import FenjieModel
internal import FenjieText

/// The raw cells of delimited text as JSON: `{"sheets":[{"name":"…","rows":[["a","b"]]}]}`, written while reading.
public enum CSVDump {
    private static let partSize = 262_144
    private static let special = ByteSearch(Array("\"\\".utf8), below: 0x20)

    /// Writes all rows of a reader; the sink is not finished.
    ///
    /// - Parameters:
    ///   - reader: where the rows come from.
    ///   - name: the name of the sheet.
    ///   - sink: where the JSON goes.
    /// - Throws: what the reader and the sink throw; nothing completes the JSON then.
    public static func write(_ reader: some RowReader, name: String, to sink: any ByteSink) throws {
        var part: [UInt8] = []
        part.reserveCapacity(partSize + 4096)
        part += "{\"sheets\":[{\"name\":".utf8
        JSONValue.quote(name, into: &part)
        part += ",\"rows\":[".utf8
        var row = RowBuffer()
        while try reader.next(into: &row) {
            part += (row.number == 1 ? "\n[" : ",\n[").utf8
            append(row, to: &part)
            part.append(UInt8(ascii: "]"))
            if part.count >= partSize {
                try sink.write(part)
                part.removeAll(keepingCapacity: true)
            }
        }
        part += "\n]}]}\n".utf8
        try sink.write(part)
    }

    private static func append(_ row: borrowing RowBuffer, to part: inout [UInt8]) {
        let bytes = row.bytes
        let hasEscapes = special.isFound(in: bytes.span)
        var start = 0
        for (index, end) in row.ends.enumerated() {
            if index > 0 { part.append(UInt8(ascii: ",")) }
            part.append(UInt8(ascii: "\""))
            var from = start
            if hasEscapes {
                for position in start..<end where needsEscape(bytes[position]) {
                    part.append(bytes.span.extracting(from..<position))
                    JSONValue.escape(bytes[position], into: &part)
                    from = position + 1
                }
            }
            part.append(bytes.span.extracting(from..<end))
            part.append(UInt8(ascii: "\""))
            start = end
        }
    }

    @inline(__always)
    private static func needsEscape(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }
}
