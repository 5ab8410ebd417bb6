internal import Glibc
internal import Synchronization

/// Bytes on their way out of the process: standard output, standard error, or memory in tests.
///
/// It is a ``ByteSink`` too, so that writers can send a result to it; unlike theirs, its `finish` may come several times.
public final class ByteStream: ByteSink, Sendable {
    /// Whether a person is watching.
    public let isTerminal: Bool
    private let descriptor: Int32?
    private let capacity: Int
    private let state = Mutex(State())

    private struct State {
        var pending: [UInt8] = []
        var isUsed = false
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

    /// A stream to an open descriptor, which stays open.
    package init(descriptor: Int32, capacity: Int) {
        self.descriptor = descriptor
        self.capacity = capacity
        isTerminal = isatty(descriptor) == 1
    }

    /// Whether anything was written so far.
    public var isUsed: Bool { state.withLock { $0.isUsed } }

    /// What a stream in memory has been given.
    public var contents: [UInt8] { state.withLock { $0.pending } }

    /// Adds bytes.
    ///
    /// - Throws: ``FileFailure`` where the device is full, ``ReaderGone`` where nobody reads any more.
    public func write(_ bytes: Span<UInt8>) throws {
        try state.withLock { state in
            state.isUsed = state.isUsed || !bytes.isEmpty
            if descriptor != nil, bytes.count >= capacity {
                try drain(&state)
                try send(bytes)
            } else {
                unsafe bytes.withUnsafeBufferPointer { part in unsafe state.pending.append(contentsOf: part) }
                if state.pending.count >= capacity { try drain(&state) }
            }
        }
    }

    /// Adds text.
    public func write(_ text: String) throws { try write(Array(text.utf8).span) }

    /// Sends what is still waiting.
    public func finish() throws { try state.withLock { state in try drain(&state) } }

    private func drain(_ state: inout State) throws {
        guard descriptor != nil, !state.pending.isEmpty else { return }
        // What could not be sent once is not tried again: the failure is reported, the rest would follow a gap.
        defer { state.pending.removeAll(keepingCapacity: true) }
        try send(state.pending.span)
    }

    private func send(_ bytes: Span<UInt8>) throws {
        guard let descriptor else { return }
        let code = DescriptorWriting.writeAll(bytes, to: descriptor)
        guard code != EPIPE else { throw ReaderGone() }
        guard code == 0 else { throw FileFailure.writing("-", code: code) }
    }
}
