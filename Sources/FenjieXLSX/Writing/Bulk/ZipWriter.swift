package import FenjieFiles

/// A ZIP container on its way into a sink, one deflated entry after the other, APPNOTE 4.3.
///
/// Sizes follow the data of each entry, so that nothing is written twice; the directory at the end holds them too. The
/// ZIP64 forms are used only where a number needs them, as some programs take them for damage elsewhere. All entries bear
/// the earliest date that there is, so that equal content gives equal files.
package struct ZipWriter {
    private struct Entry {
        var name: [UInt8]
        var offset: Int
        var totals = PartTotals()
        var storedSize = 0

        var isLarge: Bool { totals.size >= ZipWriter.limit || storedSize >= ZipWriter.limit }
    }

    /// The first number that does not fit into the 32-bit fields; it means "see the ZIP64 field".
    private static let limit = 0xFFFF_FFFF
    /// Bit 3: the sizes stand behind the data.
    private static let flags = 8
    private static let deflated = 8
    /// 1980-01-01.
    private static let date = 1 << 5 | 1

    private let sink: any ByteSink
    private var entries: [Entry] = []
    private var offset = 0

    package init(_ sink: any ByteSink) { self.sink = sink }

    /// Begins an entry.
    package mutating func begin(_ name: String) throws {
        let entry = Entry(name: Array(name.utf8), offset: offset)
        entries.append(entry)
        var header: [UInt8] = []
        header.put(0x0403_4B50, width: 4)
        Self.appendCommon(entry, version: 20, extraSize: 0, to: &header)
        try add(header + entry.name)
    }

    /// Adds deflated bytes to the entry under way.
    package mutating func write(_ bytes: [UInt8]) throws {
        guard !bytes.isEmpty, !entries.isEmpty else { return }
        try add(bytes)
        entries[entries.count - 1].storedSize += bytes.count
    }

    /// Ends the entry under way.
    package mutating func end(_ totals: PartTotals) throws {
        guard var entry = entries.popLast() else { return }
        entry.totals = totals
        entries.append(entry)
        var descriptor: [UInt8] = []
        descriptor.put(0x0807_4B50, width: 4)
        descriptor.put(Int(totals.checksum), width: 4)
        descriptor.put(entry.storedSize, width: entry.isLarge ? 8 : 4)
        descriptor.put(totals.size, width: entry.isLarge ? 8 : 4)
        try add(descriptor)
    }

    private mutating func add(_ bytes: [UInt8]) throws {
        try sink.write(bytes)
        offset += bytes.count
    }

    /// Writes the directory; the container is complete then.
    package func finish() throws {
        var directory: [UInt8] = []
        for entry in entries { Self.append(entry, to: &directory) }
        let size = directory.count
        let end = offset + size
        if offset >= Self.limit || entries.count >= 0xFFFF {
            appendLargeEnd(to: &directory, size: size, end: end)
        }
        directory.put(0x0605_4B50, width: 4)
        directory.put(0, width: 4)
        directory.put(min(entries.count, 0xFFFF), width: 2)
        directory.put(min(entries.count, 0xFFFF), width: 2)
        directory.put(min(size, Self.limit), width: 4)
        directory.put(min(offset, Self.limit), width: 4)
        directory.put(0, width: 2)
        try sink.write(directory)
    }

    private static func append(_ entry: Entry, to directory: inout [UInt8]) {
        var extra: [UInt8] = []
        for number in [entry.totals.size, entry.storedSize, entry.offset] where number >= limit {
            extra.put(number, width: 8)
        }
        if !extra.isEmpty {
            var field: [UInt8] = []
            field.put(1, width: 2)
            field.put(extra.count, width: 2)
            extra = field + extra
        }
        let version = extra.isEmpty ? 20 : 45
        directory.put(0x0201_4B50, width: 4)
        directory.put(version, width: 2)
        appendCommon(entry, version: version, extraSize: extra.count, to: &directory)
        // No comment, disk 0, no attributes.
        directory.put(0, width: 2)
        directory.put(0, width: 4)
        directory.put(0, width: 4)
        directory.put(min(entry.offset, limit), width: 4)
        directory += entry.name + extra
    }

    /// The ZIP64 end record and its locator, APPNOTE 4.3.14 and 4.3.15.
    private func appendLargeEnd(to directory: inout [UInt8], size: Int, end: Int) {
        directory.put(0x0606_4B50, width: 4)
        directory.put(44, width: 8)
        directory.put(45, width: 2)
        directory.put(45, width: 2)
        directory.put(0, width: 8)
        for number in [entries.count, entries.count, size, offset] { directory.put(number, width: 8) }
        directory.put(0x0706_4B50, width: 4)
        directory.put(0, width: 4)
        directory.put(end, width: 8)
        directory.put(1, width: 4)
    }

    /// What local and central headers have in common, APPNOTE 4.3.7: from the version to the length of the extra field.
    private static func appendCommon(_ entry: Entry, version: Int, extraSize: Int, to header: inout [UInt8]) {
        header.put(version, width: 2)
        header.put(flags, width: 2)
        header.put(deflated, width: 2)
        header.put(0, width: 2)
        header.put(date, width: 2)
        header.put(Int(entry.totals.checksum), width: 4)
        header.put(min(entry.storedSize, limit), width: 4)
        header.put(min(entry.totals.size, limit), width: 4)
        header.put(entry.name.count, width: 2)
        header.put(extraSize, width: 2)
    }
}

extension [UInt8] {
    /// Adds a number as ZIP stores it.
    fileprivate mutating func put(_ number: Int, width: Int) {
        for byte in 0..<width { append(UInt8(truncatingIfNeeded: number >> (byte * 8))) }
    }
}
