// 等 and what follows it: 等部门, 等6部门, 等市直有关部门.

extension UnitParser {
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
    mutating func readOpenEnd(_ name: Int, _ index: Int, _ end: Int) -> Int? {
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
