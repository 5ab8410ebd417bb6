internal import FenjieGrammar
internal import FenjieModel

/// A row of headings found in running text.
struct FoundHeader: Sendable {
    /// The headings in order.
    var headings: [Heading]
    /// The lines that hold them, as indices of `LayoutText.lines`; blank lines between them included.
    var lines: ClosedRange<Int>
    /// Whether several headings share a line.
    var isSideBySide: Bool

    /// All words of the header without white space, to know it again on the next page.
    var key: [UInt8] { headings.flatMap { CellKind.compacted($0.text.utf8) } }
}

/// Finds the headings of a table among lines without separators.
struct HeaderFinder: Sendable {
    let vocabulary: HeadingVocabulary

    /// How many words or lines one heading may be broken into.
    private let longestBreak = 4
    /// How many headings a header may have.
    private let mostHeadings = 40
    /// How many filled lines are searched: no notice is longer, and asking for each word takes its time.
    private let mostLines = 10_000

    /// The first header at or below a line.
    func find(in text: LayoutText, from start: Int = 0) -> FoundHeader? {
        var searched = 0
        for index in start..<max(start, text.lines.count) where !text.lines[index].isBlank {
            guard searched < mostLines else { return nil }
            searched += 1
            guard text.lines[index].content.count <= 1_000 else { continue }
            if let header = header(in: text, at: index) { return header }
        }
        return nil
    }

    /// The header that begins on a line.
    func header(in text: LayoutText, at index: Int) -> FoundHeader? {
        if let header = sideBySide(in: text, at: index) { return header }
        return oneBelowTheOther(in: text, at: index)
    }

    /// Headings on one line, and on the lines right below as long as those hold nothing else.
    func sideBySide(in text: LayoutText, at index: Int) -> FoundHeader? {
        guard var headings = headings(on: text.lines[index], of: text), known(headings) >= 2, headings.count >= 2 else {
            return nil
        }
        var last = index
        while last + 1 < text.lines.count, !text.lines[last + 1].isBlank, headings.count < mostHeadings,
            let more = self.headings(on: text.lines[last + 1], of: text), known(more) == more.count
        {
            headings += more
            last += 1
        }
        return FoundHeader(headings: headings, lines: index...last, isSideBySide: true)
    }

    /// The words of a line as headings; `nil` where something else stands there.
    private func headings(on line: LayoutLine, of text: LayoutText) -> [Heading]? {
        let words = SpacedWord.words(of: line, in: text)
        guard !words.isEmpty, words.count <= 100 else { return nil }
        let isAligned = words.dropFirst().contains(where: \.isApart)
        var found: [Heading] = []
        var unknown = 0
        var withFigures = 0
        var index = 0
        while index < words.count {
            if let (heading, count) = heading(words[index...], line: line.number) {
                found.append(heading)
                index += count
                continue
            }
            var name = words[index].text
            index += 1
            // Where wide gaps part the headings, single spaces stand within them.
            while isAligned, index < words.count, !words[index].isApart,
                heading(words[index...], line: line.number) == nil
            {
                name += " " + words[index].text
                index += 1
            }
            guard Self.mayBeHeading(name, withFigures: true) else { return nil }
            if !Self.mayBeHeading(name) { withFigures += 1 }
            unknown += 1
            found.append(Heading(text: name, field: nil, line: line.number))
        }
        let known = found.count - unknown
        // 2026年目标 is a heading only among others: figures stand in rows.
        guard withFigures == 0 || known >= 3 else { return nil }
        return unknown <= known && found.count <= mostHeadings ? found : nil
    }

    /// A heading at the start of some words, broken ones joined; the longest that is known.
    private func heading(_ words: ArraySlice<SpacedWord>, line: Int) -> (Heading, count: Int)? {
        var text = ""
        var best: (heading: Heading, count: Int)?
        var longest = 0
        for (count, next) in words.prefix(longestBreak).enumerated() {
            let before = text
            let word = next.text
            longest = max(longest, word.utf8.count)
            // Only the characters of a short heading are set wide apart: 备　　注.
            guard count == 0 || !next.isApart || longest <= (best == nil ? 6 : 3) else { break }
            text += word
            guard text.utf8.count <= 90, !Self.isTitle(text), FormLabel(parsing: text)?.value.isEmpty ?? true else {
                break
            }
            guard let field = vocabulary.field(of: text) else { continue }
            if let best, !isOne(best.heading, piece: before, with: word, meaning: field) { break }
            best = (Heading(text: text, field: field, line: line), count + 1)
        }
        return best
    }

