/// Turns text in one encoding into UTF-8, strictly, in parts of any size.
///
/// Nothing is ever replaced: bytes that do not follow the encoding stop the decoder.
package struct TextDecoder: Sendable {
    package let encoding: TextEncoding
    /// The offset in the input behind the last whole character.
    package private(set) var offset = 0
    /// Two-byte characters of GB18030, and how many of them lie outside GB 2312, where everyday text hardly goes.
    package private(set) var pairs = 0
    package private(set) var rarePairs = 0
    /// The start of a character that the last part cut off; at most three bytes.
    private var pending: [UInt8] = []
    private var scanner = UTF8Scanner()

    package init(_ encoding: TextEncoding) { self.encoding = encoding }

    /// Whether this system can decode the encoding.
    package static func canDecode(_ encoding: TextEncoding) -> Bool {
        encoding != .gb18030 || GB18030Table.fourByte != nil
    }

    /// Adds the UTF-8 of the next part to `output`.
    ///
    /// - Returns: whether all is valid so far; where not, `offset` is that of the first bad sequence.
    package mutating func decode(_ bytes: Span<UInt8>, into output: inout [UInt8]) -> Bool {
        if encoding == .utf8 { return copy(bytes, into: &output) }
        var start = 0
        while !pending.isEmpty, start < bytes.count {
            pending.append(bytes[start])
            start += 1
            let whole = pending
            pending.removeAll(keepingCapacity: true)
            guard decodeWhole(whole.span, from: 0, into: &output) else { return false }
        }
        return decodeWhole(bytes, from: start, into: &output)
    }

    /// Whether the text ends behind a whole character.
    package func finish() -> Bool { encoding == .utf8 ? scanner.finish() : pending.isEmpty }

    /// UTF-8 is checked and passed on; a character cut by the end of a part stays cut.
    private mutating func copy(_ bytes: Span<UInt8>, into output: inout [UInt8]) -> Bool {
        let isValid = scanner.scan(bytes)
        offset = scanner.offset
        if isValid { output.append(bytes) }
        return isValid
    }

    private mutating func decodeWhole(_ bytes: Span<UInt8>, from start: Int, into output: inout [UInt8]) -> Bool {
        guard start < bytes.count else { return true }
        let filled = output.count
        // No character grows by more than half: two bytes become at most three.
        output.append(contentsOf: repeatElement(0, count: (bytes.count - start) / 2 * 3 + 4))
        var step = DecodingStep()
        unsafe bytes.withUnsafeBytes { source in
            unsafe output.withUnsafeMutableBytes { target in
                let part = unsafe UnsafeRawBufferPointer(rebasing: source[start...])
                let room = unsafe UnsafeMutableRawBufferPointer(rebasing: target[filled...])
                step =
                    switch encoding {
                    case .gb18030: unsafe GB18030Decoder.decode(part, into: room)
                    case .utf16LittleEndian: unsafe UTF16Decoder.decode(part, into: room, isBigEndian: false)
                    case .utf16BigEndian: unsafe UTF16Decoder.decode(part, into: room, isBigEndian: true)
                    case .utf8: step
                    }
            }
        }
        output.removeLast(output.count - filled - step.produced)
        offset += step.consumed
        pairs += step.pairs
        rarePairs += step.rarePairs
        if step.isInvalid { return false }
        for index in (start + step.consumed)..<bytes.count { pending.append(bytes[index]) }
        return true
    }
}

/// How far one step of decoding came.
struct DecodingStep {
    var consumed = 0
    var produced = 0
    var pairs = 0
    var rarePairs = 0
    /// Whether it stopped at bytes that no further input can make valid.
    var isInvalid = false
}

extension UnsafeMutableRawBufferPointer {
    /// Stores a scalar as UTF-8 and returns its length; the caller has made room.
    @inline(__always)
    func storeUTF8(_ scalar: UInt32, at offset: Int) -> Int {
        switch scalar {
        case 0..<0x80:
            unsafe self[offset] = UInt8(truncatingIfNeeded: scalar)
            return 1
        case 0x80..<0x800:
            unsafe self[offset] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
            unsafe self[offset + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 2
        case 0x800..<0x1_0000:
            unsafe self[offset] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            unsafe self[offset + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            unsafe self[offset + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 3
        default:
            unsafe self[offset] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
            unsafe self[offset + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
            unsafe self[offset + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            unsafe self[offset + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 4
        }
    }
}
