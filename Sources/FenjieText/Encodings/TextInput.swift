public import FenjieFiles
public import FenjieModel

/// The text of one input as UTF-8, read in windows, so that memory does not grow with the file.
///
/// The encoding is settled when the value is made: byte order mark, else strict UTF-8, else strict GB18030. Bytes that do
/// not follow it are a failure with their offset when reading gets there. Nothing is ever replaced by U+FFFD; one that
/// the input holds already is kept and reported.
public final class TextInput {
    /// How much of a file is read at a time.
    public static let standardWindowSize = 262_144

    /// The file as the user named it.
    public var name: String { file.name }
    /// The encoding that the file is read in.
    public var encoding: TextEncoding { detection.encoding }
    /// Whether the file begins with a byte order mark, which is no part of the text.
    public var hasByteOrderMark: Bool { detection.markLength > 0 }

    /// How much of a file is read before the rest is read ahead, and how much of it must be left for that: what is
    /// shorter is done before a thread is there.
    package static let aheadSize = 1 << 20
    /// How many windows may wait; together they fit into the cache that both threads share.
    private static let aheadDepth = 4

    private let file: InputFile
    private let detection: EncodingDetection
    private let windowSize: Int
    private let aheadSize: Int
    private var windows: TextWindows
    /// Reads what is left, once that is worth a thread.
    private var ahead: WorkAhead<TextWindows.Window, any Error>?
    /// The window that was taken from `ahead`, but for its bytes, which the caller has.
    private var current = TextWindows.Window()

    /// Settles the encoding of a file.
    ///
    /// - Parameters:
    ///   - file: the input.
    ///   - encoding: what the user says it is; nothing else is tried then.
    ///   - windowSize: how much is read at a time.
    /// - Throws: ``TextFailure`` where the file is no text, ``FileFailure`` where reading fails.
    public convenience init(
        _ file: InputFile, encoding: TextEncoding? = nil, windowSize: Int = standardWindowSize
    ) throws {
        try self.init(file, encoding: encoding, windowSize: windowSize, aheadSize: Self.aheadSize)
    }

    /// The same, with another size from which a file is read ahead.
    package init(_ file: InputFile, encoding: TextEncoding? = nil, windowSize: Int, aheadSize: Int) throws {
        self.file = file
        self.windowSize = max(1, windowSize)
        self.aheadSize = aheadSize
        detection = try EncodingDetection(of: file, explicit: encoding, windowSize: max(64, windowSize))
        windows = TextWindows(file, detection, windowSize: self.windowSize)
    }

    /// Replaces `window` with the next part of the text; a part may end inside a character.
    ///
    /// - Returns: whether there was more.
    /// - Throws: ``TextFailure`` where the bytes do not follow the encoding, ``FileFailure`` where reading fails.
    public func read(into window: inout [UInt8]) throws -> Bool {
        if ahead == nil, windows.position >= aheadSize, file.size - windows.position >= aheadSize {
            ahead = windows.ahead(depth: Self.aheadDepth)
            current.seen = windows.seen
        }
        guard let ahead else { return try windows.read(into: &window) }
        swap(&window, &current.bytes)
        defer { swap(&window, &current.bytes) }
        guard try ahead.exchange(&current) else {
            current.bytes.removeAll(keepingCapacity: true)
            return false
        }
        return true
    }

    /// Starts again at the beginning.
    public func rewind() {
        ahead = nil
        windows = TextWindows(file, detection, windowSize: windowSize)
    }

    /// Reads to the end, so that text which does not follow the encoding is found before anything is done with it.
    ///
    /// - Throws: ``TextFailure`` where the bytes do not follow the encoding, ``FileFailure`` where reading fails.
    public func verify() throws {
        rewind()
        defer { rewind() }
        var window: [UInt8] = []
        while try read(into: &window) {}
    }

    /// What was seen in the text that was read since the beginning.
    public var findings: [Finding] {
        let seen = ahead == nil ? windows.seen : current.seen
        return TextFindings(census: seen.census, pairs: seen.pairs, rarePairs: seen.rarePairs)
            .findings(in: name, line: line)
    }

    /// The whole text.
    ///
    /// - Parameter limit: the most that may be read, in bytes of UTF-8.
    /// - Returns: the bytes, without a byte order mark.
    /// - Throws: ``FileFailure`` where the text is longer than `limit`.
    public func contents(limit: Int = .max) throws -> [UInt8] {
        rewind()
        var bytes: [UInt8] = []
        var window: [UInt8] = []
        while try read(into: &window) {
            bytes += window
            guard bytes.count <= limit else {
                throw FileFailure(
                    .input, path: name,
                    Message(
                        "文字过长，超过上限 \(limit) 字节（text-bytes）",
                        "the text is too long, over the limit of \(limit) bytes (text-bytes)"),
                    hint: Message(
                        "如确认文件可靠，可用 --limit text-bytes=数值 放宽",
                        "if the file can be trusted, raise the limit with --limit text-bytes=N"))
            }
        }
        return bytes
    }

    /// The line that an offset in the text stands on, counted from 1; `nil` where the file can no longer be read.
    private func line(atTextOffset offset: Int) -> Int? {
        var decoder = TextDecoder(encoding)
        var lines = LineCounter()
        var position = detection.markLength
        var raw: [UInt8] = []
        var text: [UInt8] = []
        var start = 0
        while start < offset {
            guard let count = try? file.read(at: position, count: windowSize, into: &raw), count > 0 else { return nil }
            position += count
            text.removeAll(keepingCapacity: true)
            _ = decoder.decode(raw.span, into: &text)
            lines.count(text.span, upTo: offset - start)
            start += text.count
        }
        return lines.line
    }
}
