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
        if isSkipping { return }
        if isBehindOpenEnd, generalNoun(name, end) == end {
            // 等有关部门、单位: a further noun of the open end.
            return
        }
        isBehindOpenEnd = false
        let first = name
        var index = name
        while index < end {
            if index == name, let known = options.known, let found = knownName(known, from: index) {
                addItem(index, found.end, known: found.kind)
                name = skipOpening(found.end, end)
                if name > found.end { cross(.weak) }
                index = name
                continue
            }
            let flags = words.classes[glyphs.codes[index]]
            if flags == 0, glyphs.gaps[index] == .none {
                index += 1
                continue
            }
            if flags & 0x0F == GlyphClasses.Mark.open.rawValue || flags & 0x0F == GlyphClasses.Mark.close.rawValue {
                index = readBracket(index, end, name: &name)
                continue
            }
            if glyphs.gaps[index] != .none, index > name, separatesAtGap(name, index, end) {
                addName(name, index)
                cross(.weak)
                name = readBareLabel(skipOpening(index, end), end)
                if name > index {
                    index = name
                    continue
                }
            }
            if flags & 0x0F != 0, separatesAtNumber(name, index, end) {
                addName(name, index)
                cross(.strong)
                index += 1
                name = index
                continue
            }
            if flags & GlyphClasses.phrase != 0, let next = readPhrase(name, index, end, isFirst: index == first) {
                name = skipOpening(next, end)
                index = name
                continue
            }
            if flags & GlyphClasses.openEnd != 0, let next = readOpenEnd(name, index, end) {
                name = skipOpening(next, end)
                if name > next { cross(.weak) }
                index = name
                continue
            }
            if flags & GlyphClasses.conjunction != 0 {
                let length = conjunction(name, index, end)
                if length > 0 {
                    addName(name, index)
                    cross(.weak)
                    index += length
                    name = index
                    continue
                }
            }
            if flags & GlyphClasses.nameStart != 0, index > name, runsTogether(name, index, end) {
                doubts.append(Self.runTogether(text(name..<index)))
                addName(name, index)
                cross(.weak)
                name = index
            }
            index += 1
        }
        addName(name, end)
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
                if match.length > 0 { return index }
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

    /// Reads a bracket inside a part: passes over it, or ends the name before a remark.
    private mutating func readBracket(_ index: Int, _ end: Int, name: inout Int) -> Int {
        let next = min(skipBracket(index), end)
        switch brackets[index] {
        case .name, .plain, .separating: return next
        case .note, .leadNote, .responsibleNote, .assistingNote:
            let before = items.count
            let isLabel = name == index && (items.isEmpty || usesBracketLabels)
            addName(name, index)
            name = next
            guard let role = Self.role(of: brackets[index]) else { return next }
            hasRoles = true
            if isLabel || usesBracketLabels {
                // 【牵头单位】市教育局: the bracket labels what follows.
                usesBracketLabels = true
                startLabel()
                labelRole = role
            } else if startsWithAbove(index + 1) {
                apply(role == .lead ? .lead : role == .assisting ? .assist : .duty)
            } else if items.count > before {
                items[items.count - 1].role = role
            }
            return next
        }
    }

    /// 以上, 上述 or 均: a remark about all the names before it.
    private func startsWithAbove(_ index: Int) -> Bool {
        guard index + 1 < glyphs.count else { return false }
        switch glyphs.codes[index] {
        case 0x5747, 0x90FD: return true
        case 0x4EE5: return glyphs.codes[index + 1] == 0x4E0A
        case 0x4E0A: return glyphs.codes[index + 1] == 0x8FF0
        default: return false
        }
    }

    private static func role(of use: BracketUse) -> Role? {
        switch use {
        case .leadNote: .lead
        case .responsibleNote: .responsible
        case .assistingNote: .assisting
        default: nil
        }
    }

    /// 1.市教育局2.市财政局: a number between two names.
    private func separatesAtNumber(_ name: Int, _ index: Int, _ end: Int) -> Bool {
        guard words.classes.mark(glyphs.codes[index]) == .digit, index + 1 < end, index > name else { return false }
        let next = words.classes.mark(glyphs.codes[index + 1])
        return next == .dot && isComplete(name, index)
    }

    /// Reads a role phrase; returns where the next name begins, or `nil` where there is no phrase.
    private mutating func readPhrase(_ name: Int, _ index: Int, _ end: Int, isFirst: Bool) -> Int? {
        guard let phrase = rolePhrase(index, end) else { return nil }
        let isEmpty = index == name
        if !isEmpty, isInsideWord(name, index, end) { return nil }
        if isEmpty, items.isEmpty, phrase.meaning != .lead, phrase.meaning != .assist { return nil }
        if phrase.end < end {
            if words.words.longest(in: glyphs.codes, from: phrase.end, to: end, .afterNoun).length > 0 { return nil }
        }
        if !phrase.isStrong {
            guard isEmpty || isComplete(name, index) else { return nil }
            if phrase.end < end || isEmpty, isComplete(index, end) { return nil }
        } else if !isEmpty, phrase.end < end, !isComplete(name, index), !isBehindGap(index) {
            // A verb inside a longer name, such as 配合 in the name of a committee.
            if isComplete(index, end), phrase.meaning != .join { return nil }
        }
        if isEmpty, isFirst, phrase.end < end, surelyStartsName(phrase.end, end) {
            return readLeadingPhrase(phrase)
        }
        if isEmpty, phrase.end < end, items.isEmpty { return nil }
        addName(name, index)
        apply(phrase.meaning)
        guard phrase.end < end else { return end }
        if phrase.meaning != .duty, phrase.meaning != .weak, startsNextName(phrase.end, end) {
            cross(.comma)
            return phrase.end
        }
        isBehindFreeText = true
        return end
    }

    /// 会同市财政局 or 牵头市教育局 at the start of a part.
    private mutating func readLeadingPhrase(_ phrase: RolePhrase) -> Int? {
        switch phrase.meaning {
        case .join: apply(.join)
        case .lead:
            labelRole = .lead
            hasRoles = true
        case .assist:
            labelRole = .assisting
            hasRoles = true
        case .duty, .weak: return nil
        }
        reach = items.count
        return phrase.end
    }

    /// 协办 in 政协办: a word begins before the phrase and ends inside it.
    private func isInsideWord(_ name: Int, _ index: Int, _ end: Int) -> Bool {
        for start in max(name, index - 3)..<index {
            let match = words.words.longest(
                in: glyphs.codes, from: start, to: end, [.stem, .organ, .localBody, .partyOffice, .partyDepartment])
            if start + match.length > index { return true }
        }
        return false
    }

    private func startsNextName(_ start: Int, _ end: Int) -> Bool {
        surelyStartsName(start, end) || (startsName(start, end) && isComplete(start, end))
    }

    private func isBehindGap(_ index: Int) -> Bool { glyphs.gaps[index] != .none }

    /// The end of 有关部门、单位 and the like; `start` where there is none.
    func generalNoun(_ start: Int, _ end: Int) -> Int {
        // A list of nouns longer than this is none that anybody writes, and each look at it stays short.
        let end = min(end, start + 64)
        var index = start
        var isNoun = false
        var last = start
        while index < end {
            if isNoun, words.classes[glyphs.codes[index]] & GlyphClasses.conjunction != 0 {
                guard isGeneralNoun(from: index + 1, end) else { break }
                index += 1
                continue
            }
            if isNoun, glyphs.codes[index] == 0x28, partner[index] > Int32(index), Int(partner[index]) < end {
                index = Int(partner[index]) + 1
                last = index
                continue
            }
            let match = words.words.longest(
                in: glyphs.codes, from: index, to: end, [.general, .generalModifier, .several])
            guard match.length > 0 else { break }
            isNoun = match.kinds.contains(.general)
            index += match.length
            if isNoun { last = index }
        }
        return last
    }

    /// Whether a general noun, modifiers before it, begins here.
    private func isGeneralNoun(from start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end {
            let match = words.words.longest(in: glyphs.codes, from: index, to: end, [.general, .generalModifier])
            if match.length == 0 { return false }
            if match.kinds.contains(.general) { return true }
            index += match.length
        }
        return false
    }

    /// Reads 等 with what follows; returns where the next name begins.
    private mutating func readOpenEnd(_ name: Int, _ index: Int, _ end: Int) -> Int? {
        if index > name {
            // 高等 中等 初等 同等 平等 均等 对等 优等
            switch glyphs.codes[index - 1] {
            case 0x9AD8, 0x4E2D, 0x521D, 0x540C, 0x5E73, 0x5747, 0x5BF9, 0x4F18: return nil
            default: break
            }
        } else if items.isEmpty {
            return nil
        }
        addName(name, index)
        guard !items.isEmpty else { return nil }
        var next = index + 1
        let last = items.count - 1
        let count = countedNoun(next, end)
        if let count {
            next = count.end
            items[last].isOpen = !isWholeList(count.number)
        } else if !namesLevel(next, end), case let noun = generalNoun(next, end), noun > next {
            items[last].isOpen = true
            items[last].sharedNoun = sharedNoun(next, noun)
            next = noun
            isBehindOpenEnd = true
        } else if let noun = unknownGeneralNoun(next, end) {
            items[last].isOpen = true
            next = noun
        } else if next < end, startsTail(next, end) {
            // 等市政府有关部门: the tail is a unit of its own.
            cross(.weak)
            isTailNext = true
            return next
        } else {
            items[last].isOpen = true
        }
        return next
    }

    /// 专营单位: a general noun with an unknown word before it, but no level.
    private func unknownGeneralNoun(_ start: Int, _ end: Int) -> Int? {
        guard start < end, !namesLevel(start, end) else { return nil }
        let stop = nextStop(start, end)
        guard stop - start <= 8, let ending = ending(start, stop), ending.kinds.contains(.classEnd),
            words.words.longest(in: glyphs.codes, from: ending.start, to: stop, .placeClass).length == 0
        else { return nil }
        return stop
    }

    /// Whether a general noun behind 等 names its level: 市直有关部门, 市级部门.
    private func namesLevel(_ start: Int, _ end: Int) -> Bool {
        var start = start
        while start < end {
            let several = words.words.longest(in: glyphs.codes, from: start, to: end, .several).length
            guard several > 0 else { break }
            start += several
        }
        guard start < end else { return false }
        let match = words.words.longest(in: glyphs.codes, from: start, to: end, [.level, .generalModifier])
        if match.kinds.contains(.level) { return true }
        guard match.kinds.contains(.generalModifier) else { return false }
        // 市直 县属 驻市
        let first = glyphs.codes[start]
        return [0x5E02, 0x53BF, 0x533A, 0x7701, 0x5DDE, 0x9547, 0x4E61, 0x76DF, 0x65D7, 0x9A7B, 0x4E2D].contains(first)
            && match.length >= 2
    }

    private func startsTail(_ start: Int, _ end: Int) -> Bool {
        if words.classes[glyphs.codes[start]] & (GlyphClasses.conjunction | GlyphClasses.phrase) != 0 {
            if conjunctionLength(start, end) > 0 { return false }
            if let phrase = rolePhrase(start, end), phrase.isStrong { return false }
        }
        if glyphs.codes[start] == 0x28 { return false }
        return namesLevel(start, end) || startsName(start, end)
    }

    /// 部门 of 等有关部门, which the names before it may share.
    private func sharedNoun(_ start: Int, _ end: Int) -> Range<Int> {
        guard end > start + 1 else { return 0..<0 }
        for index in start..<(end - 1) {
            // 部门 企业
            let isDepartment = glyphs.codes[index] == 0x90E8 && glyphs.codes[index + 1] == 0x95E8
            if isDepartment || glyphs.codes[index] == 0x4F01 && glyphs.codes[index + 1] == 0x4E1A {
                return index..<(index + 2)
            }
        }
        return 0..<0
    }

    /// 6部门, 六个部门, 8个部门和单位, 多家单位.
    func countedNoun(_ start: Int, _ end: Int) -> (number: Int?, end: Int)? {
        var index = start
        var number: Int? = 0
        while index < end {
            let code = glyphs.codes[index]
            if let digit = Self.figure(code) {
                number = number.flatMap {
                    $0 > 999
                        ? nil
                        : code < 0x100
                            ? $0 * 10 + digit : digit == 10 ? max($0, 1) * 10 : ($0 % 10 == 0 ? $0 : 0) + digit
                }
            } else if code == 0x591A || code == 0x4F59 || code == 0x51E0 || code == 0x6570 {  // 多 余 几 数
                number = nil
            } else {
                break
            }
            index += 1
        }
        guard index > start else { return nil }
        if index < end, [0x4E2A, 0x5BB6, 0x7C7B, 0x5927].contains(glyphs.codes[index]) { index += 1 }  // 个 家 类 大
        let noun = generalNoun(index, end)
        if noun > index { return (number, noun) }
        let place = words.words.longest(in: glyphs.codes, from: index, to: end, .placeClass).length
        guard place > 0 else { return nil }
        var after = index + place
        if after < end, glyphs.codes[after] == 0x28, let close = levelBracket(after), close < end { after = close + 1 }
        return (number, after)
    }

    private static func figure(_ code: UInt16) -> Int? {
        switch code {
        case 0x30...0x39: Int(code) - 0x30
        case 0x4E00: 1
        case 0x4E8C, 0x4E24: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        case 0x5341: 10
        default: nil
        }
    }

    /// Whether a count says that the list is whole: as many names as it counts, in this list or in the cell.
    private func isWholeList(_ number: Int?) -> Bool {
        guard let number else { return false }
        var inList = 0
        for item in items.reversed() {
            inList += 1
            if item.separator > .weak || inList > number { break }
        }
        return number == inList || number == items.count
    }
}
