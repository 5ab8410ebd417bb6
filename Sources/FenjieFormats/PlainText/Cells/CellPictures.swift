/// A lossless, visible form for characters that a line of text cannot hold.
///
/// Control characters become their pictures in Unicode (U+2400 and on: `␤` for LF, `␉` for TAB, `␍` for CR). `␛` marks what
/// has no picture: `␛N` U+0085, `␛L` U+2028, `␛P` U+2029, `␛.` nothing (it guards white space at the ends of a cell), and
/// `␛` before a picture means the picture itself. Published texts hold none of these, so that reading them is safe.
enum CellPictures {
    /// Adds a cell in its visible form to a buffer.
    static func write(_ cell: String, into bytes: inout [UInt8]) {
        let source = Array(cell.utf8)
        guard !source.isEmpty else { return }
        let content = WhiteSpace.trimmed(0..<source.count, in: source)
        if content.lowerBound > 0 { append("␛.", to: &bytes) }
        for scalar in cell.unicodeScalars { write(scalar, into: &bytes) }
        if content.upperBound < source.count || content.isEmpty { append("␛.", to: &bytes) }
    }

    /// The cell that a visible form stands for.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(0xE2), text.unicodeScalars.contains(where: isPicture) else { return text }
        var cell = String.UnicodeScalarView()
        var isMarked = false
        for scalar in text.unicodeScalars {
            if isMarked {
                isMarked = false
                switch scalar {
                case "N": cell.append("\u{85}")
                case "L": cell.append("\u{2028}")
                case "P": cell.append("\u{2029}")
                case ".": continue
                default: cell.append(scalar)
                }
            } else if scalar == mark {
                isMarked = true
            } else if scalar == "␤" {
                cell.append("\n")
            } else if isPicture(scalar), let control = Unicode.Scalar(scalar.value - 0x2400) {
                cell.append(control)
            } else {
                cell.append(scalar)
            }
        }
        return String(cell)
    }

    private static func write(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
        switch scalar.value {
        case 0x0A: append("␤", to: &bytes)
        case 0..<0x20:
            if let picture = Unicode.Scalar(0x2400 + scalar.value) { append(String(picture), to: &bytes) }
        case 0x85: append("␛N", to: &bytes)
        case 0x2028: append("␛L", to: &bytes)
        case 0x2029: append("␛P", to: &bytes)
        default:
            if isPicture(scalar) { append("␛", to: &bytes) }
            bytes.append(contentsOf: String(scalar).utf8)
        }
    }

    private static let mark: Unicode.Scalar = "␛"

    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        (0x2400..<0x2420).contains(scalar.value) || scalar == "␤"
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) { bytes.append(contentsOf: text.utf8) }
}
