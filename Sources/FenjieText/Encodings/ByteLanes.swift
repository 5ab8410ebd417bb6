/// Sixteen bytes that are worked on at once: what every processor can do that we run on (SSE2, NEON).
///
/// Operands have this type by name wherever they are compared: a vector made inside the expression picks the generic
/// operator, which the compiler turns into a loop.
typealias ByteLanes = SIMD16<UInt8>

extension SIMD16 where Scalar == UInt8 {
    /// Loads the bytes at an offset, which the caller has compared with the length.
    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        self = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: ByteLanes.self)
    }

    /// All bits of the bytes that equal those of `other`, none of the others.
    @inline(__always)
    func equal(_ other: ByteLanes) -> ByteLanes {
        // A mask is stored as the bytes that it masks, with all bits set or none.
        unsafe unsafeBitCast(self .== other, to: ByteLanes.self)
    }

    /// The same for a byte that all are compared with.
    @inline(__always)
    func equal(_ byte: UInt8) -> ByteLanes {
        let other: ByteLanes = ByteLanes(repeating: byte)
        return equal(other)
    }

    /// All bits of the bytes that are as great as `byte` or greater.
    @inline(__always)
    func reaches(_ byte: UInt8) -> ByteLanes {
        let other: ByteLanes = ByteLanes(repeating: byte)
        return unsafe unsafeBitCast(self .>= other, to: ByteLanes.self)
    }

    /// The bits that `byte` has too.
    @inline(__always)
    func masked(by byte: UInt8) -> ByteLanes { self & ByteLanes(repeating: byte) }

    /// The two halves, the first byte lowest.
    @inline(__always)
    var words: (low: UInt64, high: UInt64) {
        let words = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return (UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
    }

    /// Whether no bit is set.
    @inline(__always)
    var isZero: Bool { words.low | words.high == 0 }
}
