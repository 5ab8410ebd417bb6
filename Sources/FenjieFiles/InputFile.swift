internal import FenjieModel
internal import Glibc

/// The bytes of one input, read at any offset.
///
/// Files are read with `pread` and never mapped: a file that shrinks while it is read gives a short read, not a crash.
public final class InputFile: Sendable {
    /// The file as the user named it; `-` for standard input.
    public let name: String
    /// The size in bytes when the file was opened.
    public let size: Int
    private let source: Source

    private enum Source {
        case descriptor(Int32)
        case memory([UInt8])
    }

    /// The most bytes of a pipe or device that are taken into memory unless somebody asks for more.
    public static let streamLimit = 1 << 30

    /// Opens a file. Pipes and devices are read into memory at once.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - streamLimit: the most bytes that a pipe or device may hold.
    /// - Throws: ``FileFailure`` where the path is missing, a folder, not readable, or a stream that is too long.
    public init(path: String, streamLimit: Int = InputFile.streamLimit) throws(FileFailure) {
        name = path
        // O_NONBLOCK, or opening a pipe that nobody writes to would hang for ever.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .reading(path, code: errno) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw .reading(path, code: code)
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            close(descriptor)
            throw .reading(path, code: EISDIR)
        case S_IFREG:
            source = .descriptor(descriptor)
            size = Int(status.st_size)
        default:
            defer { close(descriptor) }
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
            let bytes = try Self.readAll(descriptor, name: path, limit: streamLimit)
            source = .memory(bytes)
            size = bytes.count
        }
    }

    /// The stamp of the file as it is now; `nil` for bytes in memory.
    package var stamp: FileStamp? {
        guard case .descriptor(let descriptor) = source else { return nil }
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 ? FileStamp(status) : nil
    }

    /// Bytes that are in memory already.
    public init(bytes: [UInt8], name: String) {
        self.name = name
        size = bytes.count
        source = .memory(bytes)
    }

    /// Reads standard input to its end.
    ///
    /// - Parameter limit: the most bytes that it may hold.
    /// - Returns: its bytes under the name `-`.
    /// - Throws: ``FileFailure`` where reading fails or there is more.
    public static func standardInput(limit: Int = InputFile.streamLimit) throws(FileFailure) -> InputFile {
        InputFile(bytes: try readAll(STDIN_FILENO, name: "-", limit: limit), name: "-")
    }

    deinit {
        if case .descriptor(let descriptor) = source { close(descriptor) }
    }

    /// Replaces `buffer` with up to `count` bytes from `offset`; fewer only at the end of the file.
    ///
    /// - Returns: how many bytes were read; 0 at the end.
    @discardableResult
    public func read(at offset: Int, count: Int, into buffer: inout [UInt8]) throws(FileFailure) -> Int {
        switch source {
        case .memory(let bytes):
            buffer.removeAll(keepingCapacity: true)
            guard offset >= 0, count > 0, offset < bytes.count else { return 0 }
            buffer.append(contentsOf: bytes[offset..<(offset + min(count, bytes.count - offset))])
            return buffer.count
        case .descriptor(let descriptor):
            // A large window costs no more than the file has left.
            let count = offset < 0 ? 0 : min(count, size - offset)
            guard count > 0 else {
                buffer.removeAll(keepingCapacity: true)
                return 0
            }
            if buffer.count != count {
                if buffer.count > count {
                    buffer.removeLast(buffer.count - count)
                } else {
                    buffer.append(contentsOf: repeatElement(0, count: count - buffer.count))
                }
            }
            var filled = 0
            var failure: Int32 = 0
            unsafe buffer.withUnsafeMutableBytes { storage in
                while filled < count {
                    let part = unsafe pread(
                        descriptor, storage.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
                    if part < 0, errno == EINTR { continue }
                    if part < 0 { failure = errno }
                    if part <= 0 { break }
                    filled += part
                }
            }
            guard failure == 0 else { throw .reading(name, code: failure) }
            if filled < count { buffer.removeLast(count - filled) }
            return filled
        }
    }

    /// The whole content.
    ///
    /// - Parameter limit: the most that may be read, in bytes.
    /// - Returns: all bytes of the file.
    /// - Throws: ``FileFailure`` where reading fails or the file is larger than `limit`.
    public func contents(limit: Int = .max) throws(FileFailure) -> [UInt8] {
        guard size <= limit else {
            throw FileFailure(
                .input, path: name,
                Message("文件过大：\(size) 字节，上限 \(limit) 字节", "the file is too large: \(size) bytes, limit \(limit)"))
        }
        if case .memory(let bytes) = source { return bytes }
        var bytes: [UInt8] = []
        try read(at: 0, count: size, into: &bytes)
        return bytes
    }

    private static func readAll(_ descriptor: Int32, name: String, limit: Int) throws(FileFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let part = unsafe chunk.withUnsafeMutableBytes { storage in
                unsafe Glibc.read(descriptor, storage.baseAddress, storage.count)
            }
            if part < 0, errno == EINTR { continue }
            guard part >= 0 else { throw .reading(name, code: errno) }
            guard part > 0 else { return bytes }
            guard part <= limit - bytes.count else { throw .streamTooLong(name, limit: limit) }
            bytes.append(contentsOf: chunk[0..<part])
        }
    }
}
