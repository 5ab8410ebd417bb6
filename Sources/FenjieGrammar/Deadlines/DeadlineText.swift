/// A deadline's text made plain: without white space and quotation marks, half width, one kind of dash and bracket.
///
/// Each scalar remembers where it began, so that what is found in the plain text can be shown in the original.
struct DeadlineText {
    /// One scalar and the UTF-8 range that it has in the original.
    private struct Item {
        var scalar: Unicode.Scalar
        var start: Int
        var end: Int
    }

    private var items: [Item] = []

    /// Past the end there are only these.
    static let none: Unicode.Scalar = "\0"

    init(_ text: some StringProtocol) {
        items.reserveCapacity(24)
        var length = 0
        var hasGap = false
        var mayHoldBrokenNumber = false
        for scalar in text.unicodeScalars {
            let start = length
            length += UTF8.width(scalar)
            let plain = Self.plain(scalar)
            if plain == " " {
                hasGap = true
                continue
            }
            if plain == Self.none { continue }
            if let last = items.last {
                if hasGap, Self.isDigit(last.scalar), Self.isDigit(plain) {
                    // Two numbers, or one that a line wrap cut; decided once the second is known.
                    items.append(Item(scalar: " ", start: last.end, end: start))
                    mayHoldBrokenNumber = true
                } else if plain == "-", last.scalar == "-" {
                    items[items.count - 1].end = length
                    continue
                }
            }
            hasGap = false
            items.append(Item(scalar: plain, start: start, end: length))
        }
        if mayHoldBrokenNumber { joinBrokenNumbers() }
    }

    /// The number of scalars.
    var count: Int { items.count }

    /// The scalar at a place; `none` outside the text.
    @inline(__always)
    subscript(index: Int) -> Unicode.Scalar {
        index >= 0 && index < items.count ? items[index].scalar : Self.none
    }

    /// Whether a word stands at a place.
    func has(_ word: StaticWord, at index: Int) -> Bool {
        for offset in word.scalars.indices where self[index + offset] != word.scalars[offset] { return false }
        return true
    }

    /// Where the first of some words that stands at a place ends.
    func end(of words: [StaticWord], at index: Int) -> Int? {
        for word in words where has(word, at: index) { return index + word.scalars.count }
        return nil
    }

    /// The UTF-8 range in the original of a range of scalars.
    func utf8Range(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= items.count else { return 0..<0 }
        return items[range.lowerBound].start..<items[range.upperBound - 1].end
    }

    /// Drops a space between digits unless two numbers meet there: a year or a time of day begins behind it.
    private mutating func joinBrokenNumbers() {
        let before = items
        items.removeAll(keepingCapacity: true)
        for index in before.indices {
            if before[index].scalar == " " {
                var end = index + 1
                while end < before.count, Self.isDigit(before[end].scalar), end - index <= 4 { end += 1 }
                let isTime = end < before.count && before[end].scalar == ":"
                guard end - index > 4 || isTime else { continue }
            }
            items.append(before[index])
        }
    }

    @inline(__always)
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }

    /// One scalar made plain; a space for white space, `none` for what carries no meaning.
    @inline(__always)
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        if value >= 0x4E00, value <= 0x9FFF { return scalar }
        if value > 0x20, value < 0x7F { return plainASCII(scalar) }
        if value >= 0xFF01, value <= 0xFF5E { return plainASCII(Unicode.Scalar(value - 0xFEE0) ?? scalar) }
        return plainRare(scalar)
    }

    private static func plainASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "~", "_": "-"
        case "[", "{": "("
        case "]", "}": ")"
        case "\"", "'": none
        default: scalar
        }
    }

    private static func plainRare(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x00...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x3000, 0xFEFF, 0xAD: " "
        case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0x301C, 0x30FC, 0xFE58, 0xFE63: "-"
        case 0x2018...0x201F, 0x300C...0x300F: none
        case 0x3010, 0x3014, 0x3008, 0x3016: "("
        case 0x3011, 0x3015, 0x3009, 0x3017: ")"
        case 0x25CB, 0x25EF, 0x3007: "〇"
        default: scalar
        }
    }
}

/// A word as the scalars of a plain text.
struct StaticWord: ExpressibleByStringLiteral {
    let scalars: [Unicode.Scalar]

    init(stringLiteral text: String) { scalars = Array(text.unicodeScalars) }
}
