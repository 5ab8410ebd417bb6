/// A decoded text, split once into lines for all layouts.
///
/// Lines end at LF, CRLF, CR, form feed, U+0085, U+2028 or U+2029; a form feed also starts a page. Line numbers are those
/// of an editor: form feeds and the Unicode separators part lines but do not count.
public struct LayoutText: Sendable {
    /// The whole text.
    public let utf8: [UInt8]
    /// The lines in order.
    public let lines: [LayoutLine]

    /// Splits a text.
    ///
    /// - Parameter text: the decoded text; a byte order mark at its start is skipped.
    public init(_ text: String) {
        self.init(utf8: Array(text.utf8))
    }

    /// Splits UTF-8 bytes that are known to be valid.
    ///
    /// - Parameter utf8: the bytes; a byte order mark at their start is skipped.
    public init(utf8: [UInt8]) {
        self.utf8 = utf8
        lines = LineSplitter.lines(of: utf8)
    }

    /// Some lines of a text; they keep their numbers.
    init(_ whole: LayoutText, lines: ArraySlice<LayoutLine>) {
        utf8 = whole.utf8
        self.lines = Array(lines)
    }

    /// The text of a line without white space at its ends.
    public func text(_ line: LayoutLine) -> String { String(decoding: utf8[line.content], as: UTF8.self) }

    /// The text of a line as it stands, without its line end.
    public func wholeText(_ line: LayoutLine) -> String { String(decoding: utf8[line.range], as: UTF8.self) }
}

/// One line of a text: where it lies and what it looks like.
public struct LayoutLine: Sendable, Hashable {
    /// The line in the file, counted from 1.
    public let number: Int
    /// The bytes without the line end.
    public let range: Range<Int>
    /// The bytes without white space at both ends; empty for a white-space-only line.
    public let content: Range<Int>
    /// Whether a form feed stands before the line.
    public let startsPage: Bool

    /// Whether there is nothing but white space.
    public var isBlank: Bool { content.isEmpty }
    /// The bytes of white space before the content.
    public var indentation: Range<Int> { range.lowerBound..<content.lowerBound }
}

/// Finds line ends and white space in UTF-8.
private enum LineSplitter {
    static func lines(of bytes: [UInt8]) -> [LayoutLine] {
        var lines: [LayoutLine] = []
        var number = 1
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var startsPage = false
        var index = start
        while index < bytes.count {
            guard let end = lineEnd(in: bytes, at: index) else {
                index += 1
                continue
            }
            let isEmptyBeforeFeed = end.startsPage && index == start
            if !isEmptyBeforeFeed {
                lines.append(line(number, start..<index, in: bytes, startsPage: startsPage))
                startsPage = false
            }
            if end.counts { number += 1 }
            startsPage = startsPage || end.startsPage
            index += end.length
            start = index
        }
        if start < bytes.count { lines.append(line(number, start..<bytes.count, in: bytes, startsPage: startsPage)) }
        return lines
    }

    private static func lineEnd(
        in bytes: [UInt8], at index: Int
    ) -> (length: Int, counts: Bool, startsPage: Bool)? {
        switch bytes[index] {
        case 0x0A: return (1, true, false)
        case 0x0D:
            let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
            return (isPair ? 2 : 1, true, false)
        case 0x0C: return (1, false, true)
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85: return (2, false, false)
        case 0xE2
        where index + 2 < bytes.count && bytes[index + 1] == 0x80
            && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
            return (3, false, false)
        default: return nil
        }
    }

    private static func line(_ number: Int, _ range: Range<Int>, in bytes: [UInt8], startsPage: Bool) -> LayoutLine {
        LayoutLine(
            number: number, range: range, content: WhiteSpace.trimmed(range, in: bytes), startsPage: startsPage)
    }
}
