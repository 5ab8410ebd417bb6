// Where white space parts two names, and where it stands inside one: `+Lines` tells of line breaks.

extension UnitParser {
    /// Whether white space parts two names rather than standing inside one.
    func separatesAtGap(_ name: Int, _ index: Int, _ end: Int) -> Bool {
        guard isComplete(name, index) else { return false }
        let isLine = glyphs.gaps[index] == .line
        if isLine, isWholeOfItsOwn(name, index, end) { return true }
        if wordCrosses(name, index, end) { return false }
        if isPersonalName(index, nextGap(index, end)) { return true }
        if isLine { return separatesAtLine(name, index, end) }
        if isPlaceAlone(name, index),
            words.words.longest(in: glyphs.codes, from: index, to: end, .organ).length > 0
        {
            return false
        }
        if isBareOrgan(name, index), !surelyStartsName(index, end) { return false }
        return startsName(index, end)
            || words.words.longest(
                in: glyphs.codes, from: index, to: end, [.dutyLabel, .leadLabel, .assistLabel, .otherLabel]
            ).length > 3
    }

    /// Whether a name ends in a place, and in no body: 城关镇.
    func isPlaceAlone(_ name: Int, _ index: Int) -> Bool {
        ending(name, index).map { $0.kinds.contains(.placeEnd) && !$0.kinds.contains(.body) } ?? false
    }

    /// The end of the word or line that begins at a glyph: the next white space or mark.
    func nextGap(_ start: Int, _ end: Int) -> Int {
        var index = start + 1
        while index < end, glyphs.gaps[index] == .none, words.classes[glyphs.codes[index]] & 0x0F == 0 { index += 1 }
        return index
    }

    /// Whether a word begins before a gap and ends behind it: 办｜公室.
    private func wordCrosses(_ name: Int, _ index: Int, _ end: Int) -> Bool {
        for start in max(name, index - 4)..<index {
            let match = words.words.longest(
                in: glyphs.codes, from: start, to: end,
                [
                    .stem, .organ, .localBody, .partyDepartment, .partyOffice, .zone, .general, .level, .noLevel,
                    .section,
                ])
            if start + match.length > index, start + match.length <= end { return true }
        }
        for stop in (index + 1)..<(min(index + 4, end) + 1) {
            let match = words.endings.longestBackwards(
                in: glyphs.codes, from: name, to: stop, [.body, .classEnd, .placeEnd])
            if stop - match.length < index, match.length > stop - index,
                words.endings.longestBackwards(in: glyphs.codes, from: index, to: stop, [.body, .classEnd, .placeEnd])
                    .length == 0 || match.length - (stop - index) <= 2 && stop - index < 3 && match.length >= 3
            {
                return true
            }
        }
        return false
    }
}
