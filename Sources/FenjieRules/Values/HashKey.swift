/// What hashes are keyed with, so that nobody can prepare a table whose values collide.
///
/// A hash is a chain of multiplications of words of 64 bits to 128, folded to 64 again.
package struct HashKey: Sendable {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64

    /// The key of this run of the program.
    package static let ofThisRun = {
        var generator = SystemRandomNumberGenerator()
        return HashKey(using: &generator)
    }()

    /// A key of random numbers.
    package init(using generator: inout some RandomNumberGenerator) {
        first = generator.next()
        second = generator.next()
        third = generator.next()
    }

    /// The hash of a text.
    package func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        let text = bytes.span.extracting(range)
        let count = text.count
        // The length goes in as a word of its own; mixed with the first of the text it could cancel a difference there.
        var hash = Self.folded(first ^ UInt64(truncatingIfNeeded: count), second)
        var offset = 0
        while offset + 8 < count {
            hash = Self.folded(hash ^ CellBytes.word(text, at: offset), second)
            offset += 8
        }
        return Self.folded(hash ^ CellBytes.lastWord(text), third)
    }

    /// The hash of two words.
    func hash(_ low: UInt64, _ high: UInt64) -> UInt64 {
        Self.folded(low ^ first, high ^ second)
    }

    /// Two hashes of a text, each by keys of its own.
    func doubleHash(_ bytes: [UInt8], _ range: Range<Int>) -> (UInt64, UInt64) {
        let text = bytes.span.extracting(range)
        let count = text.count
        var left = Self.folded(first ^ UInt64(truncatingIfNeeded: count), second)
        var right = Self.folded(first ^ UInt64(truncatingIfNeeded: count), third)
        var offset = 0
        while offset + 8 < count {
            let word = CellBytes.word(text, at: offset)
            left = Self.folded(left ^ word, second)
            right = Self.folded(right ^ word, third)
            offset += 8
        }
        let word = CellBytes.lastWord(text)
        return (Self.folded(left ^ word, second), Self.folded(right ^ word, third))
    }

    @inline(__always)
    private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
