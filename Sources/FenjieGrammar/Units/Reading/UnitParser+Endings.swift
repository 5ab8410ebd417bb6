// Endings that names share: 永昌县、金川区人民政府; 市教育、卫健、人社等部门; 市第一、第二人民医院.

extension UnitParser {
    /// Gives each name without an ending the one of the name behind it in the same list.
    mutating func restoreEndings() {
        guard items.count > 1 || items.first?.sharedNoun.isEmpty == false else { return }
        var index = items.count - 1
        while index >= 0 {
            defer { index -= 1 }
            guard !items[index].isKnown else { continue }
            if index + 1 < items.count, items[index + 1].separator == .weak {
                items[index].suffix = sharedEnding(items[index], items[index + 1])
                if items[index].sharedNoun.isEmpty { items[index].sharedNoun = items[index + 1].sharedNoun }
            }
            if items[index].isOpenTail { items[index].sharedNoun = departmentNoun(items[index]) }
            if items[index].suffix.isEmpty, isWholeStem(items[index]) {
                items[index].suffix = items[index].sharedNoun
            }
        }
    }

    /// 部门 at the end of 等市直部门.
    private func departmentNoun(_ item: UnitItem) -> Range<Int> {
        guard item.range.count > 2, glyphs.codes[item.end - 1] == 0x95E8, glyphs.codes[item.end - 2] == 0x90E8 else {
            return 0..<0
        }
        return (item.end - 2)..<item.end
    }

    private func isWholeStem(_ item: UnitItem) -> Bool {
        !item.shape.isComplete && item.shape.stemEnd == item.end || isBrandStem(item)
    }

    /// 税务 and others both matter and brand are names without an ending too.
    private func isBrandStem(_ item: UnitItem) -> Bool {
        item.shape.stemEnd == item.end && item.shape.ending.isEmpty
    }

    private func sharedEnding(_ item: UnitItem, _ next: UnitItem) -> Range<Int> {
        let shape = item.shape
        let none = 0..<0
        if shape.prefix == .level, shape.prefixEnd == item.end { return endingForLevel(item, next) }
        if shape.prefix == .place || shape.prefix == .zone, shape.prefixEnd == item.end {
            return endingForPlace(item, next)
        }
        if let rest = endingForAffiliation(item, next) { return rest }
        if let rest = endingForOrgan(item, next) { return rest }
        if let rest = endingForOrdinal(item, next) { return rest }
        if let rest = endingForBrand(item, next) { return rest }
        guard !shape.isComplete || isBrandStem(item) else { return none }
        if shape.stemEnd == item.end, next.shape.prefix == .none || next.shape.prefix == item.shape.prefix {
            if !next.suffix.isEmpty, next.shape.stemEnd == next.end { return next.suffix }
            if next.shape.stemEnd > 0, next.shape.stemEnd < next.end, next.shape.endingStart <= next.shape.stemEnd {
                return next.shape.stemEnd..<next.end
            }
            if next.shape.isComplete, !next.shape.ending.contains(.placeEnd), next.shape.prefix == .none,
                next.end - next.shape.endingStart < next.range.count
            {
                return next.shape.endingStart..<next.end
            }
            return none
        }
        return endingForShortName(item, next)
    }

    /// 市、县（区）人民政府; 省、市有关部门; 各市（州）、县（市、区）人民政府.
    private func endingForLevel(_ item: UnitItem, _ next: UnitItem) -> Range<Int> {
        guard next.shape.prefix == .level else { return 0..<0 }
        let rest = next.shape.prefixEnd < next.end ? next.body : next.suffix
        guard let first = rest.first else { return 0..<0 }
        if item.shape.isSeveral || isPlaceClass(item) {
            guard isOrgan(rest), fits(item, organAt: first) else { return 0..<0 }
            return rest
        }
        return rest
    }

    /// 省直、市直有关部门.
    private func endingForAffiliation(_ item: UnitItem, _ next: UnitItem) -> Range<Int>? {
        guard item.shape.prefix == .level, next.shape.prefix == .level, item.body.count == 1, next.body.count > 1 else {
            return nil
        }
        let code = glyphs.codes[item.shape.prefixEnd]
        guard [0x76F4, 0x7EA7, 0x5C5E].contains(code), glyphs.codes[next.shape.prefixEnd] == code else { return nil }
        return (next.shape.prefixEnd + 1)..<next.end
    }

    /// 乡镇, 街道: names in their own right, so that they share an organ at most.
    private func isPlaceClass(_ item: UnitItem) -> Bool {
        item.shape.isClassLevel && glyphs.codes[item.end - 1] != 0x29 || item.shape.prefixEnd - item.start > 2
            || [0x9053, 0x9547, 0x4E61].contains(glyphs.codes[item.end - 1])
    }

    /// 永昌县、金川区人民政府; 高新区、经开区管委会; 莘县、冠县教育局.
    private func endingForPlace(_ item: UnitItem, _ next: UnitItem) -> Range<Int> {
        guard next.shape.prefix == .place || next.shape.prefix == .zone, !next.shape.isSeveral || item.shape.isSeveral
        else {
            return endingForShortName(item, next)
        }
        let rest = next.shape.prefixEnd < next.end ? next.body : next.suffix
        guard let first = rest.first else { return 0..<0 }
        if isOrgan(rest) { return fits(item, organAt: first) ? rest : 0..<0 }
        let isSameClass = glyphs.codes[item.end - 1] == glyphs.codes[next.shape.prefixEnd - 1]
        return isSameClass && !next.shape.isSeveral ? rest : 0..<0
    }

