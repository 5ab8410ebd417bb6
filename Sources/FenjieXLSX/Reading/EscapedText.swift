/// Characters that XML cannot hold, written `_xHHHH_`, ECMA-376 Part 1, 22.9.2.19 (`ST_Xstring`).
package enum EscapedText {
    /// Decodes what stands in `buffer[start...]`, in place.
    ///
    /// Half a surrogate pair stays as it is written, and so do U+FFFE and U+FFFF, which no form of output could hold.
    package static func decode(_ buffer: inout [UInt8], from start: Int) {
        guard var index = firstEscape(in: buffer, from: start) else { return }
        var target = index
        let end = buffer.count
        while index < end {
            if let unit = unit(in: buffer, at: index, end: end) {
                if let (scalar, length) = scalar(from: unit, in: buffer, at: index, end: end) {
                    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                        buffer[target] = byte
                        target += 1
                    }
                    index += length
                    continue
                }
            }
            buffer[target] = buffer[index]
            target += 1
            index += 1
        }
        buffer.removeLast(end - target)
    }

    private static func firstEscape(in buffer: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 7 <= buffer.count {
            if buffer[index] == UInt8(ascii: "_"), unit(in: buffer, at: index, end: buffer.count) != nil {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func scalar(
        from unit: UInt16, in buffer: [UInt8], at index: Int, end: Int
    ) -> (scalar: Unicode.Scalar, length: Int)? {
        if let scalar = Unicode.Scalar(unit) { return unit < 0xFFFE ? (scalar, 7) : nil }
        guard unit < 0xDC00, let low = self.unit(in: buffer, at: index + 7, end: end), (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
        else { return nil }
        return (scalar, 14)
    }

    /// The code unit of the escape that begins at `index`, if one does.
    private static func unit(in buffer: [UInt8], at index: Int, end: Int) -> UInt16? {
        guard index + 7 <= end, buffer[index] == UInt8(ascii: "_"), buffer[index + 1] == UInt8(ascii: "x"),
            buffer[index + 6] == UInt8(ascii: "_")
        else { return nil }
        var unit: UInt16 = 0
        for offset in 2..<6 {
            let byte = buffer[index + offset]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - 0x30)
            case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
                unit = unit << 4 | UInt16((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return unit
    }
}
