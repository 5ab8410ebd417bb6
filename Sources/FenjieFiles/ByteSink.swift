internal import FenjieModel
internal import Glibc

/// Something that takes the bytes of one output, one part after the other.
///
/// Writers hand over large parts; a sink does not collect them again.
public protocol ByteSink: AnyObject {
    /// Takes the next bytes.
    ///
    /// - Throws: ``FileFailure`` where they cannot be written, ``ReaderGone`` where nobody reads them any more.
    func write(_ bytes: Span<UInt8>) throws
    /// Completes the output. Nothing may be written afterwards.
    func finish() throws
}

extension ByteSink {
    /// Takes the next bytes.
    public func write(_ bytes: [UInt8]) throws { try write(bytes.span) }
}

/// The program that read our standard output has ended; a reason to stop, and no failure.
public struct ReaderGone: Error {}

/// A file that appears under its name when it is complete.
public final class FileSink: ByteSink {
    /// The file under way; `nil` once it is complete.
    private var output: OutputFile?

    /// Prepares an output.
    ///
    /// - Parameters:
    ///   - path: the file to write.
    ///   - replacing: whether a file that exists may be replaced.
    /// - Throws: ``FileFailure`` where the target exists, is a folder, or its folder cannot be written.
    public init(path: String, replacing: Replacement) throws(FileFailure) {
        output = try OutputFile(path: path, replacing: replacing)
    }

    /// Adds bytes at the end; the file must not be complete yet.
    public func write(_ bytes: Span<UInt8>) throws {
        precondition(output != nil, "bytes for a file that is complete would be lost")
        try output?.write(bytes)
    }

    /// Makes the file appear under its name.
    public func finish() throws {
        guard let complete = output.take() else { return }
        try complete.commit()
    }
}

/// Bytes kept in memory.
public final class MemorySink: ByteSink {
    /// All that was written.
    public private(set) var bytes: [UInt8] = []

    /// An empty sink.
    public init() {}

    /// All that was written since the last call; the sink is empty afterwards.
    public func takeBytes() -> [UInt8] {
        let taken = bytes
        bytes.removeAll(keepingCapacity: true)
        return taken
    }

    /// Adds bytes at the end.
    public func write(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { part in unsafe self.bytes.append(contentsOf: part) }
    }

    /// Does nothing.
    public func finish() {}
}

/// Writing to a descriptor until all is out.
enum DescriptorWriting {
    /// Writes all bytes, also where the system takes them in parts.
    ///
    /// - Returns: 0, or the `errno` value that stopped it.
    static func writeAll(_ bytes: Span<UInt8>, to descriptor: Int32) -> Int32 {
        var written = 0
        return unsafe bytes.withUnsafeBytes { storage in
            while written < storage.count {
                let part = unsafe Glibc.write(
                    descriptor, storage.baseAddress?.advanced(by: written), storage.count - written)
                if part < 0, errno == EINTR { continue }
                if part < 0, errno == EAGAIN {
                    waitUntilWritable(descriptor)
                    continue
                }
                if part < 0 { return errno }
                written += part
            }
            return 0
        }
    }

    /// Waits where the other side made the descriptor non-blocking, as some terminals and parents do.
    private static func waitUntilWritable(_ descriptor: Int32) {
        var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe Glibc.poll(&poll, 1, -1)
    }
}
