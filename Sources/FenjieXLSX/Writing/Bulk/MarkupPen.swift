internal import FenjieModel

/// Puts the markup of cells at the end of a buffer whose room was made before, text escaped as it is copied.
///
/// Whoever makes one grants as many bytes as ``roomForCell(_:)`` says for each cell.
@safe struct MarkupPen {
    private var place: UnsafeMutableRawPointer

    /// A pen that begins at `place`.
    init(at place: UnsafeMutableRawPointer) { unsafe self.place = unsafe place }

    /// How many bytes have been put behind `start`.
    func distance(from start: UnsafeMutableRawPointer) -> Int { unsafe place - start }

    /// How much room a cell with so many bytes of text may take: each may become `_xHHHH_`.
    static func roomForCell(_ count: Int) -> Int { 96 + count * 7 }

    /// Puts fixed text.
    @inline(__always)
    mutating func put(_ text: StaticString) {
        unsafe place.copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
        unsafe place += text.utf8CodeUnitCount
    }

    /// Puts up to eight bytes; the room behind them is overwritten.
    @inline(__always)
    mutating func put(_ word: ShortText) {
        unsafe place.storeBytes(of: word.bytes.littleEndian, as: UInt64.self)
        unsafe place += word.count
    }

    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        unsafe place.storeBytes(of: byte, as: UInt8.self)
        unsafe place += 1
    }

    /// Puts text between tags, with everything escaped that XML or ``CellText`` wants escaped.
    mutating func put(escaping text: Span<UInt8>) {
        var index = 0
        let raw = unsafe text.bytes
        while index + 8 <= text.count {
            // Within bounds by the line above.
            let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self).littleEndian
            if CellWord.isOrdinary(word), !CellWord.holdsMarkup(word) {
                unsafe place.storeBytes(of: word.littleEndian, as: UInt64.self)
                unsafe place += 8
                index += 8
            } else {
                let end = index + 8
                while index < end { putOne(text, &index) }
            }
        }
        while index < text.count { putOne(text, &index) }
    }

    /// Puts the byte at `index`, or the character there where it must be escaped.
    private mutating func putOne(_ text: Span<UInt8>, _ index: inout Int) {
        let byte = text[index]
        index += 1
        switch byte {
        case UInt8(ascii: "&"): put("&amp;")
        case UInt8(ascii: "<"): put("&lt;")
        case UInt8(ascii: ">"): put("&gt;")
        case 0x09, 0x0A: put(byte)
        case 0..<0x20: putEscape(UInt16(byte))
        case UInt8(ascii: "_") where CellText.isEscape(text, at: index - 1): putEscape(0x5F)
        case 0xEF where index + 1 < text.count && text[index] == 0xBF && text[index + 1] >= 0xBE:
            putEscape(0xFF40 + UInt16(text[index + 1]))
            index += 2
        default: put(byte)
        }
    }

    /// Puts `_xHHHH_`.
    private mutating func putEscape(_ unit: UInt16) {
        for byte in CellText.escape(unit) { put(byte) }
    }
}

/// Up to eight ASCII characters in one word.
struct ShortText {
    let bytes: UInt64
    let count: Int

    /// The decimal digits of a number below 10^8.
    init(_ number: Int) { self.init(String(number)) }

    /// The first eight characters of a text.
    init(_ text: String) {
        var bytes: UInt64 = 0
        for byte in text.utf8.prefix(8).reversed() { bytes = bytes << 8 | UInt64(byte) }
        self.bytes = bytes
        count = min(8, text.utf8.count)
    }
}
