internal import FenjieFiles
internal import FenjieModel

/// What a look through a whole file says about its text.
struct EncodingDetection {
    var encoding: TextEncoding
    /// The length of the byte order mark, 0 where there is none.
    var markLength = 0
    var census = TextCensus()
    /// Two-byte characters of GB18030, and how many of them everyday text hardly uses.
    var pairs = 0
    var rarePairs = 0

    /// Finds the encoding: byte order mark, else strict UTF-8, else strict GB18030, else a failure.
    ///
    /// - Parameters:
    ///   - file: the input; it is read once in UTF-8 and up to three times in another encoding.
    ///   - explicit: what the user says it is.
    ///   - windowSize: how much is read at a time.
    /// - Throws: ``TextFailure`` where the file is no text or no encoding fits, ``FileFailure`` where reading fails.
    init(of file: InputFile, explicit: TextEncoding?, windowSize: Int) throws {
        var head: [UInt8] = []
        try file.read(at: 0, count: 4096, into: &head)
        if let signature = try FileSignature(of: file) { throw TextFailure.binary(signature, file: file.name) }
        if explicit == nil, head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw TextFailure.utf32(file: file.name)
        }
        let marked = TextEncoding.marked(by: head)
        if let known = Self.reconcile(explicit, marked) {
            encoding = known
            markLength = known == marked ? known.byteOrderMark.count : 0
            if let stop = try examine(file, windowSize: windowSize) {
                throw TextFailure.invalid(encoding, at: try stop.place(in: file, known, markLength, windowSize))
            }
            return
        }
        encoding = .utf8
        let nuls = NULPattern(of: head, fileSize: file.size)
        // NUL is a valid character everywhere, so that what is no text at all would pass as UTF-8.
        if nuls.isDense {
            if let wide = nuls.encoding { throw TextFailure.unmarkedUTF16(wide, file: file.name) }
            throw TextFailure.notText(file: file.name, byte: nuls.first)
        }
        guard let utf8Stop = try examine(file, windowSize: windowSize) else { return }
        if let wide = nuls.encoding { throw TextFailure.unmarkedUTF16(wide, file: file.name) }
        if census.threeByteSequences >= 3 {
            throw TextFailure.damagedUTF8(try utf8Stop.place(in: file, .utf8, 0, windowSize))
        }
        encoding = .gb18030
        guard let stop = try examine(file, windowSize: windowSize) else { return }
        let place =
            stop.offset >= utf8Stop.offset
            ? try stop.place(in: file, .gb18030, 0, windowSize) : try utf8Stop.place(in: file, .utf8, 0, windowSize)
        throw TextFailure.unknownEncoding(place, utf8Offset: utf8Stop.offset, gb18030Offset: stop.offset)
    }

    /// The user's word counts; a mark decides only between the two byte orders of UTF-16.
    private static func reconcile(_ explicit: TextEncoding?, _ marked: TextEncoding?) -> TextEncoding? {
        let wide: [TextEncoding] = [.utf16LittleEndian, .utf16BigEndian]
        if let explicit, let marked, wide.contains(explicit), wide.contains(marked) { return marked }
        return explicit ?? marked
    }

    /// Reads the whole file in the encoding under trial.
    ///
    /// - Returns: where the bytes stop to follow it, or `nil`.
    private mutating func examine(_ file: InputFile, windowSize: Int) throws -> InvalidBytes? {
        guard TextDecoder.canDecode(encoding) else { throw TextFailure.noConverter(file: file.name) }
        var decoder = TextDecoder(encoding)
        var scanner = UTF8Scanner()
        var raw: [UInt8] = []
        var text: [UInt8] = []
        var position = markLength
        while try file.read(at: position, count: windowSize, into: &raw) > 0 {
            position += raw.count
            if encoding == .utf8 {
                guard scanner.scan(raw.span) else {
                    census = scanner.census
                    return InvalidBytes(offset: markLength + scanner.offset)
                }
                continue
            }
            text.removeAll(keepingCapacity: true)
            guard decoder.decode(raw.span, into: &text) else {
                return InvalidBytes(offset: markLength + decoder.offset)
            }
            _ = scanner.scan(text.span)
        }
        census = scanner.census
        pairs = decoder.pairs
        rarePairs = decoder.rarePairs
        let isWhole = encoding == .utf8 ? scanner.finish() : decoder.finish()
        return isWhole ? nil : InvalidBytes(offset: markLength + (encoding == .utf8 ? scanner.offset : decoder.offset))
    }
}

/// How NUL bytes lie in the first bytes of a file.
private struct NULPattern {
    /// The offset of the first one; 0 where there is none.
    var first = 0
    /// Whether there are more of them than any text holds.
    var isDense = false
    /// The UTF-16 that they point to: all of them are the same half of a two-byte unit.
    var encoding: TextEncoding?

    init(of head: [UInt8], fileSize: Int) {
        let offsets = head.indices.filter { head[$0] == 0 }
        guard let first = offsets.first, offsets.count >= 3 else { return }
        self.first = first
        isDense = offsets.count * 10 >= head.count * 3
        let odd = offsets.count { $0 % 2 == 1 }
        guard fileSize % 2 == 0, offsets.count * 50 >= head.count else { return }
        if odd == 0 { encoding = .utf16BigEndian }
        if odd == offsets.count { encoding = .utf16LittleEndian }
    }
}

/// Where bytes stop to follow an encoding.
private struct InvalidBytes {
    /// From the start of the file.
    var offset: Int

    /// The place with its line, found by reading up to it once more.
    func place(
        in file: InputFile, _ encoding: TextEncoding, _ markLength: Int, _ windowSize: Int
    ) throws -> Place {
        var decoder = TextDecoder(encoding)
        var lines = LineCounter()
        var raw: [UInt8] = []
        var text: [UInt8] = []
        var position = markLength
        while position < offset {
            try file.read(at: position, count: min(windowSize, offset - position), into: &raw)
            guard !raw.isEmpty else { break }
            position += raw.count
            text.removeAll(keepingCapacity: true)
            _ = decoder.decode(raw.span, into: &text)
            lines.count(text.span, upTo: text.count)
        }
        return Place(file: file.name, line: lines.line, byte: offset)
    }
}

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
