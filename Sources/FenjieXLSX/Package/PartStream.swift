internal import FenjieFiles
internal import FenjieModel

/// Something that yields bytes piece by piece.
protocol PartBytes: AnyObject {
    /// Replaces `buffer[start...]` from its beginning with further bytes.
    ///
    /// - Returns: how many bytes were written; 0 only at the end.
    func read(into buffer: inout [UInt8], from start: Int) throws(XLSXFailure) -> Int
}

/// The inflated bytes of one part, with the size and checksum it declares verified on the way.
final class PartStream: PartBytes {
    let name: String
    private let archive: ZipArchive
    private let entry: ZipEntry
    private let sizeLimit: Int
    private let inflater: Inflater?
    private var input: [UInt8] = []
    private var inputPosition = 0
    private var nextRead: Int
    private let readEnd: Int
    private var produced = 0
    private var checksum: UInt32 = 0
    private var isAtEnd = false
    private static let chunk = 131_072

    /// Opens a part, which may inflate to as many bytes as a limit says.
    init(_ entry: ZipEntry, of archive: ZipArchive, sizeLimit limit: XLSXLimit) throws(XLSXFailure) {
        name = entry.displayName
        self.archive = archive
        self.entry = entry
        sizeLimit = archive.limits[limit]
        try Self.check(entry)
        guard entry.size <= sizeLimit else {
            throw .limit(
                Message("部件 \(name) 解压后有 \(entry.size) 字节", "part \(name) inflates to \(entry.size) bytes"), limit,
                sizeLimit)
        }
        nextRead = try Self.dataOffset(of: entry, in: archive.file)
        guard nextRead <= entry.boundary, entry.boundary - nextRead >= entry.storedSize else {
            throw .part(name, "与其他条目重叠", "it overlaps another entry")
        }
        readEnd = nextRead + entry.storedSize
        inflater = entry.method == 8 ? Inflater() : nil
        guard entry.method == 8 || entry.size == entry.storedSize else {
            throw .part(name, "大小不符", "its sizes contradict each other")
        }
    }

    private static func check(_ entry: ZipEntry) throws(XLSXFailure) {
        // Bit 0: encrypted; bit 6: strong encryption; bit 13: masked headers.
        guard entry.flags & 0x2041 == 0 else {
            throw XLSXFailure(
                .passwordProtected,
                Message("部件 \(entry.displayName) 已加密", "part \(entry.displayName) is encrypted"),
                hint: Message("请解除密码后另存再读", "remove the password, save it anew and read that"))
        }
        guard entry.method == 0 || entry.method == 8 else {
            throw .part(
                entry.displayName, "压缩方法 \(entry.method)\(methodName(entry.method)) 不能用于工作簿",
                "compression method \(entry.method)\(methodName(entry.method)) is not allowed in a workbook")
        }
        guard !entry.isLink else { throw .part(entry.displayName, "是符号链接", "it is a symbolic link") }
    }

    private static func methodName(_ method: Int) -> String {
        let names = [
            1: "shrink", 6: "implode", 9: "deflate64", 12: "bzip2", 14: "lzma", 93: "zstd", 95: "xz", 99: "aes",
        ]
        return names[method].map { " (\($0))" } ?? ""
    }

    private static func dataOffset(of entry: ZipEntry, in file: InputFile) throws(XLSXFailure) -> Int {
        var header: [UInt8] = []
        try file.bytes(at: entry.offset, count: 30, into: &header)
        guard header.holds([0x50, 0x4B, 3, 4], at: 0), let flags = header.number16(at: 6),
            let nameLength = header.number16(at: 26), let extraLength = header.number16(at: 28)
        else { throw .part(entry.displayName, "局部文件头有误", "its local header is wrong") }
        var name: [UInt8] = []
        if nameLength > 0 { try file.bytes(at: entry.offset + 30, count: nameLength, into: &name) }
        guard name == entry.name, flags & 0x2041 == 0 else {
            throw .part(entry.displayName, "局部文件头与目录不符", "its local header contradicts the directory")
        }
        return entry.offset + 30 + nameLength + extraLength
    }

    func read(into buffer: inout [UInt8], from start: Int) throws(XLSXFailure) -> Int {
        guard !isAtEnd, start < buffer.count else { return 0 }
        let written = try entry.method == 8 ? inflate(into: &buffer, from: start) : copy(into: &buffer, from: start)
        produced += written
        guard produced <= entry.size, produced <= sizeLimit else {
            throw .part(name, "内容比声明的 \(entry.size) 字节多", "it holds more than the \(entry.size) bytes it declares")
        }
        let limits = archive.limits
        guard produced <= limits.ratioBytes || produced / limits.ratio <= entry.storedSize else {
            throw .limit(
                Message("部件 \(name) 的压缩比过高", "the compression ratio of part \(name) is too high"), .ratio, limits.ratio)
        }
        try archive.spend(written)
        checksum = unsafe buffer.withUnsafeBytes { bytes in
            unsafe Checksum.update(checksum, with: UnsafeRawBufferPointer(rebasing: bytes[start..<(start + written)]))
        }
        if isAtEnd { try finish() }
        return written
    }

    private func finish() throws(XLSXFailure) {
        guard produced == entry.size else {
            throw .part(
                name, "内容有 \(produced) 字节，与声明的 \(entry.size) 字节不符",
                "it holds \(produced) bytes and declares \(entry.size)")
        }
        guard checksum == entry.checksum else { throw .part(name, "校验和不符", "its checksum does not match") }
    }

    private func refill() throws(XLSXFailure) {
        let count = min(Self.chunk, readEnd - nextRead)
        inputPosition = 0
        guard count > 0 else {
            input.removeAll(keepingCapacity: true)
            return
        }
        try archive.file.bytes(at: nextRead, count: count, into: &input)
        nextRead += count
    }

    private func copy(into buffer: inout [UInt8], from start: Int) throws(XLSXFailure) -> Int {
        if inputPosition == input.count { try refill() }
        let count = min(input.count - inputPosition, buffer.count - start)
        buffer.replaceSubrange(start..<(start + count), with: input[inputPosition..<(inputPosition + count)])
        inputPosition += count
        isAtEnd = inputPosition == input.count && nextRead == readEnd
        return count
    }

    private func inflate(into buffer: inout [UInt8], from start: Int) throws(XLSXFailure) -> Int {
        guard let inflater else { return 0 }
        var written = 0
        while written < buffer.count - start, !isAtEnd {
            if inputPosition == input.count { try refill() }
            let step = unsafe input.withUnsafeBytes { source in
                unsafe buffer.withUnsafeMutableBytes { target in
                    unsafe inflater.inflate(
                        from: UnsafeRawBufferPointer(rebasing: source[inputPosition...]),
                        into: UnsafeMutableRawBufferPointer(rebasing: target[(start + written)...]))
                }
            }
            guard let step else { throw .part(name, "压缩数据已损坏", "its compressed data are damaged") }
            inputPosition += step.read
            written += step.written
            isAtEnd = step.isAtEnd
            guard isAtEnd || step.written > 0 || step.read > 0 else {
                throw .part(name, "压缩数据不完整", "its compressed data are cut short")
            }
            // A stream that keeps producing beyond what it declares is stopped at once.
            if produced + written > entry.size { break }
        }
        guard !isAtEnd || (inputPosition == input.count && nextRead == readEnd) else {
            throw .part(name, "压缩数据之后还有多余内容", "bytes follow its compressed data")
        }
        return written
    }
}
