/// UTF-16 to UTF-8, one contiguous part.
enum UTF16Decoder {
    /// Decodes until the part ends, a character is cut, or a surrogate stands alone.
    static func decode(
        _ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, isBigEndian: Bool
    ) -> DecodingStep {
        var step = DecodingStep()
        while step.consumed + 1 < bytes.count {
            let unit = unsafe unit(bytes, at: step.consumed, isBigEndian: isBigEndian)
            guard unit & 0xF800 == 0xD800 else {
                step.produced += unsafe output.storeUTF8(UInt32(unit), at: step.produced)
                step.consumed += 2
                continue
            }
            guard unit < 0xDC00 else {
                step.isInvalid = true
                return step
            }
            guard step.consumed + 3 < bytes.count else { return step }
            let low = unsafe self.unit(bytes, at: step.consumed + 2, isBigEndian: isBigEndian)
            guard low & 0xFC00 == 0xDC00 else {
                step.isInvalid = true
                return step
            }
            let scalar = 0x1_0000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
            step.produced += unsafe output.storeUTF8(scalar, at: step.produced)
            step.consumed += 4
        }
        return step
    }

    @inline(__always)
    private static func unit(_ bytes: UnsafeRawBufferPointer, at offset: Int, isBigEndian: Bool) -> UInt16 {
        let unit = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
        return isBigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit)
    }
}