    /// Whether two words that may each be a heading are one that was broken: 序 号 and 责任 单位, not 责任单位 联系人.
    private func isOne(_ heading: Heading, piece: String, with word: String, meaning field: Field) -> Bool {
        // 序号 says all; what follows are the letters of the next heading, set apart.
        if heading.field == .number, piece.utf8.count >= 6, word.utf8.count <= 3 { return false }
        guard let other = vocabulary.field(of: word) else { return true }
        guard min(piece.utf8.count, word.utf8.count) <= 6, piece.utf8.count + word.utf8.count <= 15 else {
            return false
        }
        // 序号, 时限 and 单位 say all there is to say; 工作 and 责任 wait for a noun.
        let isWhole = heading.field == .number || heading.field == .deadline || piece.hasSuffix("单位")
        return heading.field == other
            || !isWhole && field == other && ColumnRole(other) != .unit && piece.utf8.count <= 6
    }

    /// Headings each on a line or paragraph of its own.
    private func oneBelowTheOther(in text: LayoutText, at start: Int) -> FoundHeader? {
        guard text.lines[start].content.count <= 90 else { return nil }
        let opening = words(Self.filledLines(in: text, from: start, count: longestBreak)[...], of: text)
        guard let first = opening.first, !Self.isProse(first.text), heading(opening[...], line: 0) != nil else {
            return nil
        }
        var headings: [Heading] = []
        var last = start
        var pending: [(heading: Heading, index: Int)] = []
        var lines = Self.filledLines(in: text, from: start, count: mostHeadings + longestBreak)[...]
        while let first = lines.first, headings.count < mostHeadings {
            if !Self.isProse(text.text(text.lines[first])),
                let (heading, count) = heading(
                    words(lines.prefix(longestBreak), of: text), line: text.lines[first].number)
            {
                headings += pending.map(\.heading) + [heading]
                pending = []
                last = lines[lines.startIndex + count - 1]
                lines = lines.dropFirst(count)
            } else {
                let word = text.text(text.lines[first])
                // A table has its number column first; what stands before the first number is its header.
                let isNumber = ItemNumber(parsing: CellKind.compacted(word.utf8)) != nil
                if isNumber, headings.first?.field == .number, !pending.isEmpty {
                    headings += pending.map(\.heading)
                    last = pending[pending.count - 1].index
                }
                guard !headings.isEmpty, !isNumber, pending.count < 3, Self.mayBeHeading(word) else { break }
                pending.append((Heading(text: word, field: nil, line: text.lines[first].number), first))
                lines = lines.dropFirst()
            }
        }
        guard
            known(headings) >= 3 || known(headings) == 2 && headings.contains(where: { ColumnRole($0.field) == .unit })
        else { return nil }
        return FoundHeader(headings: headings, lines: start...last, isSideBySide: false)
    }

    /// Whether a line that may sound like a heading is a sentence or an item: 制定本方案。 一、总体要求
    private static func isProse(_ line: String) -> Bool {
        line.unicodeScalars.last.map(OutlineText.isTerminal) ?? false || GroupNumber.leads(Array(line.utf8))
    }

    /// Whole lines as words.
    private func words(_ lines: ArraySlice<Int>, of text: LayoutText) -> ArraySlice<SpacedWord> {
        lines.map { SpacedWord(text.text(text.lines[$0])) }[...]
    }

    private func known(_ headings: [Heading]) -> Int { headings.count { $0.field != nil } }

    private static func filledLines(in text: LayoutText, from start: Int, count: Int) -> [Int] {
        var found: [Int] = []
        var index = start
        var blanks = 0
        while index < text.lines.count, found.count < count, blanks < 4 {
            if text.lines[index].isBlank {
                blanks += 1
            } else {
                guard text.lines[index].content.count <= 90 else { break }
                found.append(index)
                blanks = 0
            }
            index += 1
        }
        return found
    }

    /// Whether a text names a table rather than one of its columns, whatever words of a heading it holds.
    private static func isTitle(_ text: String) -> Bool {
        let bytes = CellKind.compacted(text.utf8)
        return bytes.count >= 24 && ["表", "清单", "台账", "方案", "计划"].contains { bytes.ends(with: $0) }
    }

    /// The parts of a line between white space.
    static func words(of line: LayoutLine, in text: LayoutText) -> [String] {
        SpacedWord.words(of: line, in: text).map(\.text)
    }

    /// Whether a word is short and plain enough to be a heading that the vocabulary lacks.
    private static func mayBeHeading(_ word: String, withFigures: Bool = false) -> Bool {
        let bytes = Array(word.utf8)
        guard (3...36).contains(bytes.count), !GroupNumber.leads(bytes) else { return false }
        if bytes.contains(where: { (0x30...0x39).contains($0) }) {
            guard withFigures, bytes.contains(where: { $0 >= 0xE4 }) else { return false }
        }
        return !["。", "，", "；", "：", "、", "《", ":", ";", ","].contains { mark in
            word.unicodeScalars.contains { $0 == mark.unicodeScalars.first }
        }
    }
}
