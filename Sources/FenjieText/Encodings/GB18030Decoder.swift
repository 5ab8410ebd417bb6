/// GB 18030 to UTF-8, one contiguous part.
enum GB18030Decoder {
    /// Decodes until the part ends, a character is cut, or a sequence is wrong.
    static func decode(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecodingStep {
        var step = DecodingStep()
        guard let table = GB18030Table.twoByte else {
            step.isInvalid = true
            return step
        }
        // Unchecked reads of the table: the index is made of two checked bytes.
        unsafe table.withUnsafeBufferPointer { table in unsafe decode(bytes, into: output, table: table, &step) }
        return step
    }

    private static func decode(
        _ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer,
        table: UnsafeBufferPointer<UInt16>, _ step: inout DecodingStep
    ) {
        var index = 0
        var produced = 0
        defer {
            step.consumed = index
            step.produced = produced
        }
        while index < bytes.count {
            let lead = unsafe bytes[index]
            if lead < 0x80 {
                let run = unsafe asciiRun(bytes, from: index)
                unsafe UnsafeMutableRawBufferPointer(rebasing: output[produced..<(produced + run)])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[index..<(index + run)]))
                index += run
                produced += run
                continue
            }
            guard GB18030Table.leads.contains(lead) else {
                step.isInvalid = true
                return
            }
            guard index + 1 < bytes.count else { return }
            let trail = unsafe bytes[index + 1]
            if trail >= 0x40, trail != 0x7F, trail != 0xFF {
                let column = Int(trail) - (trail > 0x7F ? 0x41 : 0x40)
                let scalar = unsafe table[Int(lead - 0x81) * GB18030Table.trailsPerLead + column]
                step.pairs += 1
                if trail < 0xA1 || lead < 0xA1 { step.rarePairs += 1 }
                produced += unsafe output.storeUTF8(UInt32(scalar), at: produced)
                index += 2
                continue
            }
            switch unsafe fourByteScalar(UnsafeRawBufferPointer(rebasing: bytes[index...])) {
            case .valid(let scalar):
                produced += unsafe output.storeUTF8(scalar, at: produced)
                index += 4
            case .cut: return
            case .invalid:
                step.isInvalid = true
                return
            }
        }
    }

    private enum FourBytes {
        case valid(UInt32)
        case cut
        case invalid
    }

    /// Reads a four-byte code; its first byte is a lead byte.
    private static func fourByteScalar(_ bytes: UnsafeRawBufferPointer) -> FourBytes {
        let ranges: [ClosedRange<UInt8>] = [0x81...0xFE, 0x30...0x39, 0x81...0xFE, 0x30...0x39]
        for index in 0..<min(4, bytes.count) {
            guard unsafe ranges[index].contains(bytes[index]) else { return .invalid }
        }
        guard bytes.count >= 4 else { return .cut }
        let high = unsafe (Int(bytes[0]) - 0x81) * 10 + Int(bytes[1]) - 0x30
        let low = unsafe (Int(bytes[2]) - 0x81) * 10 + Int(bytes[3]) - 0x30
        let index = high * 1260 + low
        if index < GB18030Table.basicCount {
            guard let scalar = GB18030Table.fourByte?[index], scalar != UInt16.max || index == 39_419 else {
                return .invalid
            }
            return .valid(UInt32(scalar))
        }
        let scalar = index - GB18030Table.supplementaryStart + 0x1_0000
        return (0x1_0000...0x10_FFFF).contains(scalar) ? .valid(UInt32(scalar)) : .invalid
    }

    /// The length of the ASCII text at `start`, at least 1.
    @inline(__always)
    private static func asciiRun(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count,
            unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < bytes.count, unsafe bytes[index] < 0x80 { index += 1 }
        return index - start
    }
}
