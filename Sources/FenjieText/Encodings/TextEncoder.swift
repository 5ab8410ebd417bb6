/// Turns UTF-8 into another encoding, in parts that end between characters.
///
/// Every Unicode scalar has a code in each encoding that fenjie writes, so nothing is lost.
package struct TextEncoder {
    package let encoding: TextEncoding

    /// Prepares an encoder; `nil` where this system has no table for the encoding.
    package init?(_ encoding: TextEncoding) {
        self.encoding = encoding
        if encoding == .gb18030 {
            guard GB18030Table.twoByteCodes != nil, GB18030Table.fourByteIndexes != nil else { return nil }
        }
    }

    /// Adds the encoded text to `output`.
    package func encode(_ text: Span<UInt8>, into output: inout [UInt8]) {
        if encoding == .utf8 {
            output.append(text)
            return
        }
        output.reserveCapacity(output.count + text.count * 2)
        var index = 0
        while index < text.count {
            let (scalar, length) = Self.scalar(text, at: index)
            index += length
            switch encoding {
            case .utf8: break
            case .gb18030: appendGB18030(scalar, to: &output)
            case .utf16LittleEndian:
                for unit in Self.units(of: scalar) {
                    output.append(UInt8(truncatingIfNeeded: unit))
                    output.append(UInt8(truncatingIfNeeded: unit >> 8))
                }
            case .utf16BigEndian:
                for unit in Self.units(of: scalar) {
                    output.append(UInt8(truncatingIfNeeded: unit >> 8))
                    output.append(UInt8(truncatingIfNeeded: unit))
                }
            }
        }
    }

    private func appendGB18030(_ scalar: UInt32, to output: inout [UInt8]) {
        if scalar < 0x80 {
            output.append(UInt8(truncatingIfNeeded: scalar))
            return
        }
        guard scalar < 0x1_0000 else {
            let index = GB18030Table.supplementaryStart + Int(scalar) - 0x1_0000
            output.append(contentsOf: GB18030Table.fourBytes(of: index))
            return
        }
        if let code = GB18030Table.twoByteCodes?[Int(scalar)], code != 0 {
            output.append(UInt8(truncatingIfNeeded: code >> 8))
            output.append(UInt8(truncatingIfNeeded: code))
        } else if let index = GB18030Table.fourByteIndexes?[Int(scalar)] {
            output.append(contentsOf: GB18030Table.fourBytes(of: Int(index)))
        }
    }

    private static func units(of scalar: UInt32) -> [UInt16] {
        guard scalar >= 0x1_0000 else { return [UInt16(truncatingIfNeeded: scalar)] }
        let rest = scalar - 0x1_0000
        return [
            0xD800 | UInt16(truncatingIfNeeded: rest >> 10), 0xDC00 | UInt16(truncatingIfNeeded: rest & 0x3FF),
        ]
    }

    /// Reads one scalar of valid UTF-8; a sequence that the end cuts off reads as its bytes.
    private static func scalar(_ text: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let lead = UInt32(text[index])
        let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard length > 1, index + length <= text.count else { return (lead, 1) }
        var scalar = lead & (0x7F >> UInt32(length))
        for step in 1..<length { scalar = scalar << 6 | UInt32(text[index + step] & 0x3F) }
        return (scalar, length)
    }
}
