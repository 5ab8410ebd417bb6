internal import FenjieFiles

/// What was seen in text up to some point.
struct TextSightings: Sendable {
    var census = TextCensus()
    /// Two-byte characters of GB18030, and how many of them everyday text hardly uses.
    var pairs = 0
    var rarePairs = 0
}

/// Reads the text of a file from its beginning, window by window, as UTF-8 that was checked.
struct TextWindows: Sendable {
    /// One window, and what was seen up to its end.
    struct Window: Sendable {
        var bytes: [UInt8] = []
        var seen = TextSightings()
    }

    let file: InputFile
    let detection: EncodingDetection
    let windowSize: Int
    /// The offset in the file behind the last window.
    private(set) var position: Int
    private var decoder: TextDecoder
    private var scanner = UTF8Scanner()
    private var raw: [UInt8] = []

    init(_ file: InputFile, _ detection: EncodingDetection, windowSize: Int) {
        self.file = file
        self.detection = detection
        self.windowSize = windowSize
        position = detection.markLength
        decoder = TextDecoder(detection.encoding)
    }

    /// What was seen so far.
    var seen: TextSightings {
        TextSightings(census: scanner.census, pairs: decoder.pairs, rarePairs: decoder.rarePairs)
    }

    /// Replaces `window` with the next part of the text; a part may end inside a character.
    ///
    /// - Returns: whether there was more.
    /// - Throws: ``TextFailure`` where the bytes do not follow the encoding, ``FileFailure`` where reading fails.
    mutating func read(into window: inout [UInt8]) throws -> Bool {
        if detection.encoding == .utf8 {
            let count = try file.read(at: position, count: windowSize, into: &window)
            position += count
            guard count > 0 ? scanner.scan(window.span) : scanner.finish() else {
                throw try detection.failure(at: detection.markLength + scanner.offset, in: file)
            }
            return count > 0
        }
        window.removeAll(keepingCapacity: true)
        var raw: [UInt8] = []
        swap(&raw, &self.raw)
        defer { swap(&raw, &self.raw) }
        while window.isEmpty {
            let count = try file.read(at: position, count: windowSize, into: &raw)
            position += count
            guard count > 0 ? decoder.decode(raw.span, into: &window) : decoder.finish() else {
                throw try detection.failure(at: detection.markLength + decoder.offset, in: file)
            }
            guard count > 0 else { return false }
        }
        _ = scanner.scan(window.span)
        return true
    }

    /// The windows behind those that were read, read on a thread of their own.
    func ahead(depth: Int) -> WorkAhead<Window, any Error> {
        var windows = self
        return WorkAhead(depth: depth, of: Window()) { window in
            guard try windows.read(into: &window.bytes) else { return false }
            window.seen = windows.seen
            return true
        }
    }
}
