/// One entry of the central directory, APPNOTE 4.3.12.
struct ZipEntry {
    /// The name as stored.
    var name: [UInt8]
    var flags: Int
    var method: Int
    var checksum: UInt32
    var storedSize: Int
    var size: Int
    /// Where the local header stands.
    var offset: Int
    /// Where the next local header or the directory stands; the data must end before it.
    var boundary = 0
    var isLink: Bool

    /// The size, as far as the bytes that are there can vouch for it: text deflates to a fifth, hardly ever to a tenth.
    var likelySize: Int { min(size, storedSize.multipliedReportingOverflow(by: 10).partialValue) }

    /// The name for people.
    var displayName: String { String(decoding: name, as: UTF8.self) }

    /// Reads the record at `position` and moves behind it.
    init(parsing bytes: [UInt8], at position: inout Int) throws(XLSXFailure) {
        guard bytes.holds([0x50, 0x4B, 1, 2], at: position), let madeBy = bytes.number16(at: position + 4),
            let flags = bytes.number16(at: position + 8), let method = bytes.number16(at: position + 10),
            let checksum = bytes.number32(at: position + 16), let storedSize = bytes.number32(at: position + 20),
            let size = bytes.number32(at: position + 24), let nameLength = bytes.number16(at: position + 28),
            let extraLength = bytes.number16(at: position + 30), let commentLength = bytes.number16(at: position + 32),
            let attributes = bytes.number32(at: position + 38), let offset = bytes.number32(at: position + 42),
            position + 46 + nameLength + extraLength + commentLength <= bytes.count
        else { throw .container("压缩包的目录有误", "the ZIP directory is wrong") }
        let nameStart = position + 46
        name = Array(bytes[nameStart..<(nameStart + nameLength)])
        self.flags = flags
        self.method = method
        self.checksum = UInt32(truncatingIfNeeded: checksum)
        self.storedSize = storedSize
        self.size = size
        self.offset = offset
        // Made on Unix, and the mode says symbolic link.
        isLink = madeBy >> 8 == 3 && (attributes >> 16) & 0xF000 == 0xA000
        let extraStart = nameStart + nameLength
        try takeLargeSizes(from: bytes, in: extraStart..<(extraStart + extraLength))
        position = extraStart + extraLength + commentLength
    }

    /// The ZIP64 extra field replaces what did not fit into 32 bits, APPNOTE 4.5.3.
    private mutating func takeLargeSizes(from bytes: [UInt8], in range: Range<Int>) throws(XLSXFailure) {
        guard size == 0xFFFF_FFFF || storedSize == 0xFFFF_FFFF || offset == 0xFFFF_FFFF else { return }
        var position = range.lowerBound
        while let tag = bytes.number16(at: position), let length = bytes.number16(at: position + 2),
            position + 4 + length <= range.upperBound
        {
            position += 4
            guard tag == 1 else {
                position += length
                continue
            }
            let end = position + length
            try Self.replace(&size, from: bytes, at: &position, end: end)
            try Self.replace(&storedSize, from: bytes, at: &position, end: end)
            try Self.replace(&offset, from: bytes, at: &position, end: end)
            return
        }
    }

    private static func replace(
        _ value: inout Int, from bytes: [UInt8], at position: inout Int, end: Int
    ) throws(XLSXFailure) {
        guard value == 0xFFFF_FFFF else { return }
        guard position + 8 <= end, let large = bytes.number64(at: position).flatMap({ Int(exactly: $0) }) else {
            throw .container("ZIP64 大小字段有误", "a ZIP64 size field is wrong")
        }
        value = large
        position += 8
    }
}
