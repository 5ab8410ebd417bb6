internal import FenjieText

/// One line of a drawn table: its verticals and what stands between them.
struct GridLine: Sendable {
    /// A stretch between two verticals.
    struct Segment: Sendable {
        /// The columns of the verticals around it, ambiguous characters narrow and wide.
        var narrow: Range<Int>
        var wide: Range<Int>
        /// Whether it is a piece of a horizontal rule.
        var isRule: Bool
        var text: String
    }

    var segments: [Segment]
    var number: Int

    /// Whether the line is a rule from end to end.
    var isRule: Bool { segments.allSatisfy(\.isRule) }
}

/// Reads lines drawn with `┌│├─┼` or `+|-`.
enum GridLines {
    /// Whether a text holds at least two rules with corners or crossings.
    static func arePresent(in text: LayoutText) -> Bool {
        var rules = 0
        for line in text.lines where isRule(line, in: text) {
            rules += 1
            if rules == 2 { return true }
        }
        return false
    }

    /// Whether a line consists of rules and crossings only.
    static func isRule(_ line: LayoutLine, in text: LayoutText) -> Bool {
        guard line.content.count >= 3 else { return false }
        var crossings = 0
        var strokes = 0
        var index = line.content.lowerBound
        while index < line.content.upperBound {
            switch text.utf8[index] {
            case UInt8(ascii: "+"): crossings += 1
            case UInt8(ascii: "-"), UInt8(ascii: "="): strokes += 1
            case 0xE2 where index + 2 < line.content.upperBound && isBoxLead(text.utf8[index + 1]):
                let scalar = 0x2000 | UInt32(text.utf8[index + 1] & 0x3F) << 6 | UInt32(text.utf8[index + 2] & 0x3F)
                if isStroke(scalar) { strokes += 1 } else if !isUpright(scalar) { crossings += 1 } else { return false }
                index += 2
            default: return false
            }
            index += 1
        }
        return crossings >= 2 && strokes >= 1
    }

    /// Whether a drawing begins on a line: nothing drawn stands right above it, or only the rule that closes another.
    static func opensTable(at index: Int, in text: LayoutText) -> Bool {
        guard line(text.lines[index], in: text) != nil else { return false }
        guard index > 0, line(text.lines[index - 1], in: text) != nil else { return true }
        return isRule(text.lines[index], in: text) && isRule(text.lines[index - 1], in: text)
    }

    /// The cells of the row that begins on a line or below the rule there, the lines of each put together.
    static func firstRow(at index: Int, in text: LayoutText) -> [String] {
        var cells: [String] = []
        for line in text.lines[index...].prefix(12) {
            guard let drawn = self.line(line, in: text) else { break }
            if drawn.isRule {
                guard cells.isEmpty else { break }
            } else if cells.isEmpty {
                cells = drawn.segments.map(\.text)
            } else if drawn.segments.count == cells.count {
                for (column, segment) in drawn.segments.enumerated() { cells[column] += segment.text }
            }
        }
        return cells
    }

    /// The verticals and segments of a line; `nil` where it neither begins nor ends with a vertical.
    static func line(_ line: LayoutLine, in text: LayoutText) -> GridLine? {
        let scalars = Array(text.text(line).unicodeScalars)
        guard let first = scalars.first, isVertical(first.value, isRule: true) else { return nil }
        let isASCIIRule = first == "+"
        var narrow = DisplayWidth()
        var wide = DisplayWidth(ambiguousIsWide: true)
        var segments: [GridLine.Segment] = []
        var start: (narrow: Int, wide: Int, index: Int)?
        for (index, scalar) in scalars.enumerated() {
            if isVertical(scalar.value, isRule: isASCIIRule || isCrossing(scalars, index)) {
                if let start {
                    segments.append(
                        segment(scalars[start.index..<index], start.narrow..<narrow.columns, start.wide..<wide.columns))
                }
                narrow.add(scalar)
                wide.add(scalar)
                start = (narrow.columns, wide.columns, index + 1)
            } else {
                narrow.add(scalar)
                wide.add(scalar)
            }
        }
        guard !segments.isEmpty else { return nil }
        return GridLine(segments: segments, number: line.number)
    }

    private static func segment(
        _ scalars: ArraySlice<Unicode.Scalar>, _ narrow: Range<Int>, _ wide: Range<Int>
    ) -> GridLine.Segment {
        let isRule =
            !scalars.isEmpty && scalars.allSatisfy { isStroke($0.value) || $0 == "-" || $0 == "=" }
            && (scalars.count > 1 || isStroke(scalars[scalars.startIndex].value))
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        let bytes = Array(text.utf8)
        return GridLine.Segment(
            narrow: narrow, wide: wide, isRule: isRule,
            text: isRule ? "" : String(decoding: bytes[WhiteSpace.trimmed(0..<bytes.count, in: bytes)], as: UTF8.self))
    }

    /// A plus is a crossing where a stroke touches it; anywhere else it is text.
    private static func isCrossing(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard scalars[index] == "+" else { return true }
        let before = index > 0 ? scalars[index - 1] : " "
        let after = index + 1 < scalars.count ? scalars[index + 1] : " "
        return [before, after].contains { $0 == "-" || $0 == "=" }
    }

    private static func isBoxLead(_ byte: UInt8) -> Bool { byte == 0x94 || byte == 0x95 }

    /// ─ ━ ═ and their dashed forms.
    private static func isStroke(_ value: UInt32) -> Bool {
        switch value {
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: true
        default: false
        }
    }

    /// │ ┃ ║ and their dashed forms.
    private static func isUpright(_ value: UInt32) -> Bool {
        switch value {
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: true
        default: false
        }
    }

    private static func isVertical(_ value: UInt32, isRule: Bool) -> Bool {
        switch value {
        case 0x7C, 0xFF5C: true
        case 0x2B: isRule
        case 0x2500...0x256C: !isStroke(value)
        default: false
        }
    }
}
