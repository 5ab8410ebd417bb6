/// The number of an item as a cell holds it: `12`, `12.`, `12、`, `（12）`, `１２`.
struct ItemNumber: Hashable, Sendable {
    let value: Int

    /// Reads a cell without white space; `nil` where it is anything but a number of at most four digits.
    init?(parsing bytes: some Sequence<UInt8>) {
        var text = Array(bytes.prefix(25))[...]
        guard !text.isEmpty, text.count <= 24 else { return nil }
        for (open, close) in [("（", "）"), ("(", ")"), ("【", "】"), ("[", "]")]
        where text.starts(with: open.utf8) && text.ends(with: close) {
            text = text.dropFirst(open.utf8.count).dropLast(close.utf8.count)
            break
        }
        for tail in [".", "．", "、", "。"] where text.ends(with: tail) {
            text = text.dropLast(tail.utf8.count)
            break
        }
        guard let (value, length) = Self.digits(text), length == text.count else { return nil }
        self.value = value
    }

    /// The number with which a line begins, `12 …`, `12. …` or `12、…`, and where the text behind it starts.
    static func leading(_ bytes: ArraySlice<UInt8>) -> (number: Int, rest: Int)? {
        guard let (value, length) = digits(bytes) else { return nil }
        var index = bytes.startIndex + length
        var isParted = false
        for tail in [".", "．", "、"] where bytes[index...].starts(with: tail.utf8) {
            index += tail.utf8.count
            isParted = true
            break
        }
        while index < bytes.endIndex {
            let space = WhiteSpace.length(in: bytes, at: index, end: bytes.endIndex)
            guard space > 0 else { break }
            isParted = true
            index += space
        }
        // `3.5` is an amount.
        guard isParted, index < bytes.endIndex, !(0x30...0x39).contains(bytes[index]) else { return nil }
        return (value, index)
    }

    /// One to four digits, half or full width, at the start of a text.
    private static func digits(_ bytes: ArraySlice<UInt8>) -> (value: Int, length: Int)? {
        var value = 0
        var count = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            var digit: Int?
            var length = 1
            if (0x30...0x39).contains(bytes[index]) {
                digit = Int(bytes[index] - 0x30)
            } else if bytes[index...].starts(with: [0xEF, 0xBC]), index + 2 < bytes.endIndex,
                (0x90...0x99).contains(bytes[index + 2])
            {
                digit = Int(bytes[index + 2] - 0x90)
                length = 3
            }
            guard let digit else { break }
            count += 1
            guard count <= 4 else { return nil }
            value = value * 10 + digit
            index += length
        }
        return count > 0 ? (value, index - bytes.startIndex) : nil
    }
}

/// The number of a group: `一、`, `（二）`, `第三`, as group rows over the whole width begin.
enum GroupNumber {
    /// Whether a text begins with the number of a group.
    static func leads(_ bytes: [UInt8]) -> Bool {
        var text = bytes[...]
        var isBracketed = false
        for open in ["（", "("] where text.starts(with: open.utf8) {
            text = text.dropFirst(open.utf8.count)
            isBracketed = true
            break
        }
        let isOrdinal = !isBracketed && text.starts(with: "第".utf8)
        if isOrdinal { text = text.dropFirst(3) }
        var count = 0
        while text.count >= 3, Self.figures.contains(Array(text.prefix(3))), count < 4 {
            text = text.dropFirst(3)
            count += 1
        }
        guard count > 0 else { return false }
        let closings =
            isBracketed ? ["）", ")"] : isOrdinal ? ["部分", "类", "章", "篇", "项"] : ["、", ".", "．", "，"]
        return closings.contains { text.starts(with: $0.utf8) && text.count > $0.utf8.count }
    }

    private static let figures: Set<[UInt8]> = Set("一二三四五六七八九十".unicodeScalars.map { Array(String($0).utf8) })
}
