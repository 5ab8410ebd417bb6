/// Builds ZIP containers in memory, plain or damaged as a test wants them.
public struct ZipBuilder: Sendable {
    /// One entry as it is to be written.
    public struct Entry: Sendable {
        /// The name in both headers.
        public var name: [UInt8]
        /// What it inflates to.
        public var content: [UInt8]
        /// 0 for stored, 8 for deflated (in stored blocks); others are written as they are.
        public var method = 0
        /// The general purpose flags.
        public var flags = 0
        /// The checksum to write instead of the right one.
        public var checksum: UInt32?
        /// The size to declare instead of the right one.
        public var declaredSize: Int?
        /// The size to declare in a ZIP64 field of the directory, where not `nil`.
        public var size64: Int?
        /// Made on Unix with this mode, where not 0.
        public var unixMode = 0
    }

    /// The entries in the order in which they are written.
    public var entries: [Entry] = []

    /// An empty container.
    public init() {}

    /// Adds an entry.
    public mutating func add(_ name: String, _ content: [UInt8], method: Int = 0) {
        entries.append(Entry(name: Array(name.utf8), content: content, method: method))
    }

    /// Adds an entry of text.
    public mutating func add(_ name: String, _ content: String, method: Int = 0) {
        add(name, Array(content.utf8), method: method)
    }

    /// The whole container.
    public func bytes() -> [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = out.count
            let data = entry.method == 8 ? Self.deflated(entry.content) : entry.content
            var common: [UInt8] = []
            common.append(halves: 20, entry.flags, entry.method, 0, 0x21)
            common.append(words: Int(entry.checksum ?? Self.checksum(entry.content)), data.count)
            common.append(words: entry.declaredSize ?? entry.content.count)
            common.append(halves: entry.name.count, 0)
            out += [0x50, 0x4B, 3, 4] + common + entry.name + data
            directory += [0x50, 0x4B, 1, 2]
            directory.append(halves: entry.unixMode == 0 ? 20 : 3 << 8 | 20)
            var extra: [UInt8] = []
            if let size = entry.size64 {
                common.replaceSubrange(18..<22, with: [0xFF, 0xFF, 0xFF, 0xFF])
                common.replaceSubrange(24..<26, with: [12, 0])
                extra.append(halves: 1, 8)
                extra.append(words: size & 0xFFFF_FFFF, size >> 32)
            }
            directory += common
            directory.append(halves: 0, 0, 0)
            directory.append(words: entry.unixMode << 16, offset)
            directory += entry.name + extra
        }
        let start = out.count
        out += directory + [0x50, 0x4B, 5, 6]
        out.append(halves: 0, 0, entries.count, entries.count)
        out.append(words: directory.count, start)
        out.append(halves: 0)
        return out
    }

    /// RFC 1951, 3.2.4: blocks that hold their bytes as they are.
    private static func deflated(_ content: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var rest = content[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            out.append(rest.isEmpty ? 1 : 0)
            out.append(halves: block.count, 0xFFFF - block.count)
            out += block
        } while !rest.isEmpty
        return out
    }

    /// CRC-32, bit by bit.
    public static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}

extension [UInt8] {
    fileprivate mutating func append(halves values: Int...) {
        for value in values { self += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)] }
    }

    fileprivate mutating func append(words values: Int...) {
        for value in values { for shift in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: value >> shift)) } }
    }
}
