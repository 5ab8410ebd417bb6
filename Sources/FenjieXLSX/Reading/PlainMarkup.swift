/// A cell in the form in which nearly all cells are written, found without going token by token.
struct PlainCell {
    /// The column by the cell's reference; 0 where it has none.
    var column = 0
    /// The row by the cell's reference; 0 where it has none.
    var row = 0
    var style = 0
    var type = CellType.number
    /// Where the value lies in the window; empty where the cell has none.
    var value = 0..<0
    /// Whether the value may hold `_xHHHH_`.
    var mayBeEscaped = false
    /// Behind the cell.
    var end = 0
}

/// Short cuts over markup that is wholly in the window and has nothing unusual in it.
///
/// They accept only what the scanner would accept and take it the same way; for anything else they say `nil`, and the
/// scanner goes token by token.
extension XMLScanner {
    /// The cell at the position: `<c r="A1" s="1" t="s"><v>1</v></c>`, an inline string, or an empty one.
    func plainCell() -> PlainCell? {
        guard isBetweenTags else { return nil }
        let bytes = window.bytes.span
        let end = window.end
        var index = window.position
        guard end - index > 8, bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "c") else {
            return nil
        }
        index += 2
        var cell = PlainCell()
        var seen = 0
        while index + 5 < end, bytes[index] == 0x20 {
            guard bytes[index + 2] == UInt8(ascii: "="), bytes[index + 3] == UInt8(ascii: "\"") else { return nil }
            let name = bytes[index + 1]
            index += 4
            let bit: Int
            switch name {
            case UInt8(ascii: "r"):
                bit = 1
                guard Self.reference(bytes, &index, end, &cell) else { return nil }
            case UInt8(ascii: "s"):
                bit = 2
                guard let style = Self.number(bytes, &index, end) else { return nil }
                cell.style = style
            case UInt8(ascii: "t"):
                bit = 4
                let start = index
                while index < end, bytes[index] != UInt8(ascii: "\""), index - start < 10 { index += 1 }
                guard let type = CellType(bytes.extracting(start..<index)) else { return nil }
                cell.type = type
            default: return nil
            }
            guard seen & bit == 0, index < end, bytes[index] == UInt8(ascii: "\"") else { return nil }
            seen |= bit
            index += 1
        }
        guard end - index > 3 else { return nil }
        if bytes[index] == UInt8(ascii: "/"), bytes[index + 1] == UInt8(ascii: ">") {
            cell.end = index + 2
            return cell
        }
        guard bytes[index] == UInt8(ascii: ">") else { return nil }
        return Self.content(bytes, from: index + 1, end: end, of: &cell) ? cell : nil
    }

    /// The text and the end of `<si><t>text</t></si>` at the position.
    func plainSharedString() -> (value: Range<Int>, mayBeEscaped: Bool, end: Int)? {
        guard isBetweenTags else { return nil }
        let bytes = window.bytes.span
        var index = window.position
        guard Self.skip("<si><t", bytes, &index, window.end), Self.openText(bytes, &index, window.end) else {
            return nil
        }
        let (stop, mayBeEscaped) = PlainText.end(bytes, from: index, to: window.end)
        var close = stop
        guard Self.skip("</t></si>", bytes, &close, window.end) else { return nil }
        return (index..<stop, mayBeEscaped, close)
    }

    /// What stands between the tags of a cell.
    private static func content(
        _ bytes: borrowing Span<UInt8>, from start: Int, end: Int, of cell: inout PlainCell
    ) -> Bool {
        var index = start
        if cell.type == .inline {
            guard skip("<is><t", bytes, &index, end), openText(bytes, &index, end) else { return false }
        } else {
            guard skip("<v>", bytes, &index, end) else { return false }
        }
        let (stop, mayBeEscaped) = PlainText.end(bytes, from: index, to: end)
        cell.value = index..<stop
        cell.mayBeEscaped = mayBeEscaped
        cell.end = stop
        return cell.type == .inline
            ? skip("</t></is></c>", bytes, &cell.end, end) : skip("</v></c>", bytes, &cell.end, end)
    }

    /// The rest of `<t>` or `<t xml:space="preserve">`.
    private static func openText(_ bytes: borrowing Span<UInt8>, _ index: inout Int, _ end: Int) -> Bool {
        guard index < end else { return false }
        if bytes[index] == UInt8(ascii: ">") {
            index += 1
            return true
        }
        return skip(" xml:space=\"preserve\">", bytes, &index, end)
    }

    /// Moves behind `text` if it stands at `index`.
    @inline(__always)
    private static func skip(_ text: StaticString, _ bytes: borrowing Span<UInt8>, _ index: inout Int, _ end: Int)
        -> Bool
    {
        let count = text.utf8CodeUnitCount
        guard end - index >= count else { return false }
        for offset in 0..<count {
            // A static string has as many bytes as it says.
            if unsafe bytes[index + offset] != text.utf8Start[offset] { return false }
        }
        index += count
        return true
    }

    @inline(__always)
    private static func number(_ bytes: borrowing Span<UInt8>, _ index: inout Int, _ end: Int) -> Int? {
        var value = 0
        let start = index
        while index < end, index - start < 9, bytes[index] &- 0x30 < 10 {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return index > start ? value : nil
    }

    /// Reads a reference of capital letters and digits.
    @inline(__always)
    private static func reference(
        _ bytes: borrowing Span<UInt8>, _ index: inout Int, _ end: Int, _ cell: inout PlainCell
    ) -> Bool {
        let start = index
        while index < end, index - start < 3, bytes[index] &- 0x41 < 26 {
            cell.column = cell.column * 26 + Int(bytes[index] - 0x40)
            index += 1
        }
        guard index > start, index < end, bytes[index] != 0x30 else { return false }
        guard let row = number(bytes, &index, end) else { return false }
        cell.row = row
        return true
    }
}

/// Text without references, line ends of other systems, or escapes.
enum PlainText {
    /// Where the text ends: at the first `<`, `&` or carriage return, or at `end`.
    @inline(__always)
    static func end(
        _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
    ) -> (index: Int, mayBeEscaped: Bool) {
        var index = start
        var mayBeEscaped = false
        // Nothing below looks further than this.
        guard end <= bytes.count else { return (start, false) }
        let raw = unsafe bytes.bytes
        while index < end {
            while index + 8 <= end {
                // Within bounds by the line above.
                let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
                // Chinese text is full of words without a single ASCII byte.
                let found =
                    word & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
                    ? 0
                    : zeroByte(word ^ 0x3C3C_3C3C_3C3C_3C3C) | zeroByte(word ^ 0x2626_2626_2626_2626)
                        | zeroByte(word ^ 0x0D0D_0D0D_0D0D_0D0D) | zeroByte(word ^ 0x5F5F_5F5F_5F5F_5F5F)
                guard found == 0 else { break }
                index += 8
            }
            let limit = min(index + 8, end)
            while index < limit {
                let byte = bytes[index]
                if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == 0x0D {
                    return (index, mayBeEscaped)
                }
                if byte == UInt8(ascii: "_") { mayBeEscaped = true }
                index += 1
            }
        }
        return (index, mayBeEscaped)
    }

    /// A set high bit for at least the lowest zero byte of a word, and none where there is no zero byte.
    @inline(__always)
    private static func zeroByte(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}
