/// Markup on its way to the deflater: an array that is filled from its beginning and used again for the next piece.
struct MarkupPiece {
    private var bytes: [UInt8] = []
    /// How many bytes are filled.
    private(set) var count = 0

    /// An empty piece with room for so many bytes; it grows where that is too little.
    init(room: Int = 0) { bytes = [UInt8](repeating: 0, count: room) }

    /// Lets a pen write at the end, `room` bytes at most.
    @inline(__always)
    mutating func add(room: Int, _ body: (inout MarkupPen) -> Void) {
        if bytes.count - count < room { bytes.append(contentsOf: repeatElement(0, count: max(room, bytes.count))) }
        let filled = count
        count += unsafe bytes.withUnsafeMutableBytes { storage in
            guard let base = storage.baseAddress else { return 0 }
            var pen = unsafe MarkupPen(at: base + filled)
            body(&pen)
            return unsafe pen.distance(from: base + filled)
        }
    }

    /// Adds text as it is.
    mutating func add(_ text: String) {
        bytes.replaceSubrange(count..., with: text.utf8)
        count = bytes.count
    }

    /// Empties the piece and keeps its memory.
    mutating func removeAll() { count = 0 }

    /// Calls a function with the filled bytes.
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result { body(bytes.span.extracting(0..<count)) }
}
