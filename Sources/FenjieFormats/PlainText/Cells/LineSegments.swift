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
        var byte = line.range.lowerBound
        var open: (columns: Range<Int>, bytes: Range<Int>)?
        func end() {
            guard let open else { return }
            segments.append(
                LineSegment(columns: open.columns, text: String(decoding: text.utf8[open.bytes], as: UTF8.self)))
        }
        for scalar in text.wholeText(line).unicodeScalars {
            let next = byte + scalar.utf8.count
            defer { byte = next }
            if scalar == "\t" {
                repeat { width.add(" ") } while width.columns % 8 != 0
                continue
            }
            let column = width.columns
            width.add(scalar)
            guard !Self.isSpace(scalar) else { continue }
            if let last = open, column - last.columns.upperBound < gap {
                open = (last.columns.lowerBound..<width.columns, last.bytes.lowerBound..<next)
            } else {
                end()
                open = (column..<width.columns, byte..<next)
            }
        }
        end()
        return segments
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0xA0, 0x3000, 0x2000...0x200A: true
        default: false
        }
    }
}
