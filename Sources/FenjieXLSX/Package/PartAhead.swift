internal import Dispatch
internal import Synchronization

/// The bytes of a large part, inflated on a thread of its own while the reader works on those before.
///
/// One block is under way at a time. What goes wrong ahead is thrown when reading gets there.
final class PartAhead: PartBytes {
    /// Parts below this size are done before a thread is there.
    static let leastSize = 1 << 20
    private static let blockSize = 256 << 10

    private let ahead: Ahead
    private var block = [UInt8](repeating: 0, count: blockSize)
    private var filled = 0
    private var position = 0

    init(_ stream: sending PartStream) {
        ahead = Ahead(stream, blockSize: Self.blockSize)
        ahead.start()
    }

    func read(into buffer: inout [UInt8], from start: Int) throws(XLSXFailure) -> Int {
        if position == filled {
            position = 0
            filled = 0
            filled = try ahead.exchange(&block)
        }
        let count = min(filled - position, buffer.count - start)
        guard count > 0 else { return 0 }
        unsafe block.withUnsafeBytes { source in
            unsafe buffer.withUnsafeMutableBytes { target in
                let room = unsafe UnsafeMutableRawBufferPointer(rebasing: target[start..<(start + count)])
                // Both stretches lie inside their arrays, which `count` was measured by.
                unsafe room.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[position..<(position + count)]))
            }
        }
        position += count
        return count
    }
}

/// The side of ``PartAhead`` that both threads know.
private final class Ahead: Sendable {
    private struct Work {
        let stream: PartStream
        var block: [UInt8]
        var result: Result<Int, XLSXFailure> = .success(0)

        mutating func fill() {
            do throws(XLSXFailure) {
                result = .success(try stream.read(into: &block, from: 0))
            } catch { result = .failure(error) }
        }
    }

    private let work: Mutex<Work>
    private let group = DispatchGroup()
    private let queue = DispatchQueue(label: "fenjie.inflater")

    init(_ stream: sending PartStream, blockSize: Int) {
        work = Mutex(Work(stream: stream, block: [UInt8](repeating: 0, count: blockSize)))
    }

    /// Begins with the next block.
    func start() { queue.async(group: group) { self.work.withLock { $0.fill() } } }

    /// Swaps a block that is used up for the next one, and goes on with the one behind it.
    ///
    /// - Returns: how many bytes the next block holds; 0 at the end.
    func exchange(_ block: inout [UInt8]) throws(XLSXFailure) -> Int {
        group.wait()
        let result = work.withLock { work in
            swap(&work.block, &block)
            return work.result
        }
        let count = try result.get()
        if count > 0 { start() }
        return count
    }
}
