internal import Glibc

/// The tables of GB 18030: two-byte characters as the system's `iconv` knows them, four-byte ones by their order.
///
/// `iconv` follows the edition of 2005, which leaves 24 private characters without a code; they get the codes that the
/// edition of 2022 gives them, so that every Unicode scalar has exactly one.
enum GB18030Table {
    static let leads: ClosedRange<UInt8> = 0x81...0xFE
    static let trailsPerLead = 190
    /// The number of four-byte codes below those of the supplementary planes.
    static let basicCount = 39_420
    /// The four-byte index of U+10000.
    static let supplementaryStart = 189_000

    /// Scalars of the two-byte codes in order, `nil` where the system has no converter.
    static let twoByte: [UInt16]? = {
        var codes: [UInt8] = []
        codes.reserveCapacity(leads.count * trailsPerLead * 2)
        for lead in leads {
            for trail in UInt8(0x40)...0xFE where trail != 0x7F { codes += [lead, trail] }
        }
        guard let scalars = Iconv.scalars(of: codes, unitLength: 2) else { return nil }
        return scalars.enumerated().map { index, scalar in
            // The edition of 2022 keeps six private characters of row FE where the system has planes beyond.
            if let small = UInt16(exactly: scalar) { return small }
            return UInt16(0xE815 + index % trailsPerLead - 16)
        }
    }()

    /// Scalars of the four-byte codes below the supplementary planes, in order.
    static let fourByte: [UInt16]? = {
        guard let twoByte else { return nil }
        var codes: [UInt8] = []
        codes.reserveCapacity(basicCount * 4)
        for index in 0..<basicCount { codes += fourBytes(of: index) }
        guard var scalars = Iconv.scalars(of: codes, unitLength: 4) else { return nil }
        fillHoles(&scalars, twoByte: twoByte)
        return scalars.map { UInt16(truncatingIfNeeded: $0) }
    }()

    /// The codes of the Basic Multilingual Plane, by scalar: a two-byte code, or 0 where four bytes are needed.
    static let twoByteCodes: [UInt16]? = {
        guard let twoByte else { return nil }
        var codes = [UInt16](repeating: 0, count: 65_536)
        for (index, scalar) in twoByte.enumerated() {
            let offset = index % trailsPerLead
            let trail = 0x40 + offset + (offset >= 0x3F ? 1 : 0)
            codes[Int(scalar)] = UInt16((Int(leads.lowerBound) + index / trailsPerLead) << 8 | trail)
        }
        return codes
    }()

    /// The four-byte index of each scalar of the Basic Multilingual Plane.
    static let fourByteIndexes: [UInt16]? = {
        guard let fourByte else { return nil }
        var indexes = [UInt16](repeating: 0, count: 65_536)
        for (index, scalar) in fourByte.enumerated() { indexes[Int(scalar)] = UInt16(index) }
        return indexes
    }()

    /// The bytes of a four-byte code by its index.
    static func fourBytes(of index: Int) -> [UInt8] {
        [
            UInt8(0x81 + index / 12_600), UInt8(0x30 + index / 1260 % 10), UInt8(0x81 + index / 10 % 126),
            UInt8(0x30 + index % 10),
        ]
    }

    /// Gives the codes that the system left empty to the scalars that it left without one, both in order.
    private static func fillHoles(_ scalars: inout [UInt32], twoByte: [UInt16]) {
        let holes = scalars.indices.filter { scalars[$0] == Iconv.noScalar }
        guard !holes.isEmpty else { return }
        var taken = [Bool](repeating: false, count: 65_536)
        for scalar in twoByte { taken[Int(scalar)] = true }
        for scalar in scalars where scalar != Iconv.noScalar { taken[Int(scalar & 0xFFFF)] = true }
        // The scalars that moved to two bytes left their four-byte codes in the order of the scalars; the private
        // characters that made room for them take those codes over.
        let orphans = (0x80..<0x1_0000).filter { !taken[$0] && !(0xD800..<0xE000).contains($0) }
        let moved = twoByte.enumerated().filter { index, scalar in
            (0x9FB4...0x9FBB).contains(scalar) || (0xFE10...0xFE19).contains(scalar)
        }
        let order = moved.map(\.element).enumerated().sorted { $0.element < $1.element }.map(\.offset)
        for (hole, position) in zip(holes, order.count == orphans.count ? order : Array(orphans.indices)) {
            scalars[hole] = UInt32(orphans[position])
        }
    }
}

/// The system's converter, used to build tables only.
private enum Iconv {
    /// What stands for a code without a scalar.
    static let noScalar = UInt32.max

    /// The scalar of each code; `nil` where the system has no converter.
    static func scalars(of codes: [UInt8], unitLength: Int) -> [UInt32]? {
        let converter = unsafe iconv_open("UCS-4LE", "GB18030")
        guard let converter = unsafe converter, Int(bitPattern: converter) != -1 else { return nil }
        defer { unsafe iconv_close(converter) }
        var input = codes
        var output = [UInt32](repeating: noScalar, count: codes.count / unitLength)
        var next = 0
        unsafe input.withUnsafeMutableBytes { source in
            unsafe output.withUnsafeMutableBytes { target in
                // A code that the converter does not know stops it; it goes on behind that code.
                while next < codes.count / unitLength {
                    var inputLeft = source.count - next * unitLength
                    var outputLeft = target.count - next * 4
                    var from = unsafe source.baseAddress?.advanced(by: next * unitLength)
                        .assumingMemoryBound(to: CChar.self)
                    var into = unsafe target.baseAddress?.advanced(by: next * 4).assumingMemoryBound(to: CChar.self)
                    _ = unsafe iconv(converter, &from, &inputLeft, &into, &outputLeft)
                    next = (source.count - inputLeft) / unitLength + 1
                }
            }
        }
        return output
    }
}
