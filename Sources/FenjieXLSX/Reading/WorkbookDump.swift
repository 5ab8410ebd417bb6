internal import FenjieModel
internal import FenjieText

extension WorkbookReader {
    /// Writes all cells with text as one JSON document, in memory that does not grow with their number.
    ///
    /// The form is `{"sheets":[{"name","visibility","cells":{"A1":"text"},"merges":["A1:B2"]}]}`.
    /// - Parameter sink: takes the bytes, piece by piece.
    /// - Throws: ``XLSXFailure``, or what `sink` throws.
    public func dump(into sink: ([UInt8]) throws -> Void) throws {
        var output = DumpBuffer()
        output.add("{\"sheets\":[")
        for (index, sheet) in sheets.enumerated() {
            if index > 0 { output.add(",") }
            var scanner = try scanner(for: sheet)
            do { try output.add(sheet, from: &scanner, sink: sink) } catch let failure as XLSXFailure {
                throw failure.inFile(name).at(sheet: sheet.name)
            }
        }
        output.add("]}\n")
        try sink(output.bytes)
    }
}

/// JSON under way, handed on in pieces.
private struct DumpBuffer {
    private(set) var bytes: [UInt8] = []
    private static let piece = 65_536

    mutating func add(_ text: StaticString) {
        // A static string has as many bytes as it says.
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func add(
        _ sheet: WorksheetInfo, from scanner: inout SheetScanner, sink: ([UInt8]) throws -> Void
    ) throws {
        add("{\"name\":")
        JSONValue.quote(sheet.name, into: &bytes)
        add(",\"visibility\":\"")
        bytes.append(contentsOf: sheet.visibility.rawValue.utf8)
        add("\",\"cells\":{")
        var isFirst = true
        while try scanner.nextRow() {
            for cell in scanner.row.cells {
                if !isFirst { bytes.append(UInt8(ascii: ",")) }
                isFirst = false
                bytes.append(UInt8(ascii: "\""))
                addReference(column: cell.column, row: scanner.row.number)
                add("\":\"")
                if cell.isShared {
                    addEscaped(scanner.context.strings.bytes[cell.start..<cell.end])
                } else {
                    addEscaped(scanner.row.text[cell.start..<cell.end])
                }
                bytes.append(UInt8(ascii: "\""))
                if bytes.count >= Self.piece { try flush(into: sink) }
            }
        }
        add("},\"merges\":[")
        for (index, range) in scanner.merges.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\""))
            bytes.append(contentsOf: range.description.utf8)
            bytes.append(UInt8(ascii: "\""))
            if bytes.count >= Self.piece { try flush(into: sink) }
        }
        add("]}")
    }

    private mutating func addReference(column: Int, row: Int) {
        if column <= 26 {
            bytes.append(UInt8(ascii: "A") + UInt8(column - 1))
        } else {
            bytes.append(contentsOf: CellReference.columnName(column).utf8)
        }
        bytes.append(contentsOf: String(row).utf8)
    }

    /// Adds text, whole stretches at once between the few bytes that JSON escapes.
    private mutating func addEscaped(_ text: ArraySlice<UInt8>) {
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

    private mutating func flush(into sink: ([UInt8]) throws -> Void) throws {
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
