internal import FenjieFiles
internal import FenjieModel
internal import Synchronization

/// The entries of a ZIP file, checked before any of them is read.
final class ZipArchive: Sendable {
    let file: InputFile
    let limits: XLSXLimits
    private let entries: [ZipEntry]
    /// Entries by name, in lower case, with `/` between folders and none in front (OPC names ignore case).
    private let places: [[UInt8]: Int]
    /// Bytes that all parts together have inflated to so far; large parts are inflated on other threads.
    private let inflated = Atomic(0)

    init(file: InputFile, limits: XLSXLimits) throws(XLSXFailure) {
        self.file = file
        self.limits = limits
        let directory = try ZipDirectory(of: file)
        guard directory.count <= limits.entries else {
            throw .limit(
                Message("压缩包有 \(directory.count) 个条目", "the container has \(directory.count) entries"), .entries,
                limits.entries)
        }
        guard directory.size <= limits.partBytes else {
            throw .limit(Message("压缩包目录过大", "the ZIP directory is too large"), .partBytes, limits.partBytes)
        }
        var bytes: [UInt8] = []
        try file.bytes(at: directory.offset, count: directory.size, into: &bytes)
        var entries: [ZipEntry] = []
        var position = 0
        while entries.count < directory.count { entries.append(try ZipEntry(parsing: bytes, at: &position)) }
        guard position == bytes.count, !entries.isEmpty else {
            throw .container("压缩包目录的条目数不符", "the ZIP directory does not have the number of entries it claims")
        }
        try Self.setBoundaries(of: &entries, end: directory.offset)
        places = try Self.index(entries)
        self.entries = entries
    }

    /// The names of all entries.
    var names: some Sequence<[UInt8]> { places.keys }

    /// The entry of a part, whatever the case of its letters.
    func entry(named name: String) -> ZipEntry? { places[Self.key(Array(name.utf8))].map { entries[$0] } }

    /// Counts inflated bytes of a part against the limit for all.
    func spend(_ count: Int) throws(XLSXFailure) {
        guard inflated.wrappingAdd(count, ordering: .relaxed).newValue <= limits.totalBytes else {
            throw .limit(
                Message("各部件解压后总量过大", "all parts together inflate to too many bytes"), .totalBytes, limits.totalBytes)
        }
    }

    /// No two entries may share bytes.
    private static func setBoundaries(of entries: inout [ZipEntry], end: Int) throws(XLSXFailure) {
        let order = entries.indices.sorted { entries[$0].offset < entries[$1].offset }
        for (place, index) in order.enumerated() {
            let boundary = place + 1 < order.count ? entries[order[place + 1]].offset : end
            let head = 30 + entries[index].name.count
            guard entries[index].offset >= 0, entries[index].storedSize >= 0, entries[index].size >= 0,
                entries[index].offset <= boundary, boundary <= end,
                boundary - entries[index].offset >= head,
                boundary - entries[index].offset - head >= entries[index].storedSize
            else {
                throw .part(
                    entries[index].displayName, "与其他条目重叠或超出文件范围",
                    "it overlaps another entry or lies outside the file")
            }
            entries[index].boundary = boundary
        }
    }

    private static func index(_ entries: [ZipEntry]) throws(XLSXFailure) -> [[UInt8]: Int] {
        var places: [[UInt8]: Int] = [:]
        for (index, entry) in entries.enumerated() {
            let isFolder = entry.name.last == UInt8(ascii: "/") || entry.name.last == UInt8(ascii: "\\")
            if isFolder, entry.size == 0 { continue }
            if places.updateValue(index, forKey: key(entry.name)) != nil {
                throw .part(
                    entry.displayName, "压缩包内有重名的部件，无法确定用哪一个",
                    "two parts have this name and either could be meant")
            }
        }
        return places
    }

    private static func key(_ name: [UInt8]) -> [UInt8] {
        var key = name.map { byte in
            switch byte {
            case UInt8(ascii: "\\"): UInt8(ascii: "/")
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            default: byte
            }
        }
        if key.first == UInt8(ascii: "/") { key.removeFirst() }
        return key
    }
}
