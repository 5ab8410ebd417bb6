internal import FenjieText

/// A stretch of a line between wide gaps, and the columns it takes.
struct LineSegment: Sendable {
    var columns: Range<Int>
    var text: String
}

/// Cuts lines at gaps of two or more columns.
struct LineSegments: Sendable {
    let ambiguousIsWide: Bool

    /// The stretches of a line; a gap is `gap` columns of white space or more.
    func segments(of line: LayoutLine, in text: LayoutText, gap: Int = 2) -> [LineSegment] {
        var segments: [LineSegment] = []
        var width = DisplayWidth(ambiguousIsWide: ambiguousIsWide)
        var current = String.UnicodeScalarView()
        var start = 0
        var end = 0
        var pending = String.UnicodeScalarView()
        for scalar in text.wholeText(line).unicodeScalars {
            if Self.isSpace(scalar) {
                if scalar == "\t" {
                    repeat { width.add(" ") } while width.columns % 8 != 0
                } else {
                    width.add(scalar)
                }
                pending.append(scalar)
                continue
            }
            if !current.isEmpty, width.columns - end >= gap {
                segments.append(LineSegment(columns: start..<end, text: String(current)))
                current = String.UnicodeScalarView()
            }
            if current.isEmpty { start = width.columns } else { current.append(contentsOf: pending) }
            pending = String.UnicodeScalarView()
            width.add(scalar)
            current.append(scalar)
            end = width.columns
        }
        if !current.isEmpty { segments.append(LineSegment(columns: start..<end, text: String(current))) }
        return segments
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0xA0, 0x3000, 0x2000...0x200A: true
        default: false
        }
    }
}
