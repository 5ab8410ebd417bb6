internal import FenjieModel
internal import FenjieText

/// The stretch of a part that is in memory: validated UTF-8, moved along as the scanner advances.
struct XMLWindow: ~Copyable {
    /// The bytes; those from `end` on are not valid yet, or not filled.
    private(set) var bytes: [UInt8]
    /// The next byte to look at.
    var position = 0
    /// Behind the last valid byte.
    private(set) var end = 0
    /// How many bytes of the part lie before the window.
    private(set) var base = 0
    /// No more bytes will come.
    private(set) var isAtEnd = false
    let name: String
    private var filled = 0
    private var stream: any PartBytes
    private let largest: Int

    init(_ stream: any PartBytes, name: String, size: Int, largest: Int) throws(XLSXFailure) {
        self.stream = stream
        self.name = name
        self.largest = largest
        bytes = [UInt8](repeating: 0, count: size)
        filled = try Self.fill(&bytes, from: 0, stream: stream)
        guard let (encoding, mark) = XMLEncoding.detect(Array(bytes[..<min(filled, 1_024)])) else {
            throw .part(name, "XML 的编码不是 UTF-8 或 UTF-16", "its XML is neither UTF-8 nor UTF-16")
        }
        position = mark
        if case .utf16(let isBigEndian) = encoding {
            self.stream = UTF16Stream(stream, head: bytes[mark..<filled], isBigEndian: isBigEndian, name: name)
            position = 0
            filled = try Self.fill(&bytes, from: 0, stream: self.stream)
        }
        try validate(from: position)
    }

    /// Fills a buffer up to its end, or to the end of the stream.
    private static func fill(
        _ buffer: inout [UInt8], from start: Int, stream: any PartBytes
    ) throws(XLSXFailure) -> Int {
        var filled = start
        while filled < buffer.count {
            let got = try stream.read(into: &buffer, from: filled)
            if got == 0 { break }
            filled += got
        }
        return filled
    }

    /// Drops what lies before `keep`, which becomes offset 0, and reads on; grows where that frees nothing.
    ///
    /// - Returns: whether there are more valid bytes than before.
    mutating func advance(keeping keep: Int) throws(XLSXFailure) -> Bool {
        guard !isAtEnd else { return false }
        let before = end - keep
        if keep > 0 {
            let rest = filled - keep
            unsafe bytes.withUnsafeMutableBytes { storage in
                if rest > 0, let start = storage.baseAddress {
                    // Both stretches lie inside the array; they may overlap, which memmove allows.
                    unsafe start.copyMemory(from: start + keep, byteCount: rest)
                }
            }
            filled = rest
            base += keep
            position -= keep
        }
        if filled > bytes.count / 2, bytes.count - filled < bytes.count / 4 {
            guard bytes.count < 2 * largest else {
                throw .limit(
                    Message("部件 \(name) 中有过长的标记或文字", "part \(name) holds an overlong tag or text"), .valueBytes,
                    largest)
            }
            bytes.append(contentsOf: repeatElement(0, count: bytes.count))
        }
        let start = filled
        filled = try Self.fill(&bytes, from: filled, stream: stream)
        if filled == start { isAtEnd = true }
        try validate(from: before)
        return end > before
    }

    /// Adds a stretch of the window to a buffer.
    @inline(__always)
    func copy(_ range: Range<Int>, to buffer: inout [UInt8]) { buffer.append(bytes.span.extracting(range)) }

    private mutating func validate(from start: Int) throws(XLSXFailure) {
        let result = UTF8Check.check(bytes.span, from: start, to: filled)
        end = result.valid
        guard !result.isWrong, !isAtEnd || end == filled else {
            throw .part(
                name, "第 \(base + end) 字节不是 XML 允许的 UTF-8 字符",
                "byte \(base + end) is not a UTF-8 character that XML allows")
        }
    }
}
