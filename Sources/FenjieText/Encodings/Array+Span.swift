extension [UInt8] {
    /// Adds the bytes of a span in one copy.
    ///
    /// A slice would be retained and released for each call; writers call this for each cell.
    package mutating func append(_ part: Span<UInt8>) {
        unsafe part.withUnsafeBufferPointer { storage in unsafe append(contentsOf: storage) }
    }
}
