/// Whether a spreadsheet that opens delimited text would run a cell as a formula.
///
/// Excel, WPS and LibreOffice look at the first character. A plain number with its sign is a number to them, and a cell
/// of dashes alone is text.
package enum FormulaLikeness {
    /// Looks at one cell.
    package static func holds(_ cell: ArraySlice<UInt8>) -> Bool {
        guard let first = cell.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isHarmless(cell.dropFirst())
        case 0xEF: return fullWidthSign(cell)
        default: return false
        }
    }

    /// `＝`, `＠`, `＋`, `－`: spreadsheets in Chinese read them as their half-width forms.
    private static func fullWidthSign(_ cell: ArraySlice<UInt8>) -> Bool {
        guard cell.count >= 3, cell[cell.startIndex + 1] == 0xBC else { return false }
        switch cell[cell.startIndex + 2] {
        case 0x9D, 0xA0: return true
        case 0x8B, 0x8D: return !isHarmless(cell.dropFirst(3))
        default: return false
        }
    }

    /// Whether what follows a sign makes it a number, or nothing but more dashes.
    private static func isHarmless(_ rest: ArraySlice<UInt8>) -> Bool {
        if rest.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 == 0x20 }) { return true }
        return isNumber(rest)
    }

    /// Digits with blanks or commas between them, one decimal point, an exponent, a per cent sign.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var digits = 0
        var points = 0
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case 0x30...0x39: digits += 1
            case 0x20, UInt8(ascii: ","): break
            case UInt8(ascii: "."): points += 1
            case UInt8(ascii: "%") where index == text.endIndex - 1 && digits > 0: break
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                return digits > 0 && points <= 1 && isExponent(text[(index + 1)...])
            default: return false
            }
            index += 1
        }
        return digits > 0 && points <= 1
    }

    private static func isExponent(_ text: ArraySlice<UInt8>) -> Bool {
        let signs = [UInt8(ascii: "+"), UInt8(ascii: "-")]
        let digits = text.first.map(signs.contains) == true ? text.dropFirst() : text
        return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}
