internal import Glibc

/// Memory in pages of 2 MiB, where the system has them to give.
///
/// Shared strings are copied from all over their arena: with pages of 4 KiB, each first touch is a fault, and most
/// later ones a walk through the tables of pages.
enum LargePages {
    /// Buffers below this size come from memory that is in use already.
    private static let leastSize = 8 << 20

    /// Suggests large pages for the memory that a buffer has reserved; a hint, which changes nothing that it holds.
    static func suggest(for buffer: inout [UInt8]) {
        let (size, page) = (buffer.capacity, 4_096)
        guard size >= leastSize else { return }
        unsafe buffer.withUnsafeMutableBytes { storage in
            guard let start = storage.baseAddress else { return }
            // The whole pages within the memory of the array; what the system thinks of the hint does not matter.
            let first = unsafe start.alignedUp(toMultipleOf: page)
            let end = unsafe (start + size).alignedDown(toMultipleOf: page)
            _ = unsafe madvise(first, end - first, MADV_HUGEPAGE)
        }
    }
}