    private func isOrgan(_ rest: Range<Int>) -> Bool {
        let organ = words.words.longest(in: glyphs.codes, from: rest.lowerBound, to: rest.upperBound, .organ).length
        return organ > 0 && (organ == rest.count || levelBracketEnds(rest.lowerBound + organ, rest.upperBound))
    }

    private func levelBracketEnds(_ start: Int, _ end: Int) -> Bool {
        start < end && glyphs.codes[start] == 0x28 && partner[start] == Int32(end - 1)
    }

    /// A zone has a 管委会, a subdistrict a 办事处, everything else a government.
    private func fits(_ item: UnitItem, organAt first: Int) -> Bool {
        let last = glyphs.codes[item.end - 1]
        let isZone = item.shape.prefix == .zone
        switch glyphs.codes[first] {
        case 0x7BA1: return isZone  // 管
        case 0x529E, 0x8857: return last == 0x9053  // 办 街
        case 0x653F, 0x4EBA: return !isZone && last != 0x9053  // 政 人
        default: return true
        }
    }

    /// 市委、市政府办公室; 市委、市政府有关部门.
    private func endingForOrgan(_ item: UnitItem, _ next: UnitItem) -> Range<Int>? {
        guard isOrganAlone(item), next.shape.prefix == item.shape.prefix || next.shape.prefix == .none else {
            return nil
        }
        if isOrganAlone(next) { return next.suffix }
        let organ = max(next.shape.organEnd, next.shape.partyEnd)
        guard organ > 0, organ < next.end, item.shape.prefix == .level, !item.shape.isSeveral, !item.shape.isClassLevel,
            next.shape.prefix == .none
                || isSameText(item.start..<item.shape.prefixEnd, next.start..<next.shape.prefixEnd)
        else { return nil }
        let rest = organ..<next.end
        if words.words.longest(in: glyphs.codes, from: organ, to: next.end, .section).length == rest.count {
            return rest
        }
        if rest.count == 3, contains(Self.office, rest) { return rest }
        if rest.count == 1, glyphs.codes[organ] == 0x529E { return rest }
        if generalNoun(organ, next.end) == next.end { return rest }
        return nil
    }

    private func isSameText(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        one.count == other.count && zip(glyphs.codes[one], glyphs.codes[other]).allSatisfy { $0 == $1 }
    }

    private static let office = Array("办公厅".utf16)

    private func isOrganAlone(_ item: UnitItem) -> Bool {
        let shape = item.shape
        guard shape.prefixEnd < item.end else { return false }
        return shape.organEnd == item.end || shape.partyEnd == item.end
    }

    /// 市第一、第二人民医院.
    private func endingForOrdinal(_ item: UnitItem, _ next: UnitItem) -> Range<Int>? {
        guard let mine = ordinalEnd(item), mine == item.end, let other = ordinalEnd(next) else { return nil }
        return other < next.end ? other..<next.end : next.suffix
    }

    /// Behind 第一 at the start of a body; `nil` without one.
    private func ordinalEnd(_ item: UnitItem) -> Int? {
        let start = item.shape.prefixEnd
        guard start + 1 < item.end, glyphs.codes[start] == 0x7B2C else { return nil }
        var index = start + 1
        while index < item.end, isNumeral(glyphs.codes[index]) { index += 1 }
        return index > start + 1 ? index : nil
    }

    /// 中国电信、中国移动、中国联通聊城分公司.
    private func endingForBrand(_ item: UnitItem, _ next: UnitItem) -> Range<Int>? {
        let tree = words.words
        guard tree.longest(in: glyphs.codes, from: item.start, to: item.end, .brand).length == item.range.count else {
            return nil
        }
        let other = tree.longest(in: glyphs.codes, from: next.start, to: next.end, .brand).length
        guard other > 0, other == item.range.count else { return nil }
        if other == next.range.count { return next.suffix }
        return next.shape.ending.contains(.independent) ? (next.start + other)..<next.end : nil
    }

    /// 五星、南大街、荷花池街道.
    private func endingForShortName(_ item: UnitItem, _ next: UnitItem) -> Range<Int> {
        guard item.range.count <= 4, !item.shape.isComplete, item.shape.prefix == .none || item.shape.prefix == .short,
            next.shape.prefix != .level, !next.shape.isSeveral
        else { return 0..<0 }
        if !next.suffix.isEmpty, !next.shape.isComplete { return next.suffix }
        let shape = next.shape
        if shape.prefix == .place, shape.organEnd == next.end {
            let match = words.endings.longestBackwards(
                in: glyphs.codes, from: next.start, to: shape.prefixEnd, [.placeEnd, .zoneEnd])
            return (shape.prefixEnd - match.length)..<next.end
        }
        guard shape.ending.contains(.placeEnd), next.start < shape.endingStart else { return 0..<0 }
        return shape.endingStart..<next.end
    }
}
