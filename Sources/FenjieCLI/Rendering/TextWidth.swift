internal import FenjieText

/// Text measured and broken by the columns that it takes on a screen.
package enum TextWidth {
    /// The columns that a text takes: two for each Chinese character.
    package static func columns(_ text: some StringProtocol) -> Int {
        DisplayWidth.columns(of: text)
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
            let isWide = columns(String(scalar)) == 2
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
}
