internal import FenjieFiles
internal import FenjieModel

/// What the encoding of a file was settled on, and why.
struct EncodingDetection: Sendable {
    /// What speaks for the encoding.
    enum Ground {
        /// The user or a byte order mark names it.
        case named
        /// No more than a little of the file is known to be valid.
        case tried
        /// It is what is left, as UTF-8 ends at this offset.
        case notUTF8(at: Int)
    }

    var encoding: TextEncoding
    /// The length of the byte order mark, 0 where there is none.
    var markLength = 0
    var ground: Ground

    /// Valid sequences of three bytes that leave no doubt about UTF-8; other encodings hardly make one by chance.
    private static let certainty = 64
    /// The same, where the text is damaged further on.
    private static let likelihood = 3

    /// Finds the encoding: byte order mark, else strict UTF-8, else strict GB18030.
    ///
    /// Only as much is read as the decision needs; whoever reads on checks the rest.
    ///
    /// - Parameters:
    ///   - file: the input.
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
            ground = .named
            markLength = known == marked ? known.byteOrderMark.count : 0
        } else {
            (encoding, ground) = try Self.trial(of: file, head: head, windowSize: windowSize)
        }
        guard TextDecoder.canDecode(encoding) else { throw TextFailure.noConverter(file: file.name) }
    }

    /// The user's word counts; a mark decides only between the two byte orders of UTF-16.
    private static func reconcile(_ explicit: TextEncoding?, _ marked: TextEncoding?) -> TextEncoding? {
        let wide: [TextEncoding] = [.utf16LittleEndian, .utf16BigEndian]
        if let explicit, let marked, wide.contains(explicit), wide.contains(marked) { return marked }
        return explicit ?? marked
    }

    /// Tries UTF-8 as far as it takes.
    private static func trial(
        of file: InputFile, head: [UInt8], windowSize: Int
    ) throws -> (TextEncoding, Ground) {
        let nuls = NULPattern(of: head, fileSize: file.size)
        // NUL is a valid character everywhere, so that what is no text at all would pass as UTF-8.
        if nuls.isDense {
            if let wide = nuls.encoding { throw TextFailure.unmarkedUTF16(wide, file: file.name) }
            throw TextFailure.notText(file: file.name, byte: nuls.first)
        }
        var scanner = UTF8Scanner()
        var window: [UInt8] = []
        var position = 0
        var isValid = true
        while isValid, scanner.census.threeByteSequences < certainty {
            guard try file.read(at: position, count: windowSize, into: &window) > 0 else {
                isValid = scanner.finish()
                break
            }
            position += window.count
            isValid = scanner.scan(window.span)
        }
        guard !isValid else { return (.utf8, .tried) }
        if let wide = nuls.encoding { throw TextFailure.unmarkedUTF16(wide, file: file.name) }
        // Reading on as UTF-8 says where it is damaged; anything else would garble what is good.
        if scanner.census.threeByteSequences >= likelihood { return (.utf8, .tried) }
        return (.gb18030, .notUTF8(at: scanner.offset))
    }

    /// What is wrong with bytes that do not follow the encoding.
    ///
    /// - Parameters:
    ///   - offset: where they stand, from the start of the file.
    ///   - file: the input, which is read up to there once more.
    /// - Returns: the failure with its line.
    /// - Throws: ``FileFailure`` where reading fails.
    func failure(at offset: Int, in file: InputFile) throws -> TextFailure {
        switch ground {
        case .named:
            return .invalid(encoding, at: try Self.place(of: offset, in: file, encoding, from: markLength))
        case .tried:
            return .damagedUTF8(try Self.place(of: offset, in: file, encoding, from: 0))
        case .notUTF8(let utf8Offset):
            let place =
                offset >= utf8Offset
                ? try Self.place(of: offset, in: file, encoding, from: 0)
                : try Self.place(of: utf8Offset, in: file, .utf8, from: 0)
            return .unknownEncoding(place, utf8Offset: utf8Offset, gb18030Offset: offset)
        }
    }

    /// The place of an offset with its line, found by reading up to it.
    private static func place(
        of offset: Int, in file: InputFile, _ encoding: TextEncoding, from start: Int
    ) throws -> Place {
        var decoder = TextDecoder(encoding)
        var lines = LineCounter()
        var raw: [UInt8] = []
        var text: [UInt8] = []
        var position = start
        while position < offset {
            try file.read(at: position, count: min(TextInput.standardWindowSize, offset - position), into: &raw)
            guard !raw.isEmpty else { break }
            position += raw.count
            text.removeAll(keepingCapacity: true)
            _ = decoder.decode(raw.span, into: &text)
            lines.count(text.span, upTo: text.count)
        }
        return Place(file: file.name, line: lines.line, byte: offset)
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
