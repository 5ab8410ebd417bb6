internal import Glibc
internal import Synchronization

/// Bytes that come one after the other: standard input, or memory in tests.
public final class ByteSource: Sendable {
    private let descriptor: Int32?
    private let rest: Mutex<ArraySlice<UInt8>>

    /// Standard input, read as it comes.
    public static func standardInput() -> ByteSource { ByteSource(descriptor: STDIN_FILENO) }

    /// Bytes that are in memory already.
    public init(_ bytes: [UInt8]) {
        descriptor = nil
        rest = Mutex(bytes[...])
    }

    private init(descriptor: Int32) {
        self.descriptor = descriptor
        rest = Mutex([])
    }

    /// Whether a person would have to type it.
    public var isTerminal: Bool { descriptor.map { isatty($0) == 1 } ?? false }

    /// Adds the next bytes to a buffer, as many as are there but at most `limit`.
    ///
    /// - Parameters:
    ///   - limit: the most to read at once.
    ///   - buffer: where the bytes go.
    /// - Returns: whether there was anything; `false` at the end.
    /// - Throws: ``FileFailure`` where reading fails.
    public func read(upTo limit: Int = 65_536, into buffer: inout [UInt8]) throws(FileFailure) -> Bool {
        guard let descriptor else {
            let part = rest.withLock { rest in
                let part = rest.prefix(limit)
                rest = rest.dropFirst(limit)
                return Array(part)
            }
            buffer.append(contentsOf: part)
            return !part.isEmpty
        }
        var chunk = [UInt8](repeating: 0, count: limit)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { storage in
                unsafe Glibc.read(descriptor, storage.baseAddress, storage.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .reading("-", code: errno) }
            buffer.append(contentsOf: chunk[0..<count])
            return count > 0
        }
    }

    /// Everything that is left.
    ///
    /// - Parameter limit: the most bytes that this may be.
    /// - Returns: the bytes.
    /// - Throws: ``FileFailure`` where reading fails or there is more.
    public func contents(limit: Int = InputFile.streamLimit) throws(FileFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        while try read(into: &bytes) {
            guard bytes.count <= limit else { throw .streamTooLong("-", limit: limit) }
        }
        return bytes
    }
}
