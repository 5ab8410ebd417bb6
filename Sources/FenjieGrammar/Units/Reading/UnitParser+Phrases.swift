// Role phrases inside a part: what they end, and where the next name begins.

extension UnitParser {
    /// Reads a role phrase; returns where the next name begins, or `nil` where there is no phrase.
    mutating func readPhrase(_ name: Int, _ index: Int, _ end: Int, isFirst: Bool) -> Int? {
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
}
