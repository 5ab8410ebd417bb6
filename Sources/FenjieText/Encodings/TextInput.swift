public import FenjieFiles
public import FenjieModel

/// The text of one input as UTF-8, read in windows, so that memory does not grow with the file.
///
/// The encoding is settled when the value is made: byte order mark, else strict UTF-8, else strict GB18030, else a
/// failure with the offset. Nothing is ever replaced by U+FFFD; one that the input holds already is kept and reported.
public final class TextInput {
    /// How much of a file is read at a time.
    public static let standardWindowSize = 262_144

    /// The file as the user named it.
    public var name: String { file.name }
    /// The encoding that the file is read in.
    public var encoding: TextEncoding { detection.encoding }
    /// Whether the file begins with a byte order mark, which is no part of the text.
    public var hasByteOrderMark: Bool { detection.markLength > 0 }
    /// What was seen while the encoding was settled.
    public private(set) var findings: [Finding] = []

    private let file: InputFile
    private let detection: EncodingDetection
    private let windowSize: Int
    private var decoder: TextDecoder
    private var position: Int
    private var raw: [UInt8] = []

    /// Settles the encoding of a file.
    ///
    /// - Parameters:
    ///   - file: the input; it is read to its end once.
    ///   - encoding: what the user says it is; nothing else is tried then.
    ///   - windowSize: how much is read at a time.
    /// - Throws: ``TextFailure`` where the file is no text or no encoding fits, ``FileFailure`` where reading fails.
    public init(_ file: InputFile, encoding: TextEncoding? = nil, windowSize: Int = standardWindowSize) throws {
        self.file = file
        self.windowSize = max(1, windowSize)
        detection = try EncodingDetection(of: file, explicit: encoding, windowSize: max(64, windowSize))
        decoder = TextDecoder(detection.encoding)
        position = detection.markLength
        findings = try detection.findings(in: file.name) { try self.line(atTextOffset: $0) }
    }

    /// Replaces `window` with the next part of the text; a part may end inside a character.
    ///
    /// - Returns: whether there was more.
    public func read(into window: inout [UInt8]) throws -> Bool {
        if encoding == .utf8 {
            let count = try file.read(at: position, count: windowSize, into: &window)
            position += count
            return count > 0
        }
        window.removeAll(keepingCapacity: true)
        while window.isEmpty {
            guard try file.read(at: position, count: windowSize, into: &raw) > 0 else { return false }
            position += raw.count
            guard decoder.decode(raw.span, into: &window) else {
                // The file was good a moment ago: somebody is writing to it.
                throw TextFailure.invalid(encoding, at: Place(file: name, byte: decoder.offset))
            }
        }
        return true
    }

    /// Starts again at the beginning.
    public func rewind() {
        decoder = TextDecoder(encoding)
        position = detection.markLength
    }

    /// The whole text.
    ///
    /// - Parameter limit: the most that may be read, in bytes of UTF-8.
    /// - Returns: the bytes, without a byte order mark.
    /// - Throws: ``FileFailure`` where the text is longer than `limit`.
    public func contents(limit: Int = .max) throws -> [UInt8] {
        rewind()
        defer { rewind() }
        var bytes: [UInt8] = []
        var window: [UInt8] = []
        while try read(into: &window) {
            bytes += window
            guard bytes.count <= limit else {
                throw FileFailure(
                    .input, path: name,
                    Message("文字过长：上限 \(limit) 字节", "the text is too long: the limit is \(limit) bytes"))
            }
        }
        return bytes
    }

    /// The line that an offset in the text stands on, counted from 1.
    private func line(atTextOffset offset: Int) throws -> Int {
        rewind()
        defer { rewind() }
        var lines = LineCounter()
        var window: [UInt8] = []
        var start = 0
        while start < offset, try read(into: &window) {
            lines.count(window.span, upTo: offset - start)
            start += window.count
        }
        return lines.line
    }
}
