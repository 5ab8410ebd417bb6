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
        var run = Run(width: width)
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                run.startLine()
            } else {
                run.append(GlyphMetrics(scalar))
            }
        }
        return run.lines
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
