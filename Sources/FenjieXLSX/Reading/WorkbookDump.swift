public import FenjieModel
internal import FenjieText

extension WorkbookReader {
    /// Writes all cells with text as one JSON document, in memory that does not grow with their number.
    ///
    /// The form is `{"sheets":[{"name","visibility","cells":{"A1":"text"},"merges":["A1:B2"]}]}`.
    /// - Parameter sink: takes the bytes, piece by piece.
    /// - Returns: what was seen of the workbook and its sheets.
    /// - Throws: ``XLSXFailure``, or what `sink` throws.
    @discardableResult
    public func dump(into sink: ([UInt8]) throws -> Void) throws -> [Finding] {
        var findings = findings
        var output = DumpBuffer()
        output.add("{\"sheets\":[")
        for (index, sheet) in sheets.enumerated() {
            output.add(index > 0 ? ",{\"name\":" : "{\"name\":")
            JSONValue.quote(sheet.name, into: &output.bytes)
            output.add(",\"visibility\":")
            JSONValue.quote(sheet.visibility.rawValue, into: &output.bytes)
            output.add(",\"cells\":{")
            var separator: StaticString = "\""
            let (merges, seen) = try visitCells(of: sheet) { place, text in
                output.add(separator)
                separator = ",\""
                output.add(place)
                output.add("\":\"")
                output.addEscaped(text)
                output.add("\"")
                try output.flush(into: sink)
            }
            findings += seen + (try coveredText(of: sheet, below: merges))
            output.add("},\"merges\":[")
            for (index, range) in merges.enumerated() {
                output.add(index > 0 ? ",\"" : "\"")
                output.add(range.first)
                output.add(":")
                output.add(range.last)
                output.add("\"")
                try output.flush(into: sink)
            }
            output.add("]}")
        }
        output.add("]}\n")
        try sink(output.bytes)
        return findings
    }
}

/// JSON under way, handed on in pieces.
private struct DumpBuffer {
    var bytes: [UInt8] = []
    private static let piece = 65_536

    mutating func add(_ text: StaticString) {
        // A static string has as many bytes as it says.
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func add(_ place: CellReference) {
        if place.column <= 26 {
            bytes.append(UInt8(ascii: "A") + UInt8(place.column - 1))
        } else {
            bytes.append(contentsOf: CellReference.columnName(place.column).utf8)
        }
        bytes.append(contentsOf: String(place.row).utf8)
    }

    /// Adds text, whole stretches at once between the few bytes that JSON escapes.
    mutating func addEscaped(_ text: ArraySlice<UInt8>) {
        var start = text.startIndex
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes.append(contentsOf: text[start..<index])
            JSONValue.escape(byte, into: &bytes)
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }

    /// Hands on what has gathered once it is enough.
    mutating func flush(into sink: ([UInt8]) throws -> Void) throws {
        guard bytes.count >= Self.piece else { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
