package import FenjieModel

/// Text on its way into a cell: its length checked, and what XML cannot hold escaped.
///
/// ECMA-376 Part 1, 22.9.2.19 (`ST_Xstring`) writes such a character as `_xHHHH_`, and the underscore of text that looks
/// like that itself as `_x005F_`.
package enum CellText {
    /// The text as it is to be written; the same string where nothing has to be escaped.
    ///
    /// - Throws: ``WorkbookWritingFailure`` where the text is longer than a cell can hold.
    package static func checked(
        _ text: String, limit: Int = GridLimits.cellLength, at place: @autoclosure () -> Place
    ) throws(WorkbookWritingFailure) -> String {
        // UTF-8 is never shorter than UTF-16, so most texts need no second count.
        if text.utf8.count > limit {
            let length = text.utf16.count
            guard length <= limit else { throw .textTooLong(length, limit: limit, at: place()) }
        }
        return needsEscape(text) ? escaped(text) : text
    }

    /// A text, or as many of its characters as a length allows with an ellipsis behind them.
    package static func beginning(of text: String, limit: Int) -> String {
        guard text.utf8.count > limit, text.utf16.count > limit else { return text }
        var result = ""
        var length = 1
        for character in text {
            length += character.utf16.count
            guard length <= limit else { break }
            result.append(character)
        }
        return result + "…"
    }

    /// Whether there may be something to escape; one pass over the bytes.
    static func needsEscape(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        let raw = unsafe bytes.bytes
        var index = 0
        while index < bytes.count {
            while index + 8 <= bytes.count {
                // Within bounds by the line above.
                let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
                guard CellWord.isOrdinary(word.littleEndian) else { break }
                index += 8
            }
            guard index < bytes.count else { break }
            let byte = bytes[index]
            if byte < 0x20 {
                if byte != 0x09, byte != 0x0A { return true }
            } else if byte == UInt8(ascii: "_") {
                if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "x") { return true }
            } else if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
                return true
            }
            index += 1
        }
        return false
    }

    private static func escaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20, byte != 0x09, byte != 0x0A {
                result.append(contentsOf: escape(UInt16(byte)))
            } else if byte == UInt8(ascii: "_"), isEscape(bytes.span, at: index) {
                result.append(contentsOf: escape(0x5F))
            } else if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
                result.append(contentsOf: escape(0xFF40 + UInt16(bytes[index + 2])))
                index += 2
            } else {
                result.append(byte)
            }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether the bytes at an underscore read `_xHHHH_`.
    static func isEscape(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        guard index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
        else { return false }
        return (2..<6).allSatisfy { offset in
            switch bytes[index + offset] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
                UInt8(ascii: "a")...UInt8(ascii: "f"):
                true
            default: false
            }
        }
    }

    /// `_xHHHH_`.
    static func escape(_ unit: UInt16) -> [UInt8] {
        let digits = String(unit, radix: 16, uppercase: true)
        return Array("_x\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)_".utf8)
    }
}
