/// Text measured and broken by the columns that it takes on a screen.
package enum TextWidth {
    /// The columns that a text takes: two for each Chinese character.
    package static func columns(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    /// The text with spaces behind it, so that it takes some columns.
    package static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - columns(text)))
    }

    /// The text in lines of some columns: broken at spaces, between Chinese characters, never before closing marks.
    package static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: text) {
            let trimmed = piece.hasSuffix(" ") ? String(piece.dropLast()) : piece
            if !line.isEmpty, columns(line) + columns(trimmed) > width {
                lines.append(line.hasSuffix(" ") ? String(line.dropLast()) : line)
                line = ""
            }
            line += piece
        }
        lines.append(line.hasSuffix(" ") ? String(line.dropLast()) : line)
        return lines
    }

    /// The parts between which a line may end: words with the space behind them, single Chinese characters.
    private static func pieces(of text: String) -> [String] {
        let closing: Set<Unicode.Scalar> = ["、", "，", "。", "；", "：", "）", "”", "》", "？", "！", "…"]
        var pieces: [String] = []
        var current = String.UnicodeScalarView()
        var mayBreak = false
        for scalar in text.unicodeScalars {
            let isWide = columns(scalar) == 2
            if !current.isEmpty, !closing.contains(scalar), mayBreak || isWide, current.last != "（", current.last != "“"
            {
                pieces.append(String(current))
                current = String.UnicodeScalarView()
            }
            current.append(scalar)
            mayBreak = scalar == " " || isWide
        }
        if !current.isEmpty { pieces.append(String(current)) }
        return pieces
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: 1
        case 0x300..<0x370: 0
        case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFE30..<0xFE70, 0xFF00..<0xFF61,
            0xFFE0..<0xFFE7, 0x1F300..<0x1FB00, 0x20000..<0x40000:
            2
        default: 1
        }
    }
}
