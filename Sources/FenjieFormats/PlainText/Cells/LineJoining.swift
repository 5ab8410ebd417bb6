internal import FenjieText

/// Puts the wrapped lines of a cell together again.
enum LineJoining {
    /// The lines as one text: no space beside a Chinese character, a space between Latin words.
    static func joined(_ lines: some Sequence<String>) -> String {
        var text = ""
        for line in lines { append(line, to: &text) }
        return text
    }

    /// Adds one more line of the same cell.
    static func append(_ line: String, to text: inout String) {
        if !breaksNumber(text, line), needsSpace(between: text.unicodeScalars.last, and: line.unicodeScalars.first) {
            text += " "
        }
        text += line
    }

    /// The lines of a cell as one text; bodies that each have a line of their own stay apart.
    ///
    /// - Parameters:
    ///   - lines: the lines.
    ///   - wrap: the display columns at which the cell wraps. A line that leaves room was ended on purpose.
    /// - Returns: the text, with a line end between bodies.
    static func joinedCell(_ lines: [String], wrap: Int) -> String {
        guard lines.count > 1 else { return lines.first ?? "" }
        var parts: [String] = []
        var piece = ""
        for line in lines where !line.isEmpty {
            if !parts.isEmpty, !isEnded(piece, before: line, wrap: wrap) {
                append(line, to: &parts[parts.count - 1])
            } else {
                parts.append(line)
            }
            piece = line
        }
        return parts.joined(separator: "\n")
    }

    /// Two paragraphs of one cell as one text: on lines of their own, unless a list goes on behind the first.
    static func paragraphs(_ first: String, _ second: String) -> String {
        guard !first.isEmpty, !second.isEmpty else { return first + second }
        return openEnds.contains(where: first.hasSuffix) ? first + second : first + "\n" + second
    }

    /// Whether a line names a body and was ended before the next one for its own sake, not because it was full.
    private static func isEnded(_ left: String, before right: String, wrap: Int) -> Bool {
        guard !openEnds.contains(where: left.hasSuffix), !openings.contains(where: right.hasPrefix) else {
            return false
        }
        // A full line may be wrapped, but behind 县财政局 no list goes on with 县 without a mark between the names.
        let isNamed = closings.contains(where: left.hasSuffix) && levels.contains(where: right.hasPrefix)
        guard isNamed || DisplayWidth.columns(of: left, ambiguousIsWide: true) + 4 <= wrap else { return false }
        return CellKind(left) == .units && CellKind(right) == .units
    }

    private static let closings = ["局", "委", "办", "厅", "院", "中心"]
    private static let levels = ["省", "市", "县", "区", "州"]

    private static let openEnds = ["、", "，", "；", "（", "(", ",", ";"]
    private static let openings = ["、", "，", "；", "）", ")", ",", ";", "等", "牵头", "配合"]

    /// A text without the single spaces that justified setting puts between Chinese characters.
    ///
    /// - Returns: the text and how many spaces were taken out; spaces beside Latin letters and figures stay.
    static func withoutJustification(_ text: String) -> (text: String, removed: Int) {
        guard text.utf8.contains(0x20) else { return (text, 0) }
        let scalars = Array(text.unicodeScalars)
        var kept = String.UnicodeScalarView()
        var removed = 0
        for (index, scalar) in scalars.enumerated() {
            if scalar == " ", index > 0, index + 1 < scalars.count, isChinese(scalars[index - 1]),
                isChinese(scalars[index + 1])
            {
                removed += 1
            } else {
                kept.append(scalar)
            }
        }
        return (String(kept), removed)
    }

    private static func needsSpace(between left: Unicode.Scalar?, and right: Unicode.Scalar?) -> Bool {
        guard let left, let right else { return false }
        return isLatinLetter(left) && (isLatinLetter(right) || isDigit(right))
            || isDigit(left) && isLatinLetter(right)
            || [",", ".", ";", ":"].contains(left) && (isLatinLetter(right) || isDigit(right))
    }

    /// Whether a line ends within a number: behind its point, or behind the mark that parts its thousands.
    private static func breaksNumber(_ left: String, _ right: String) -> Bool {
        var tail = left.unicodeScalars.suffix(2)
        guard let mark = tail.popLast(), let digit = tail.last, isDigit(digit) else { return false }
        let figures = right.unicodeScalars.prefix(4).prefix(while: isDigit).count
        return mark == "." && figures > 0 || mark == "," && figures == 3
    }

    private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic && scalar.value < 0x0250
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Ideographs, Chinese punctuation and full-width forms.
    static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2014, 0x2018...0x201D, 0x2026, 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
