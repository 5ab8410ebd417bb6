/// What a text holds that a reader should hear about.
package struct TextCensus: Sendable, Equatable {
    /// One kind of character: how often, and where first (an offset in the UTF-8 text).
    package struct Count: Sendable, Equatable {
        package private(set) var total = 0
        package private(set) var first: Int?

        mutating func add(at offset: Int) {
            total += 1
            if first == nil { first = offset }
        }
    }

    /// Control characters other than TAB, LF, CR and form feed; NUL among them.
    package var controls = Count()
    /// U+FFFD, which some program wrote where it lost a character.
    package var replacements = Count()
    /// U+FEFF behind the start: files joined by hand.
    package var marks = Count()
    /// Valid sequences of three bytes, which chance does not produce in another encoding.
    package var threeByteSequences = 0
}

/// Checks UTF-8 strictly (RFC 3629) and takes a census on the way, in parts of any size.
package struct UTF8Scanner: Sendable {
    /// What was seen so far.
    package private(set) var census = TextCensus()
    /// The offset behind the last whole character.
    package private(set) var offset = 0
    /// The start of a character that the last part cut off; at most three bytes.
    private var pending: [UInt8] = []

    package init() {}

    /// Checks the next part.
    ///
    /// - Returns: whether all is valid so far; where not, `offset` is that of the first bad sequence.
    package mutating func scan(_ bytes: Span<UInt8>) -> Bool {
        var start = 0
        while !pending.isEmpty, start < bytes.count {
            pending.append(bytes[start])
            start += 1
            let whole = pending
            pending.removeAll(keepingCapacity: true)
            guard scanWhole(whole.span, from: 0) else { return false }
        }
        return scanWhole(bytes, from: start)
    }

    /// Checks that the text does not end inside a character.
    package func finish() -> Bool { pending.isEmpty }

    private mutating func scanWhole(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        // One pass of unchecked loads: the bounds are compared here, once for each step.
        unsafe bytes.withUnsafeBytes { storage in unsafe scan(storage, from: start) }
    }

    private mutating func scan(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
        let base = offset - start
        var index = start
        let count = bytes.count
        var threes = 0
        var lanes = UTF8Lanes()
        // Where blocks are worth another try; the one that stopped them is looked at by character.
        var nextBlock = max(index, 2)
        defer {
            census.threeByteSequences += threes + lanes.threeByteSequences
            offset = base + index
        }
        while index < count {
            if index >= nextBlock {
                index = unsafe lanes.pass(bytes, from: index)
                nextBlock = index + UTF8Lanes.blockSize
                continue
            }
            if index + 8 <= count {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word & Self.highBits == 0 {
                    // No byte has its high bit set here, so neither sum carries from one byte into the next: the high
                    // bits of the first say "0x20 or more", those of the second "0x7F".
                    let printable = (word | Self.highBits) &- 0x2020_2020_2020_2020
                    let delete = word &+ 0x0101_0101_0101_0101
                    if printable & ~delete & Self.highBits != Self.highBits {
                        for step in 0..<8 { unsafe countControl(bytes[index + step], at: base + index + step) }
                    }
                    index += 8
                    continue
                }
            }
            let lead = unsafe bytes[index]
            if lead < 0x80 {
                countControl(lead, at: base + index)
                index += 1
                continue
            }
            let run = unsafe Self.plainRun(bytes, from: index, to: count)
            if run > 0 {
                index &+= run
                threes &+= run / 3
                continue
            }
            if lead & 0xF0 == 0xE0, index + 3 <= count {
                let second = unsafe bytes[index + 1]
                let third = unsafe bytes[index + 2]
                guard second & 0xC0 == 0x80, third & 0xC0 == 0x80, Self.isSecond(second, behind: lead) else {
                    return false
                }
                if lead == 0xEF { countSpecial(second, third, at: base + index) }
                threes &+= 1
                index &+= 3
                continue
            }
            switch unsafe Self.length(UnsafeRawBufferPointer(rebasing: bytes[index...])) {
            case .valid(let length): index += length
            case .cut:
                pending = unsafe Array(bytes[index...])
                return true
            case .invalid: return false
            }
        }
        return true
    }

    /// The length of the text at `start` in sequences of three bytes that need no second look, up to eight at a time.
    ///
    /// Chinese text is made of these: all leads but E0 and ED, and neither EF BB (U+FEFF) nor EF BF (U+FFFD to U+FFFF).
    @inline(__always)
    package static func plainRun(
        _ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int
    ) -> Int {
        var index = start
        while index &+ 24 <= end {
            let first = unsafe word(bytes, at: index)
            let second = unsafe word(bytes, at: index &+ 8)
            let third = unsafe word(bytes, at: index &+ 16)
            let wrong =
                (first & 0xC0F0_C0C0_F0C0_C0F0 ^ 0x80E0_8080_E080_80E0)
                | (second & 0xF0C0_C0F0_C0C0_F0C0 ^ 0xE080_80E0_8080_E080)
                | (third & 0xC0C0_F0C0_C0F0_C0C0 ^ 0x8080_E080_80E0_8080)
            // The eight leads stand at eight different places of the three words, and so do the bytes behind them.
            let leads =
                first & 0x000F_0000_0F00_000F | second & 0x0F00_000F_0000_0F00 | third & 0x0000_0F00_000F_0000
            let behind =
                first & 0x3F00_003F_0000_3F00 | second & 0x0000_3F00_003F_0000 | third & 0x003F_0000_3F00_003F
            guard wrong == 0, areOrdinary(leads, behind: behind &>> 8 | behind &<< 56) else { break }
            index &+= 24
        }
        while index &+ 8 <= end {
            let pair = unsafe word(bytes, at: index)
            guard pair & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 else { break }
            // The places without a lead pass for leads of 1.
            let leads = pair & 0x0F00_000F | 0x0101_0101_0001_0100
            guard areOrdinary(leads, behind: (pair &>> 8) & 0x3F00_003F) else { break }
            index &+= 6
        }
        return index &- start
    }

    /// Whether eight leads (their low halves) and the bytes behind them (their low six bits) need no second look.
    @inline(__always)
    private static func areOrdinary(_ leads: UInt64, behind: UInt64) -> Bool {
        // Each sum has bit 6 of a byte set where its term is not 0, and never carries into the next byte.
        let ones: UInt64 = 0x0101_0101_0101_0101
        let isNotE0 = leads &+ ones &* 0x3F
        let isNotED = (leads ^ ones &* 0x0D) &+ ones &* 0x3F
        let isNotEF = (leads ^ ones &* 0x0F) &+ ones &* 0x3F
        // BB and BF, the second bytes of U+FEFF and U+FFFD.
        let isNotMark = ((behind | ones &* 0x04) ^ ones &* 0x3F) &+ ones &* 0x3F
        let passed = isNotE0 & isNotED & (isNotEF | isNotMark)
        return passed & (ones &* 0x40) == ones &* 0x40
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
        unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    private mutating func countControl(_ byte: UInt8, at offset: Int) {
        guard byte < 0x20 || byte == 0x7F else { return }
        guard byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C else { return }
        census.controls.add(at: offset)
    }

    private mutating func countSpecial(_ second: UInt8, _ third: UInt8, at offset: Int) {
        if second == 0xBF, third == 0xBD { census.replacements.add(at: offset) }
        if second == 0xBB, third == 0xBF { census.marks.add(at: offset) }
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    private enum Sequence {
        case valid(Int)
        case cut
        case invalid
    }

    /// Checks one sequence that starts with a byte of 0x80 or more, RFC 3629, section 4.
    private static func length(_ bytes: UnsafeRawBufferPointer) -> Sequence {
        let lead = unsafe bytes[0]
        let length =
            switch lead {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        guard length > 0 else { return .invalid }
        for index in 1..<min(length, bytes.count) {
            let byte = unsafe bytes[index]
            guard byte & 0xC0 == 0x80, index > 1 || isSecond(byte, behind: lead) else { return .invalid }
        }
        return bytes.count >= length ? .valid(length) : .cut
    }

    /// Whether a second byte keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
    @inline(__always)
    private static func isSecond(_ byte: UInt8, behind lead: UInt8) -> Bool {
        switch lead {
        case 0xE0: byte >= 0xA0
        case 0xED: byte <= 0x9F
        case 0xF0: byte >= 0x90
        case 0xF4: byte <= 0x8F
        default: true
        }
    }
}
