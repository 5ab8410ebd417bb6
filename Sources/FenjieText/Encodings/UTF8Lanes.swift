/// Checks UTF-8 in blocks of 64 bytes without a branch for each character.
///
/// A block passes where each byte is a continuation just if a lead before it asks for one. Compared with itself one and
/// two bytes back, text shows that in all its bytes at once. What needs more than that is left to whoever called:
/// sequences of four bytes, leads with rules of their own, characters that the census counts.
struct UTF8Lanes {
    static let blockSize = 64

    /// Sequences of three bytes in the blocks that passed.
    private(set) var threeByteSequences = 0
    /// The same by lane, until they could overflow.
    private var counts = ByteLanes()
    private var blocks = 0

    /// Passes over whole blocks from `start`, where a character begins.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - start: the offset of a whole character; at least 2, as the bytes before it are read.
    /// - Returns: the offset behind the last whole character of the blocks that passed; `start` where none did.
    @inline(__always)
    mutating func pass(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        let last = bytes.count &- Self.blockSize
        while index <= last {
            guard unsafe passBlock(bytes, at: index) else { break }
            index &+= Self.blockSize
        }
        flush()
        guard index > start else { return start }
        // The last two bytes may begin a character that goes on behind the block; and leads are looked at two bytes
        // later, so that one of two bytes that ends here was not checked yet.
        if unsafe bytes[index &- 1] >= 0xC0 { return index &- 1 }
        if unsafe bytes[index &- 2] >= 0xC0 { return index &- 2 }
        return index
    }

    @inline(__always)
    private mutating func passBlock(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
        var wrong = ByteLanes()
        var low = ByteLanes()
        var threes = ByteLanes()
        for step in 0..<4 {
            let offset = start &+ step &* 16
            let third = unsafe ByteLanes(bytes, at: offset)
            let second = unsafe ByteLanes(bytes, at: offset &- 1)
            let lead = unsafe ByteLanes(bytes, at: offset &- 2)
            let isLeadOfThree = lead.reaches(0xE0)
            threes = threes &- isLeadOfThree
            // Only the high bits count: a continuation is 10xxxxxx, a lead 11xxxxxx.
            let isContinuation = third & ~(third &+ third)
            let isBehindLead = second & (second &+ second)
            wrong |= isContinuation ^ (isBehindLead | isLeadOfThree) | Self.unusual(lead, second)
            low |= third.masked(by: 0xE0).equal(0) | third.equal(0x7F)
        }
        guard wrong.masked(by: 0x80).isZero, unsafe low.isZero || Self.isFreeOfControls(bytes, at: start) else {
            return false
        }
        counts &+= threes
        blocks &+= 1
        if blocks == 60 { flush() }
        return true
    }

    /// C0 and C1, E0 and E1, and all from ED but U+FF00 to U+FF7F, the full-width forms of punctuation.
    @inline(__always)
    private static func unusual(_ lead: ByteLanes, _ second: ByteLanes) -> ByteLanes {
        let isFullWidth = lead.equal(0xEF) & (second | ByteLanes(repeating: 0x01)).equal(0xBD)
        return lead.masked(by: 0xDE).equal(0xC0) | (lead.reaches(0xED) & ~isFullWidth)
    }

    /// Whether the control characters of a block are all TAB, LF, CR and form feed.
    private static func isFreeOfControls(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
        var wrong = ByteLanes()
        for step in 0..<4 {
            let part = unsafe ByteLanes(bytes, at: start &+ step &* 16)
            let isWhiteSpace = part.equal(0x09) | part.equal(0x0A) | part.equal(0x0C) | part.equal(0x0D)
            wrong |= part.masked(by: 0xE0).equal(0) & ~isWhiteSpace | part.equal(0x7F)
        }
        return wrong.isZero
    }

    /// Adds the lanes up; each block adds at most four to a lane.
    @inline(__always)
    private mutating func flush() {
        for lane in counts.indices { threeByteSequences &+= Int(counts[lane]) }
        counts = ByteLanes()
        blocks = 0
    }
}
