internal import FenjieText

/// Checks that bytes are UTF-8 (Unicode 15.0, table 3-7) and hold only characters that XML allows (XML 1.0, 2.2).
package enum UTF8Check {
    /// What was found: how many bytes from the start are whole valid characters, and whether what follows is wrong
    /// rather than merely cut off.
    package struct Result {
        package var valid: Int
        package var isWrong: Bool
    }

    package static func check(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Result {
        var index = start
        // Nothing below looks further than this.
        guard end <= bytes.count else { return Result(valid: start, isWrong: true) }
        let raw = unsafe bytes.bytes
        while index < end {
            let byte = bytes[index]
            guard byte < 0x80 else {
                let run = unsafe raw.withUnsafeBytes { unsafe UTF8Scanner.plainRun($0, from: index, to: end) }
                let length = run > 0 ? run : sequenceLength(bytes, at: index, end: end)
                guard length > 0 else { return Result(valid: index, isWrong: length < 0) }
                index += length
                continue
            }
            if index + 16 <= end {
                // Within bounds by the line above.
                let block = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
                let plain = plainBytes(block)
                index += plain
                guard plain == 0 else { continue }
            }
            guard byte >= 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
                return Result(valid: index, isWrong: true)
            }
            index += 1
        }
        return Result(valid: index, isWrong: false)
    }

    /// How many of sixteen bytes, from the first on, have no high bit and are not below 0x20.
    @inline(__always)
    private static func plainBytes(_ block: SIMD16<UInt8>) -> Int {
        // Sixteen bytes each, and any bits make a number.
        let bytes = unsafe unsafeBitCast(block, to: SIMD2<UInt64>.self)
        let above = unsafe unsafeBitCast(block &- SIMD16(repeating: 0x20), to: SIMD2<UInt64>.self)
        let low = UInt64(littleEndian: bytes[0] | above[0]) & 0x8080_8080_8080_8080
        let high = UInt64(littleEndian: bytes[1] | above[1]) & 0x8080_8080_8080_8080
        if low | high == 0 { return 16 }
        return low != 0 ? low.trailingZeroBitCount / 8 : 8 + high.trailingZeroBitCount / 8
    }

    /// The length of the sequence at `index`; 0 where it is cut off by `end`, -1 where it is wrong.
    @inline(__always)
    private static func sequenceLength(_ bytes: borrowing Span<UInt8>, at index: Int, end: Int) -> Int {
        let lead = bytes[index]
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { low = 0xA0 }
            if lead == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { low = 0x90 }
            if lead == 0xF4 { high = 0x8F }
        default: return -1
        }
        guard index + 1 < end else { return 0 }
        guard bytes[index + 1] >= low, bytes[index + 1] <= high else { return -1 }
        guard length > 2 else { return 2 }
        guard index + 2 < end else { return 0 }
        guard bytes[index + 2] & 0xC0 == 0x80 else { return -1 }
        if length == 3 {
            // U+FFFE and U+FFFF are not characters of XML.
            if lead == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return -1 }
            return 3
        }
        guard index + 3 < end else { return 0 }
        return bytes[index + 3] & 0xC0 == 0x80 ? 4 : -1
    }
}
