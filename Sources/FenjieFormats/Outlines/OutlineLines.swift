internal import FenjieGrammar

/// The lines of a text that carry it: without page numbers, rules, and headings printed on each page.
struct OutlineLines: Sendable {
    private(set) var all: [OutlineLine] = []
    /// Lines that look like rows of a table.
    private(set) var tableLines = 0
    /// Whether most lines are parted by blank ones.
    private(set) var isDoubleSpaced = false

    /// Takes the lines of a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - countsNouns: whether 任务一： is an ordinal; elsewhere it is a label.
    init(_ text: LayoutText, countsNouns: Bool = false) {
        let repeated = Self.pageHeadings(of: text)
        var followsBlank = true
        for line in text.lines {
            if line.isBlank {
                followsBlank = true
                continue
            }
            let raw = text.text(line)
            if Self.isFurniture(line, raw, in: text) || repeated.contains(raw) {
                continue
            }
            let bytes = text.utf8[line.content]
            if bytes.first == UInt8(ascii: "|") || text.utf8[line.range].contains(0x09) { tableLines += 1 }
            all.append(OutlineLine(number: line.number, raw: raw, followsBlank: followsBlank))
            followsBlank = false
        }
        let blank = all.dropFirst().filter(\.followsBlank).count
        isDoubleSpaced = all.count > 3 && blank * 10 >= all.count * 6
        markFullLines()
        if countsNouns { markCountedNouns() }
    }

    /// Takes 任务一：, 任务二： for ordinals, where they stand right below the widest headings or none.
    private mutating func markCountedNouns() {
        var found: [(index: Int, numbering: Numbering)] = []
        for (index, line) in all.enumerated() {
            if let style = line.numbering?.style {
                guard !found.isEmpty || style < .chineseInBrackets else { return }
            } else if let noun = Numbering(
                countedNounOf: OutlineText.string(line.text.prefix(40)), as: .chineseInBrackets)
            {
                found.append((index, noun))
            }
        }
        guard found.count >= 2 else { return }
        for (index, numbering) in found { all[index].numbering = numbering }
    }

    private static func isFurniture(_ line: LayoutLine, _ raw: String, in text: LayoutText) -> Bool {
        if PageFurniture.isPageNumber(line, in: text) { return true }
        // A figure alone, and a drawn rule.
        if raw.utf8.count <= 3, raw.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        if PageFurniture.isRule(line, in: text) { return true }
        return raw.utf8.count >= 3 && raw.utf8.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: " ") }
    }

    /// Short lines that a page carries at its head or foot: the same text three times, no ordinal, no label.
    private static func pageHeadings(of text: LayoutText) -> Set<String> {
        var counts: [String: Int] = [:]
        for line in text.lines where !line.isBlank && line.content.count <= 120 {
            counts[text.text(line), default: 0] += 1
        }
        return Set(
            counts.filter { raw, count in
                count >= 3 && Numbering(parsing: raw) == nil && !raw.hasPrefix("#")
                    && !raw.unicodeScalars.contains { OutlineText.isMark($0) || OutlineText.isClosing($0) }
            }.keys)
    }

    /// Finds the width at which a text was wrapped, if it was, and the lines that reach it.
    private mutating func markFullLines() {
        let widths = all.map { $0.text.count }.sorted()
        guard widths.count >= 4 else { return }
        let widest = widths[widths.count * 9 / 10]
        let near = widths.filter { $0 * 100 >= widest * 85 && $0 <= widest + 4 }.count
        guard widest >= 15, widest <= 80, near * 10 >= widths.count * 4 else { return }
        for index in all.indices { all[index].isFull = all[index].text.count * 100 >= widest * 88 }
    }
}
