internal import Glibc
internal import Synchronization

/// Bytes on their way out of the process: standard output, standard error, or memory in tests.
public final class ByteStream: Sendable {
    /// Whether a person is watching.
    public let isTerminal: Bool
    private let descriptor: Int32?
    private let capacity: Int
    private let state = Mutex(State())

    private struct State {
        var pending: [UInt8] = []
        var isUsed = false
        var isBroken = false
    }

    /// A stream that gathers results and writes them in large pieces.
    public static func standardOutput() -> ByteStream { ByteStream(descriptor: STDOUT_FILENO, capacity: 65_536) }

    /// A stream that writes at once, so that talk and progress appear when they are said.
    public static func standardError() -> ByteStream { ByteStream(descriptor: STDERR_FILENO, capacity: 0) }

    /// A stream that keeps what it is given.
    public init(isTerminal: Bool = false) {
        descriptor = nil
        capacity = 0
        self.isTerminal = isTerminal
    }

    private init(descriptor: Int32, capacity: Int) {
        self.descriptor = descriptor
        self.capacity = capacity
        isTerminal = isatty(descriptor) == 1
    }

    /// Whether anything was written so far.
    public var isUsed: Bool { state.withLock { $0.isUsed } }

    /// Whether the reader at the other end has gone, as `head` does.
    public var isBroken: Bool { state.withLock { $0.isBroken } }

    /// What a stream in memory has been given.
    public var contents: [UInt8] { state.withLock { $0.pending } }

    /// Adds bytes.
    ///
    /// - Throws: ``FileFailure`` where the device is full or the reader has gone.
    public func write(_ bytes: [UInt8]) throws(FileFailure) {
        try state.withLock { state throws(FileFailure) in
            state.isUsed = state.isUsed || !bytes.isEmpty
            state.pending.append(contentsOf: bytes)
            if state.pending.count > capacity { try drain(&state) }
        }
    }

    /// Adds text.
    public func write(_ text: String) throws(FileFailure) { try write(Array(text.utf8)) }

    /// Sends what is still waiting.
    public func flush() throws(FileFailure) {
        try state.withLock { state throws(FileFailure) in try drain(&state) }
    }

    private func drain(_ state: inout State) throws(FileFailure) {
        guard let descriptor else { return }
        var sent = 0
        var failure: Int32 = 0
        unsafe state.pending.withUnsafeBytes { storage in
            while sent < storage.count {
                let part = unsafe Glibc.write(
                    descriptor, storage.baseAddress?.advanced(by: sent), storage.count - sent)
                if part < 0, errno == EINTR { continue }
                if part < 0 {
                    failure = errno
                    break
                }
                sent += part
            }
        }
        // What could not be sent once is not tried again: the failure is reported, the rest would follow a gap.
        state.pending.removeAll(keepingCapacity: true)
        guard failure == 0 else {
            state.isBroken = failure == EPIPE
            throw .writing("-", code: failure)
        }
    }
}
