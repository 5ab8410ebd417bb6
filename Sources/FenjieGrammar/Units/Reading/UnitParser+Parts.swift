// A part between two separators, cut where a role phrase, an open end, a conjunction or another name begins.

extension UnitParser {
    /// Reads the glyphs between two separators.
    mutating func readPart(_ start: Int, _ end: Int) {
        var name = skipOpening(start, end)
        guard name < end else { return }
        if firstLeads(name..<end) {
            doubts.append(Self.firstLeadsNote)
            return
        }
        name = readBareLabel(name, end)
        if isSkipping || isRemarkPart(name, end) { return }
        if isBehindOpenEnd, generalNoun(name, end) == end {
            // 等有关部门、单位: a further noun of the open end.
            return
        }
        isBehindOpenEnd = false
        var cursor = Cursor(first: name)
        while cursor.index < end { step(&cursor, end) }
        addName(cursor.name, end)
    }

    /// Where the name under way begins, and how far the reading is.
    private struct Cursor {
        /// Where the part begins.
        let first: Int
        var name: Int
        var index: Int

        init(first: Int) {
            self.first = first
            name = first
            index = first
        }

        /// Begins the next name.
        mutating func begin(at place: Int) {
            name = place
            index = place
        }
    }

    /// Reads one glyph, or all that belongs to a cut.
    private mutating func step(_ cursor: inout Cursor, _ end: Int) {
        let index = cursor.index
        if index == cursor.name, let known = options.known, let found = knownName(known, from: index) {
            addItem(index, found.end, known: found.kind)
            cursor.begin(at: skipOpening(found.end, end))
            if cursor.name > found.end { cross(.weak) }
            return
        }
        let flags = words.classes[glyphs.codes[index]]
        if flags == 0, glyphs.gaps[index] == .none {
            cursor.index += 1
            return
        }
        let mark = words.classes.mark(glyphs.codes[index])
        if mark == .open || mark == .close {
            cursor.index = readBracket(index, end, name: &cursor.name)
            return
        }
        if cutsAtMark(&cursor, mark, end) || cutsAtWord(&cursor, flags, end) { return }
        cursor.index += 1
    }

    /// Ends the name at white space or at the number of the next one.
    private mutating func cutsAtMark(_ cursor: inout Cursor, _ mark: GlyphClasses.Mark, _ end: Int) -> Bool {
        let index = cursor.index
        if glyphs.gaps[index] != .none, index > cursor.name, separatesAtGap(cursor.name, index, end) {
            addName(cursor.name, index)
            cross(.weak)
            cursor.begin(at: readBareLabel(skipOpening(index, end), end))
            if cursor.name > index { return true }
        }
        if mark == .bullet, index > cursor.name, isComplete(cursor.name, index), startsName(index + 1, end) {
            // 市教育局-市财政局
            addName(cursor.name, index)
            cross(.weak)
            cursor.begin(at: index + 1)
            return true
        }
        guard mark == .digit, separatesAtNumber(cursor.name, index, end) else { return false }
        addName(cursor.name, index)
        cross(.strong)
        cursor.begin(at: index + 1)
        return true
    }

    /// Ends the name at a role phrase, an open end, a conjunction or another name.
    private mutating func cutsAtWord(_ cursor: inout Cursor, _ flags: UInt8, _ end: Int) -> Bool {
        let index = cursor.index
        if flags & GlyphClasses.phrase != 0,
            let next = readPhrase(cursor.name, index, end, isFirst: index == cursor.first)
        {
            cursor.begin(at: skipOpening(next, end))
            return true
        }
        if flags & GlyphClasses.openEnd != 0, let next = readOpenEnd(cursor.name, index, end) {
            cursor.begin(at: skipOpening(next, end))
            if cursor.name > next { cross(.weak) }
            return true
        }
        if flags & GlyphClasses.conjunction != 0, case let length = conjunction(cursor.name, index, end), length > 0 {
            addName(cursor.name, index)
            cross(.weak)
            cursor.begin(at: index + length)
            return true
        }
        guard flags & GlyphClasses.nameStart != 0, index > cursor.name, runsTogether(cursor.name, index, end) else {
            return false
        }
        doubts.append(Self.runTogether(text(cursor.name..<index)))
        addName(cursor.name, index)
        cross(.weak)
        cursor.begin(at: index)
        cursor.index += 1
        return true
    }

    /// The glyph behind list marks and words that only introduce: 由, 以及, 其中.
    private func skipOpening(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end {
            switch words.classes.mark(glyphs.codes[index]) {
            case .bullet, .dot:
                index += 1
                continue
            case .digit:
                let number = listNumberEnd(index, end)
                if number > index {
                    index = number
                    continue
                }
            default: break
            }
            let length = Self.openingLength(glyphs.codes, index, end)
            if length > 0, index + length < end {
                let match = words.words.longest(in: glyphs.codes, from: index, to: end, .notConjunction)
                // 和县教育局: 和县 or a county's own office behind 和.
                if match.length > 0, !startsWithLevelAndBody(index + length, end) || items.isEmpty { return index }
                index += length
                continue
            }
            break
        }
        return index
    }

    /// Behind 2. or 2、 at the start of a line.
    private func listNumberEnd(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, words.classes.mark(glyphs.codes[index]) == .digit { index += 1 }
        guard index < end, words.classes.mark(glyphs.codes[index]) == .dot else { return start }
        return index + 1
    }

    private static func openingLength(_ codes: [UInt16], _ index: Int, _ end: Int) -> Int {
        switch codes[index] {
        case 0x7531: 1  // 由
        case 0x548C, 0x53CA, 0x4E0E, 0x66A8: 1  // 和 及 与 暨
        case 0x4EE5 where index + 1 < end && codes[index + 1] == 0x53CA: 2  // 以及
        case 0x5176 where index + 1 < end && codes[index + 1] == 0x4E2D: 2  // 其中
        case 0x5E76 where index + 1 < end && (codes[index + 1] == 0x7531 || codes[index + 1] == 0x4F1A): 1  // 并由 并会同
        default: 0
        }
    }

    /// 1.市教育局2.市财政局: a number between two names.
    private func separatesAtNumber(_ name: Int, _ index: Int, _ end: Int) -> Bool {
        guard words.classes.mark(glyphs.codes[index]) == .digit, index + 1 < end, index > name else { return false }
        let next = words.classes.mark(glyphs.codes[index + 1])
        return next == .dot && isComplete(name, index)
    }
}
