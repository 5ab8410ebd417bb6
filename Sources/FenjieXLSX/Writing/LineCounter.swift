/// Counts the lines that a text takes when it is wrapped to a width.
package struct LineCounter {
    /// The width of a line in thousandths of the font size.
    private let width: Int

    /// Lines of a width, in half-width characters (a Chinese character takes two).
    package init(width: Double) {
        // One half-width character is more than any cell can be narrowed to and still be read.
        self.width = Int(max(1, min(width.isNaN ? 1 : width, 10_000)) * 500)
    }

    /// How many lines the text takes; at least one.
    package func lines(of text: String) -> Int {
        if text.utf8.count * GlyphMetrics.widestByte <= width, !text.utf8.contains(UInt8(ascii: "\n")) { return 1 }
        return lines(of: text.utf8Span.span)
    }

    /// The same over bytes; ideographs, which nearly all text consists of, are not even decoded.
    private func lines(of text: Span<UInt8>) -> Int {
        var run = Run(width: width)
        var index = 0
        while index < text.count {
            let lead = text[index]
            switch lead {
            case UInt8(ascii: "\n"):
                run.startLine()
                index += 1
            case 0..<0x80:
                run.append(GlyphMetrics(ascii: lead))
                index += 1
            // U+4E00 to U+9FFF.
            case 0xE5...0xE9,
                0xE4 where text[index + 1] >= 0xB8:
                run.append(GlyphMetrics.ideograph)
                index += 3
            default:
                let (scalar, length) = Self.scalar(text, at: index, lead)
                run.append(GlyphMetrics(scalar))
                index += length
            }
        }
        return run.lines
    }

    /// The scalar of two to four bytes at an offset; the text is valid UTF-8.
    private static func scalar(_ text: Span<UInt8>, at index: Int, _ lead: UInt8) -> (Unicode.Scalar, length: Int) {
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The line under way.
    private struct Run {
        let width: Int
        var lines = 1
        /// What the line holds.
        private var filled = 0
        /// What it holds behind the last place where it may break.
        private var tail = 0
        private var last: GlyphMetrics.Behaviour?

        init(width: Int) { self.width = width }

        mutating func startLine() {
            lines += 1
            filled = 0
            tail = 0
            last = nil
        }

        mutating func append(_ glyph: GlyphMetrics) {
            switch glyph.behaviour {
            case .mark:
                return
            case .space:
                // A blank at the end of a line hangs over it and never begins the next one.
                filled = min(filled + glyph.advance, max(width, filled))
                tail = 0
                last = .space
                return
            default: break
            }
            if mayBreak(before: glyph.behaviour) { tail = 0 }
            filled += glyph.advance
            tail += glyph.advance
            if filled > width {
                lines += 1
                // Where nothing on the line may break, it breaks right before this character.
                if tail >= filled || tail > width { tail = glyph.advance }
                filled = tail
            }
            last = glyph.behaviour
        }

        private func mayBreak(before next: GlyphMetrics.Behaviour) -> Bool {
            guard let last else { return false }
            if next == .closing || next == .latinClosing || last == .opening { return false }
            switch last {
            case .space, .ideograph, .closing, .hyphen: return true
            case .word, .latinClosing, .opening, .mark: return next == .ideograph || next == .opening
            }
        }
    }
}
