internal import FenjieFiles

/// Standard output as a sink for writers.
final class StreamSink: ByteSink {
    private let stream: ByteStream

    init(_ stream: ByteStream) { self.stream = stream }

    func write(_ bytes: Span<UInt8>) throws {
        var copy: [UInt8] = []
        copy.reserveCapacity(bytes.count)
        for index in bytes.indices { copy.append(bytes[index]) }
        try stream.write(copy)
    }

    func write(_ bytes: [UInt8]) throws { try stream.write(bytes) }

    func finish() throws { try stream.flush() }
}
