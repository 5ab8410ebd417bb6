internal import Dispatch
internal import Synchronization

/// What the deflated bytes of a part will declare about the plain ones.
package struct PartTotals {
    var size = 0
    var checksum: UInt32 = 0

    package init(size: Int = 0, checksum: UInt32 = 0) {
        self.size = size
        self.checksum = checksum
    }
}

/// Deflates one piece of a part on a thread of its own while its caller makes the next.
///
/// One piece is under way at a time, so that memory stays at two pieces and what each becomes. The bytes do not depend on
/// how fast either thread is.
final class BackgroundDeflater: Sendable {
    private struct Work {
        let deflater = Deflater()
        var piece = MarkupPiece()
        var output: [UInt8] = []
        var totals = PartTotals()

        mutating func run(isLast: Bool) {
            piece.withBytes { bytes in
                totals.checksum = unsafe bytes.withUnsafeBytes { unsafe Checksum.update(totals.checksum, with: $0) }
                totals.size += bytes.count
                deflater.deflate(bytes, isLast: isLast, into: &output)
            }
            piece.removeAll()
        }
    }

    private let work = Mutex(Work())
    private let group = DispatchGroup()
    private let queue = DispatchQueue(label: "fenjie.deflater")

    /// Takes a piece, and puts what the ones before became into `output`.
    ///
    /// - Parameters:
    ///   - piece: what to deflate; replaced by an empty one with the memory of the one before.
    ///   - output: replaced by deflated bytes.
    func exchange(_ piece: inout MarkupPiece, for output: inout [UInt8]) {
        group.wait()
        output.removeAll(keepingCapacity: true)
        work.withLock { work in
            swap(&work.piece, &piece)
            swap(&work.output, &output)
        }
        queue.async(group: group) { self.work.withLock { $0.run(isLast: false) } }
    }

    /// Takes the last piece of a part and completes it; the next piece begins another part.
    ///
    /// - Parameters:
    ///   - piece: what to deflate; emptied.
    ///   - output: replaced by all deflated bytes that were not handed over yet.
    /// - Returns: what the whole part amounts to.
    func finish(_ piece: inout MarkupPiece, into output: inout [UInt8]) -> PartTotals {
        group.wait()
        output.removeAll(keepingCapacity: true)
        return work.withLock { work in
            swap(&work.piece, &piece)
            work.run(isLast: true)
            swap(&work.output, &output)
            work.deflater.reset()
            defer { work.totals = PartTotals() }
            return work.totals
        }
    }
}
