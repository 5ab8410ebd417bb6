/// The type of a cell, ECMA-376 Part 1, 18.18.11 (`ST_CellType`).
enum CellType {
    case boolean
    case date
    case error
    case inline
    case number
    case shared
    /// The stored text of a formula.
    case text

    init?(_ name: Span<UInt8>) {
        switch (name.count, name.isEmpty ? 0 : name[0]) {
        case (1, UInt8(ascii: "b")): self = .boolean
        case (1, UInt8(ascii: "d")): self = .date
        case (1, UInt8(ascii: "e")): self = .error
        case (1, UInt8(ascii: "n")): self = .number
        case (1, UInt8(ascii: "s")): self = .shared
        case (3, UInt8(ascii: "s")): self = .text
        case (9, UInt8(ascii: "i")): self = .inline
        default: return nil
        }
    }
}

/// The index of a shared string as text.
enum SharedIndex {
    /// The index as a number; `nil` for white space alone, -1 for what is no index.
    @inline(__always)
    static func parse(_ bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex
        var end = bytes.endIndex
        while index < end, XMLScanner.isSpace(bytes[index]) { index += 1 }
        while end > index, XMLScanner.isSpace(bytes[end - 1]) { end -= 1 }
        guard index < end else { return nil }
        guard end - index <= 10 else { return -1 }
        var value = 0
        while index < end {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return -1 }
            value = value * 10 + Int(digit)
            index += 1
        }
        return value
    }
}

/// The rows of a sheet that have come already, one bit each.
struct SeenRows {
    private var words: [UInt64] = []

    /// Notes a row counted from 1; `false` where it came before.
    mutating func insert(_ row: Int) -> Bool {
        let (word, bit) = (row / 64, UInt64(1) << UInt64(row % 64))
        if word >= words.count {
            // Grown by doubling; a grid has at most 16,385 words.
            words.append(contentsOf: repeatElement(0, count: max(word + 1, 2 * words.count) - words.count))
        }
        guard words[word] & bit == 0 else { return false }
        words[word] |= bit
        return true
    }
}
