internal import FenjieModel

// From glyphs to items: what is a name, what is only a remark.

extension UnitParser {
    /// Adds the name that some glyphs hold, cut further where names run together.
    mutating func addName(_ start: Int, _ end: Int) {
        var start = start
        var end = end
        while start < end, isIgnorable(start) { start += 1 }
        while end > start, isIgnorable(end - 1) { end -= 1 }
        guard start < end, !isSkipping else { return }
        if let kept = withoutCount(start, end) { end = kept }
        if isNone(start, end) || meansSameAsAbove(start, end) || isRemarkText(start, end) { return }
        for cut in zoneCuts(start, end) + placeCuts(start, end) + bodyCuts(start, end) where cut > start {
            doubts.append(Self.runTogether(text(start..<cut)))
            addItem(start, cut)
            cross(.weak)
            start = cut
        }
        addItem(start, end)
    }

    mutating func addItem(_ start: Int, _ end: Int, known: UnitItem.Knowledge = .none) {
        var item = UnitItem(start: start, end: end, separator: separator)
        item.knowledge = known
        item.shape = shape(start, end)
        item.role = isJoining ? .assisting : labelRole
        item.isRoleGeneral = !isJoining && labelRole == .responsible
        item.isOpenTail = isTailNext
        isTailNext = false
        items.append(item)
        separator = .start
    }

    private func isIgnorable(_ index: Int) -> Bool {
        switch words.classes.mark(glyphs.codes[index]) {
        case .bullet, .dot, .enumeration, .comma, .semicolon, .stop, .slash, .colon: true
        default: false
        }
    }

    /// 无 and the like: no unit at all.
    private func isNone(_ start: Int, _ end: Int) -> Bool {
        switch end - start {
        case 1: glyphs.codes[start] == 0x65E0 || isNumeral(glyphs.codes[start])  // 无
        case 2:
            (glyphs.codes[start] == 0x6682 && glyphs.codes[start + 1] == 0x65E0)  // 暂无
                || (glyphs.codes[start] == 0x5F85 && glyphs.codes[start + 1] == 0x5B9A)  // 待定
        default: false
        }
    }

    /// 同上 and 〃: what they stand for is told by the table, not by the cell.
    mutating func meansSameAsAbove(_ start: Int, _ end: Int) -> Bool {
        let first = glyphs.codes[start]
        // 同 如 与, or no Chinese character: few names are worth a closer look.
        guard end - start <= 8, first < 0x4E00 || [0x540C, 0x5982, 0x4E0E].contains(first) else { return false }
        let name = text(start..<end)
        guard SameAsAbove.isMeant(by: name) else { return false }
        doubts.append(Self.leftOut(name))
        return true
    }

    /// 省国资委6部门: the name without the count of the list.
    private func withoutCount(_ start: Int, _ end: Int) -> Int? {
        var index = end - 1
        let limit = max(start + 1, end - 14)
        while index > limit {
            if isNumeral(glyphs.codes[index]), !isNumeral(glyphs.codes[index - 1]),
                isComplete(start, index) || isCountable(start, index),
                let count = countedNoun(index, end), count.end == end
            {
                return index
            }
            index -= 1
        }
        return nil
    }

    private func isCountable(_ start: Int, _ end: Int) -> Bool {
        separator == .weak && !items.isEmpty && end - start >= 2
    }

    /// Text that is no name: dates, personal names behind a unit, what a verb goes on to say.
    private mutating func isRemarkText(_ start: Int, _ end: Int) -> Bool {
        if !items.isEmpty, glyphs.gaps[start] != .none || isBehindPerson, isPersonalName(start, end) {
            isBehindPerson = true
            doubts.append(Self.leftOut(text(start..<end)))
            return true
        }
        isBehindPerson = false
        var hasDigit = false
        for index in start..<min(end, start + 24) where words.classes.mark(glyphs.codes[index]) == .digit {
            hasDigit = true
            // 2022年, 12月, 30日
            if index + 1 < end, [0x5E74, 0x6708, 0x65E5].contains(glyphs.codes[index + 1]) {
                doubts.append(Self.leftOut(text(start..<end)))
                return true
            }
        }
        if hasDigit, !hasLetters(start, end) { return true }
        guard isBehindFreeText else { return false }
        if isComplete(start, end) && startsName(start, end) {
            isBehindFreeText = false
            return false
        }
        return true
    }

    private func hasLetters(_ start: Int, _ end: Int) -> Bool {
        for index in start..<end {
            switch words.classes.mark(glyphs.codes[index]) {
            case .none, .letter: return true
            default: continue
            }
        }
        return false
    }

    /// Glyphs as text, without white space.
    func text(_ range: Range<Int>) -> String {
        var name: [UInt8] = []
        glyphs.append(range, to: &name)
        return String(decoding: name, as: UTF8.self)
    }

    static func leftOut(_ text: String) -> Finding {
        Finding(
            "unit-text-left-out", .info,
            message: Message("“\(text)”不是单位名称，未计入", "“\(text)” is no unit and was left out"))
    }
}
