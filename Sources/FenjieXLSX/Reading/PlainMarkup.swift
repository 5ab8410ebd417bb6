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
    /// The value where it is nothing but digits, at most nine; -1 for any other.
    var number = -1
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
    ///
    /// - Parameter cell: takes what was found; a value that comes back through memory costs more than finding it.
    /// - Returns: whether there is such a cell.
    @inline(__always)
    func findPlainCell(_ cell: inout PlainCell) -> Bool {
        guard isBetweenTags else { return false }
        let bytes = window.bytes.span.extracting(first: window.end)
        var index = window.position
        guard Self.skip("<c", bytes, &index) else { return false }
        cell = PlainCell()
        var seen = 0
        while index < bytes.count, bytes[index] == 0x20 {
            let bit: Int
            if Self.skip(" r=\"", bytes, &index) {
                bit = 1
                guard Self.reference(bytes, &index, &cell) else { return false }
            } else if Self.skip(" t=\"", bytes, &index) {
                bit = 4
                guard Self.type(bytes, &index, &cell) else { return false }
            } else if Self.skip(" s=\"", bytes, &index) {
                bit = 2
                guard let style = Self.number(bytes, &index) else { return false }
                cell.style = style
            } else {
                return false
            }
            guard seen & bit == 0, Self.skip(UInt8(ascii: "\""), bytes, &index) else { return false }
            seen |= bit
        }
        if Self.skip("/>", bytes, &index) {
            cell.end = index
            return true
        }
        return Self.skip(UInt8(ascii: ">"), bytes, &index) && Self.content(bytes, from: index, of: &cell)
    }

    /// The number and the end of `<row r="1" spans="1:6">` at the position, with or without `spans`.
    func plainRow() -> (name: Range<Int>, number: Int, end: Int)? {
        guard isBetweenTags else { return nil }
        let bytes = window.bytes.span.extracting(first: window.end)
        var index = window.position
        let name = (index + 1)..<(index + 4)
        guard Self.skip("<row r=\"", bytes, &index), let number = Self.number(bytes, &index),
            Self.skip(UInt8(ascii: "\""), bytes, &index)
        else { return nil }
        if Self.skip(" spans=\"", bytes, &index) {
            guard Self.number(bytes, &index) != nil, Self.skip(UInt8(ascii: ":"), bytes, &index),
                Self.number(bytes, &index) != nil, Self.skip(UInt8(ascii: "\""), bytes, &index)
            else { return nil }
        }
        guard Self.skip(UInt8(ascii: ">"), bytes, &index) else { return nil }
        return (name, number, index)
    }

    /// Moves behind `</row>` if it stands at the position and ends the element that is open; whether it did.
    mutating func skipPlainRowEnd() -> Bool {
        guard isBetweenTags, let start = openStarts.last, openNames.count - start == 3,
            openNames[start] == UInt8(ascii: "r"), openNames[start + 1] == UInt8(ascii: "o"),
            openNames[start + 2] == UInt8(ascii: "w")
        else { return false }
        var index = window.position
        guard Self.skip("</row>", window.bytes.span.extracting(first: window.end), &index) else { return false }
        window.position = index
        leaveElement()
        return true
    }

    /// The text and the end of `<si><t>text</t></si>` at the position.
    func plainSharedString() -> (value: Range<Int>, mayBeEscaped: Bool, end: Int)? {
        guard isBetweenTags else { return nil }
        let bytes = window.bytes.span.extracting(first: window.end)
        var index = window.position
        guard Self.skip("<si><t", bytes, &index), Self.openText(bytes, &index) else { return nil }
        let (stop, mayBeEscaped) = PlainText.end(bytes, from: index, to: bytes.count)
        var close = stop
        guard Self.skip("</t></si>", bytes, &close) else { return nil }
        return (index..<stop, mayBeEscaped, close)
    }

    /// What stands between the tags of a cell.
    @inline(__always)
    private static func content(_ bytes: borrowing Span<UInt8>, from start: Int, of cell: inout PlainCell) -> Bool {
        var index = start
        guard cell.type != .inline else { return inlineContent(bytes, from: start, of: &cell) }
        guard skip("<v>", bytes, &index) else { return false }
        let valueStart = index
        // Most values are nothing but digits.
        if let number = number(bytes, &index), skip("</v></c>", bytes, &index) {
            cell.value = valueStart..<(index - 8)
            cell.number = number
            cell.end = index
            return true
        }
        let (stop, mayBeEscaped) = PlainText.end(bytes, from: valueStart, to: bytes.count)
        cell.value = valueStart..<stop
        cell.mayBeEscaped = mayBeEscaped
        cell.end = stop
        return skip("</v></c>", bytes, &cell.end)
    }

    private static func inlineContent(
        _ bytes: borrowing Span<UInt8>, from start: Int, of cell: inout PlainCell
    ) -> Bool {
        var index = start
        guard skip("<is><t", bytes, &index), openText(bytes, &index) else { return false }
        let (stop, mayBeEscaped) = PlainText.end(bytes, from: index, to: bytes.count)
        cell.value = index..<stop
        cell.mayBeEscaped = mayBeEscaped
        cell.end = stop
        return skip("</t></is></c>", bytes, &cell.end)
    }

    /// The rest of `<t>` or `<t xml:space="preserve">`.
    @inline(__always)
    private static func openText(_ bytes: borrowing Span<UInt8>, _ index: inout Int) -> Bool {
        skip(UInt8(ascii: ">"), bytes, &index) || skip(" xml:space=\"preserve\">", bytes, &index)
    }

    /// Moves behind `byte` if it stands at `index`.
    @inline(__always)
    private static func skip(_ byte: UInt8, _ bytes: borrowing Span<UInt8>, _ index: inout Int) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// Moves behind `text` if it stands at `index`.
    @inline(__always)
    private static func skip(_ text: StaticString, _ bytes: borrowing Span<UInt8>, _ index: inout Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - index >= count else { return false }
        var offset = 0
        // Eight bytes at once, then four: so many are there by the line above, as no offset in a window is negative, and
        // a static string has as many as it says.
        let pattern = unsafe UnsafeRawPointer(text.utf8Start)
        let raw = unsafe bytes.bytes
        while offset + 8 <= count {
            guard
                unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index + offset, as: UInt64.self)
                    == pattern.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            else { return false }
            offset += 8
        }
        if offset + 4 <= count {
            guard
                unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index + offset, as: UInt32.self)
                    == pattern.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            else { return false }
            offset += 4
        }
        while offset < count {
            if unsafe bytes[index + offset] != text.utf8Start[offset] { return false }
            offset += 1
        }
        index += count
        return true
    }

    /// Reads up to nine digits.
    @inline(__always)
    private static func number(_ bytes: borrowing Span<UInt8>, _ index: inout Int) -> Int? {
        let start = index
        let limit = min(bytes.count, start + 9)
        var value = 0
        while index < limit, bytes[index] &- 0x30 < 10 {
            value = value &* 10 &+ Int(bytes[index] &- 0x30)
            index += 1
        }
        return index > start ? value : nil
    }

    /// Reads the type of a cell, up to its closing quote.
    @inline(__always)
    private static func type(_ bytes: borrowing Span<UInt8>, _ index: inout Int, _ cell: inout PlainCell) -> Bool {
        let start = index
        // By far the most.
        if start + 1 < bytes.count, bytes[start] == UInt8(ascii: "s"), bytes[start + 1] == UInt8(ascii: "\"") {
            cell.type = .shared
            index = start + 1
            return true
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), index - start < 10 { index += 1 }
        guard let type = CellType(bytes.extracting(start..<index)) else { return false }
        cell.type = type
        return true
    }

    /// Reads a reference of capital letters and digits.
    @inline(__always)
    private static func reference(
        _ bytes: borrowing Span<UInt8>, _ index: inout Int, _ cell: inout PlainCell
    ) -> Bool {
        let start = index
        let limit = min(bytes.count, start + 3)
        while index < limit, bytes[index] &- 0x41 < 26 {
            cell.column = cell.column &* 26 &+ Int(bytes[index] &- 0x40)
            index += 1
        }
        guard index > start, index < bytes.count, bytes[index] != 0x30 else { return false }
        guard let row = number(bytes, &index) else { return false }
        cell.row = row
        return true
    }
}
