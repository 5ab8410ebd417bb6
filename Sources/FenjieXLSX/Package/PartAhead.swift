internal import FenjieFiles

/// The bytes of a large part, inflated on a thread of its own while the reader works on those before.
final class PartAhead: PartBytes {
    /// Parts below this size are done before a thread is there.
    static let leastSize = 1 << 20
    private static let blockSize = 256 << 10
    /// How many blocks may wait.
    private static let depth = 2

    private struct Block: Sendable {
        var bytes = [UInt8](repeating: 0, count: blockSize)
        var filled = 0
    }

    private let ahead: WorkAhead<Block, XLSXFailure>
    private var block = Block()
    private var position = 0

    init(_ stream: sending PartStream) {
        ahead = WorkAhead(depth: Self.depth, of: Block()) { block throws(XLSXFailure) in
            block.filled = try stream.read(into: &block.bytes, from: 0)
            return block.filled > 0
        }
    }

    func read(into buffer: inout [UInt8], from start: Int) throws(XLSXFailure) -> Int {
        if position == block.filled {
            position = 0
            block.filled = 0
            guard try ahead.exchange(&block) else { return 0 }
        }
        let count = min(block.filled - position, buffer.count - start)
        guard count > 0 else { return 0 }
        unsafe block.bytes.withUnsafeBytes { source in
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
