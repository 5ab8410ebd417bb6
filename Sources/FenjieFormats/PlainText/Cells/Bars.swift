/// Bars that part cells: `|`, `｜`, `│`, `┃`, `¦`.
enum Bars {
    /// The length of the bar at an offset; 0 where none stands.
    static func length(in bytes: [UInt8], at index: Int, end: Int) -> Int {
        switch bytes[index] {
        case UInt8(ascii: "|"): return 1
        case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA6 ? 2 : 0
        case 0xE2:
            guard index + 2 < end, bytes[index + 1] == 0x94 else { return 0 }
            return bytes[index + 2] == 0x82 || bytes[index + 2] == 0x83 ? 3 : 0
        case 0xEF:
            return index + 2 < end && bytes[index + 1] == 0xBD && bytes[index + 2] == 0x9C ? 3 : 0
        default: return 0
        }
    }

    /// How many bars a line holds.
    static func count(in line: LayoutLine, of text: LayoutText) -> Int {
        var count = 0
        var index = line.content.lowerBound
        while index < line.content.upperBound {
            let length = length(in: text.utf8, at: index, end: line.content.upperBound)
            if length > 0 { count += 1 }
            index += max(length, 1)
        }
        return count
    }

    /// The parts of a line between bars, white space at their ends removed; one more than there are bars.
    /// Where escapes are honoured, a bar behind a backslash is text.
    static func parts(
        of line: LayoutLine, in text: LayoutText, honoursEscapes: Bool = false
    ) -> [String] {
        var parts: [String] = []
        var start = line.content.lowerBound
        var index = start
        func part(to end: Int) -> String {
            String(decoding: text.utf8[WhiteSpace.trimmed(start..<end, in: text.utf8)], as: UTF8.self)
        }
        while index < line.content.upperBound {
            if honoursEscapes, text.utf8[index] == UInt8(ascii: "\\") {
                index = min(index + 2, line.content.upperBound)
                continue
            }
            let length = length(in: text.utf8, at: index, end: line.content.upperBound)
            if length > 0 {
                parts.append(part(to: index))
                start = index + length
            }
            index += max(length, 1)
        }
        parts.append(part(to: line.content.upperBound))
        return parts
    }
}

/// Whether the rows of a table begin and end with a bar, as its header does.
struct OuterBars: Sendable {
    let leading: Bool
    let trailing: Bool

    /// Looks at the parts of the header, none of whose headings is empty at either end.
    init(header: [String]) {
        leading = header.count > 1 && header.first?.isEmpty ?? false
        trailing = header.count > 1 && header.last?.isEmpty ?? false
    }

    /// The cells of a line, outer bars taken off.
    func cells(_ parts: [String]) -> [String] {
        var cells = parts[...]
        guard cells.count > 1 else { return parts }
        if leading, cells.first?.isEmpty ?? false { cells = cells.dropFirst() }
        if trailing, cells.last?.isEmpty ?? false { cells = cells.dropLast() }
        return Array(cells)
    }
}
