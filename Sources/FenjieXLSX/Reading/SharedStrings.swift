internal import FenjieModel

/// The texts that cells share, ECMA-376 Part 1, 18.4.9: one arena and the end of each text.
struct SharedStrings {
    /// All texts one after the other.
    private(set) var bytes: [UInt8] = []
    /// The end of each text; the arena is at most 512 MiB, so that 32 bits do.
    private var ends: [UInt32] = []

    init() {}

    /// Reads a part.
    ///
    /// - Parameters:
    ///   - scanner: its XML.
    ///   - room: how many bytes of text it may hold by its size; growing an arena of this size costs as much as parsing.
    ///   - limits: what it may demand.
    /// - Throws: ``XLSXFailure`` where it is damaged or over a limit.
    init(_ scanner: consuming XMLScanner, room: Int, limits: XLSXLimits) throws(XLSXFailure) {
        bytes.reserveCapacity(room)
        while true {
            while scanner.depth == 1, let text = scanner.plainSharedString(), text.value.count <= limits.valueBytes {
                let start = bytes.count
                scanner.window.copy(text.value, to: &bytes)
                if text.mayBeEscaped { EscapedText.decode(&bytes, from: start) }
                scanner.window.position = text.end
                try endText(limits)
            }
            let token = try scanner.next()
            if token == .finish { return }
            guard token == .start else { continue }
            if scanner.depth == 1, !scanner.nameIs("sst") {
                throw scanner.wrong("不是共享字符串", "it holds no shared strings")
            }
            guard scanner.depth == 2, scanner.nameIs("si") else { continue }
            try RichText.append(from: &scanner, to: &bytes, limit: limits.valueBytes)
            try endText(limits)
        }
    }

    private mutating func endText(_ limits: XLSXLimits) throws(XLSXFailure) {
        guard ends.count < limits.sharedStrings, let end = UInt32(exactly: bytes.count) else {
            throw .limit(Message("共享字符串过多", "there are too many shared strings"), .sharedStrings, limits.sharedStrings)
        }
        ends.append(end)
    }

    var count: Int { ends.count }

    /// Where a text lies in `bytes`; `nil` for an index that does not exist.
    @inline(__always)
    func range(of index: Int) -> Range<Int>? {
        guard index >= 0, index < ends.count else { return nil }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return start..<Int(ends[index])
    }
}

/// Text with runs, as `si` and `is` hold it, ECMA-376 Part 1, 18.4.8.
enum RichText {
    /// Adds the text of the element whose start tag was the last token; phonetic runs are left out.
    static func append(
        from scanner: inout XMLScanner, to buffer: inout [UInt8], limit: Int
    ) throws(XLSXFailure) {
        let outside = scanner.depth - 1
        let start = buffer.count
        while true {
            switch try scanner.next() {
            case .start where scanner.nameIs("rPh"): try scanner.skipElement()
            case .start where scanner.nameIs("t"):
                try appendValue(from: &scanner, to: &buffer, limit: limit)
            case .end where scanner.depth == outside:
                guard buffer.count - start <= limit else { throw overlong(limit) }
                return
            case .finish: return
            default: continue
            }
        }
    }

    /// Adds the characters of the element whose start tag was the last token, `_xHHHH_` decoded.
    static func appendValue(
        from scanner: inout XMLScanner, to buffer: inout [UInt8], limit: Int
    ) throws(XLSXFailure) {
        let outside = scanner.depth - 1
        let start = buffer.count
        while true {
            switch try scanner.next() {
            case .text where scanner.depth == outside + 1:
                try scanner.appendText(to: &buffer)
                guard buffer.count - start <= limit else { throw overlong(limit) }
            case .end where scanner.depth == outside:
                EscapedText.decode(&buffer, from: start)
                return
            case .finish: return
            default: continue
            }
        }
    }

    private static func overlong(_ limit: Int) -> XLSXFailure {
        .limit(Message("单元格文字过长", "the text of a cell is too long"), .valueBytes, limit)
    }
}
