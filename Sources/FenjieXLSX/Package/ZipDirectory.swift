internal import FenjieFiles

/// Where the central directory of a ZIP file lies, APPNOTE 4.3.14–4.3.16.
struct ZipDirectory {
    var offset: Int
    var size: Int
    var count: Int

    private static let endSignature: [UInt8] = [0x50, 0x4B, 5, 6]
    private static let locatorSignature: [UInt8] = [0x50, 0x4B, 6, 7]
    private static let end64Signature: [UInt8] = [0x50, 0x4B, 6, 6]

    /// Finds the end record, and the ZIP64 one where it is announced.
    init(of file: InputFile) throws(XLSXFailure) {
        var tail: [UInt8] = []
        let tailStart = max(0, file.size - (22 + 65_535))
        try file.bytes(at: tailStart, count: file.size - tailStart, into: &tail)
        guard let place = Self.endRecord(in: tail) else {
            throw .container("找不到压缩包的目录，文件可能没有下载完整", "no ZIP directory; the file may be cut short")
        }
        guard let disk = tail.number16(at: place + 4), let startDisk = tail.number16(at: place + 6),
            let here = tail.number16(at: place + 8), let total = tail.number16(at: place + 10),
            let size = tail.number32(at: place + 12), let offset = tail.number32(at: place + 16)
        else { throw .container("压缩包的目录不完整", "the ZIP directory is cut short") }
        if total == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF,
            let record = try Self.end64(of: file, tail: tail, before: place)
        {
            self = record
        } else {
            guard disk == 0, startDisk == 0, here == total else {
                throw .container("这是分卷压缩包的一卷", "it is one volume of a split archive")
            }
            self.init(offset: offset, size: size, count: total)
        }
        let limit = tailStart + place
        guard self.offset >= 0, self.size >= 0, self.offset <= limit, self.size <= limit - self.offset else {
            throw .container("压缩包的目录超出文件范围", "the ZIP directory lies outside the file")
        }
    }

    private init(offset: Int, size: Int, count: Int) {
        self.offset = offset
        self.size = size
        self.count = count
    }

    /// The last end record whose comment reaches to the end of the file; failing that, the last that fits.
    private static func endRecord(in tail: [UInt8]) -> Int? {
        var fallback: Int?
        var place = tail.count - 22
        while place >= 0 {
            if tail[place] == 0x50, tail.holds(endSignature, at: place), let comment = tail.number16(at: place + 20) {
                if place + 22 + comment == tail.count { return place }
                if fallback == nil, place + 22 + comment < tail.count { fallback = place }
            }
            place -= 1
        }
        return fallback
    }

    private static func end64(of file: InputFile, tail: [UInt8], before place: Int) throws(XLSXFailure) -> ZipDirectory?
    {
        guard tail.holds(locatorSignature, at: place - 20), let stored = tail.number64(at: place - 20 + 8) else {
            return nil
        }
        var record: [UInt8] = []
        guard let start = Int(exactly: stored), start <= file.size - 56 else {
            throw .container("ZIP64 目录超出文件范围", "the ZIP64 record lies outside the file")
        }
        try file.bytes(at: start, count: 56, into: &record)
        guard record.holds(end64Signature, at: 0), record.number32(at: 16) == 0, record.number32(at: 20) == 0,
            let count = record.number64(at: 32).flatMap({ Int(exactly: $0) }),
            let size = record.number64(at: 40).flatMap({ Int(exactly: $0) }),
            let offset = record.number64(at: 48).flatMap({ Int(exactly: $0) })
        else { throw .container("ZIP64 目录有误", "the ZIP64 record is wrong") }
        return ZipDirectory(offset: offset, size: size, count: count)
    }
}

extension InputFile {
    /// Reads exactly `count` bytes.
    func bytes(at offset: Int, count: Int, into buffer: inout [UInt8]) throws(XLSXFailure) {
        let got: Int
        do { got = try read(at: offset, count: count, into: &buffer) } catch { throw XLSXFailure(error) }
        guard got == count else { throw .container("文件不完整", "the file is cut short") }
    }
}
