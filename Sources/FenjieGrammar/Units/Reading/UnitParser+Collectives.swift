// Names that stand for several units.

extension UnitParser {
    /// Whether a name stands for several units.
    func isCollective(_ item: UnitItem) -> Bool {
        if item.shape.isSeveral || hasSeveralWord(item.prefix) || hasSeveralWord(item.range)
            || hasSeveralWord(item.suffix)
        {
            return true
        }
        if isCounted(item) || isClassOfPlaces(item) || namesSeveralLevels(item) { return true }
        if isClassOfPlaces(item.prefix) { return true }
        if !item.suffix.isEmpty {
            return item.shape.stemEnd < item.end
                && words.words.longest(
                    in: glyphs.codes, from: item.suffix.lowerBound, to: item.suffix.upperBound, .placeClass
                ).length == 0
                && generalNoun(item.suffix.lowerBound, item.suffix.upperBound) == item.suffix.upperBound
        }
        return isGeneral(item)
    }

    /// 各, 有关 or 相关 outside brackets.
    private func hasSeveralWord(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            switch glyphs.codes[index] {
            case 0x5404: return true  // 各
            case 0x6709, 0x76F8:  // 有关 相关
                if index + 1 < range.upperBound, glyphs.codes[index + 1] == 0x5173 { return true }
                index += 1
            case 0x28: index = max(index + 1, min(skipBracket(index), range.upperBound))
            default: index += 1
            }
        }
        return false
    }

    /// 市县两级人民政府, 省、市、县三级教育部门.
    private func namesSeveralLevels(_ item: UnitItem) -> Bool {
        guard item.range.count > 4 else { return false }
        for index in (item.start + 1)..<min(item.end, item.start + 10) where glyphs.codes[index] == 0x7EA7 {
            if [0x4E24, 0x4E09, 0x56DB].contains(glyphs.codes[index - 1]) { return true }
        }
        return false
    }

    /// A restored prefix that is a class of places itself: 县（区） or 街道.
    private func isClassOfPlaces(_ prefix: Range<Int>) -> Bool {
        guard prefix.count > 1, let last = prefix.last else { return false }
        if glyphs.codes[last] == 0x29 { return true }
        return words.words.longest(
            in: glyphs.codes, from: prefix.lowerBound, to: prefix.upperBound, .placeClass
        ).length == prefix.count
            && words.words.longest(in: glyphs.codes, from: prefix.lowerBound, to: prefix.upperBound, .zone).length == 0
    }

    /// 9个县（市）区, 三大运营商.
    private func isCounted(_ item: UnitItem) -> Bool {
        guard isNumeral(glyphs.codes[item.start]) else { return false }
        return countedNoun(item.start, item.end) != nil
    }

    /// 乡镇人民政府, 县（市、区）, 街道办事处: a class, with an organ or a department or alone.
    private func isClassOfPlaces(_ item: UnitItem) -> Bool {
        let shape = item.shape
        let codes = glyphs.codes
        if shape.prefix == .level {
            if shape.isClassLevel { return true }
            let level = words.words.longest(in: codes, from: item.start, to: shape.prefixEnd, .placeClass)
            // 街道, 街道办事处 without a name.
            if level.length > 1 { return true }
            if shape.prefixEnd == item.end, item.suffix.isEmpty { return [0x9547, 0x4E61].contains(codes[item.start]) }
            // 镇人民政府（街道办事处）
            if codes[item.end - 1] == 0x29, shape.organEnd > 0, shape.organEnd == Int(partner[item.end - 1]) {
                return holdsOrgan(shape.organEnd + 1, item.end - 1)
            }
            return false
        }
        guard shape.prefix == .none, item.prefix.isEmpty else { return false }
        let match = words.words.longest(in: codes, from: item.start, to: item.end, .placeClass)
        guard match.length > 0 else { return false }
        if match.length < item.range.count {
            // 村（社区）
            let open = item.start + match.length
            return codes[open] == 0x28 && levelBracket(open) == item.end - 1
        }
        // 开发区, 高新区 and 管委会 without a name are the local ones.
        return words.words.longest(in: codes, from: item.start, to: item.end, [.zone, .organ]).kinds.isDisjoint(
            with: [.zone, .organ])
            || words.words.longest(in: codes, from: item.start, to: item.end, .general).length == item.range.count
            || glyphs.codes[item.start] == 0x8857 || codes[item.start] == 0x56ED
    }

    private func holdsOrgan(_ start: Int, _ end: Int) -> Bool {
        let place = words.words.longest(in: glyphs.codes, from: start, to: end, [.placeClass, .level]).length
        return place > 0 || words.words.longest(in: glyphs.codes, from: start, to: end, .organ).length > 0
    }

    /// 市直部门, 行业主管部门, 驻市企业: a general noun with nothing that names its matter.
    private func isGeneral(_ item: UnitItem) -> Bool {
        let shape = item.shape
        guard shape.ending.contains(.classEnd) || shape.ending.contains(.body) || shape.ending.contains(.noEnd) else {
            return false
        }
        // 市属医院, 县属企业
        if shape.prefix == .level, item.body.count > 1, glyphs.codes[shape.prefixEnd] == 0x5C5E { return true }
        var end = item.end
        while end > item.start, glyphs.codes[end - 1] == 0x29, partner[end - 1] > Int32(item.start) {
            end = Int(partner[end - 1])
        }
        var start = shape.prefixEnd
        if shape.organEnd > 0, shape.organEnd < end, shape.prefixEnd > item.start { start = shape.organEnd }
        if shape.partyEnd > 0 { start = shape.partyEnd }
        // 县纪委机关 is the organ itself.
        if start > shape.prefixEnd, end - start == 2, glyphs.codes[start] == 0x673A { return false }
        if start < end, generalNoun(start, end) == end { return true }
        if shape.prefixEnd > item.start, generalNoun(item.start, end) == end { return true }
        guard shape.ending.contains(.classEnd) else { return false }
        if shape.ending.contains(.alwaysClass) { return true }
        return endsInUnnamedDepartment(item, start, end)
    }

    /// 部门 behind a known matter is one department; behind anything else general it is several.
    private func endsInUnnamedDepartment(_ item: UnitItem, _ start: Int, _ end: Int) -> Bool {
        let shape = item.shape
        guard shape.stemEnd == 0 else { return false }
        var index = start
        while index < end {
            let match = words.words.longest(
                in: glyphs.codes, from: index, to: end, [.generalModifier, .general, .several])
            guard match.length > 0 else { return false }
            index += match.length
        }
        return true
    }
}
