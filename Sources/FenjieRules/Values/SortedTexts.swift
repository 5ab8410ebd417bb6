/// A few short texts among which a value is looked up without making a text of it.
package struct SortedTexts {
    private let texts: [[UInt8]]
    /// The lengths that there are, a bit each; the last stands for all longer ones too.
    private let lengths: UInt64

    /// Texts in any order.
    package init(_ texts: some Sequence<String>) {
        self.texts = texts.map { Array($0.utf8) }.sorted { Self.compare($0, $1, 0..<$1.count) < 0 }
        lengths = self.texts.reduce(0) { $0 | Self.bit($1.count) }
    }

    /// Whether a value is one of the texts, byte by byte.
    package func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard lengths & Self.bit(range.count) != 0 else { return false }
        var low = 0
        var high = texts.count
        while low < high {
            let middle = (low + high) / 2
            switch Self.compare(texts[middle], bytes, range) {
            case 0: return true
            case ..<0: low = middle + 1
            default: high = middle
            }
        }
        return false
    }

    /// Whether a value is one of the texts, byte by byte.
    package func contains(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return contains(bytes, 0..<bytes.count)
    }

    private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

    /// By length, then by bytes.
    private static func compare(_ text: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) -> Int {
        guard text.count == range.count else { return text.count - range.count }
        for (offset, byte) in text.enumerated() where byte != bytes[range.lowerBound + offset] {
            return Int(byte) - Int(bytes[range.lowerBound + offset])
        }
        return 0
    }
}
