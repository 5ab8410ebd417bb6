// Prefixes that names share: 市住房城乡建设局、自然资源和规划局; 高新区党工委、管委会; 县委组织部、宣传部.

extension UnitParser {
    /// What earlier names offer to later ones, as glyphs.
    struct Offers {
        /// The place or level of departments: 市 of 市教育局.
        var department = 0..<0
        /// The place of organs: 高新区 of 高新区党工委.
        var organ = 0..<0
        /// The body before a branch: 市公安局 of 市公安局高新分局.
        var parent = 0..<0
        /// The short place of a body that answers to a ministry: 山东 of 山东银保监局.
        var short = 0..<0
        var isNational = false
        /// The last name stood behind 市委.
        var isParty = false
        /// The last item.
        var last: UnitItem?
    }

    /// Gives each name without a place the one that the names before it have.
    mutating func restorePrefixes() {
        guard items.count > 1 else { return }
        var offers = Offers()
        for index in items.indices {
            // A copy: an item changed in place while the parser is read would copy all items each time.
            var item = items[index]
            if !item.isKnown, index > 0 { takePrefix(&item, offers) }
            note(item, in: &offers)
            items[index] = item
        }
    }

    private func takePrefix(_ item: inout UnitItem, _ offers: Offers) {
        let shape = item.shape
        guard !shape.isSeveral else { return }
        if shape.prefix == .level { return takeSeveral(&item, offers) }
        // 市直机关工委 names its level itself.
        if isLevelAffiliation(item.start, item.end) { return }
        if isPlainClass(item) { return takeClass(&item, offers) }
        guard shape.prefix == .none, !startsWithYouthLeague(item.start, item.end) else { return }
        let first = words.words.longest(
            in: glyphs.codes, from: item.start, to: item.end,
            [.verticalBody, .section, .partyDepartment, .partyOffice, .localBody, .general])
        if first.kinds.contains(.section), first.length == item.range.count, first.kinds.isDisjoint(with: .localBody) {
            return
        }
        if takeEach(&item, offers) { return }
        if takeGeneral(&item, offers) || takeOrgan(&item, offers) || takeBranch(&item, offers) { return }
        if first.kinds.contains(.verticalBody), first.kinds.isDisjoint(with: .localBody) {
            if !offers.short.isEmpty, first.length == item.range.count { item.prefix = offers.short }
            return
        }
        if let last = offers.last, last.shape.organEnd > 0, last.shape.organEnd < last.end,
            glyphs.codes[last.shape.organEnd - 1] == 0x5E9C, isGovernmentOffice(item)
        {
            // 市政府办公室、研究室
            item.prefix = last.start..<last.shape.organEnd
            return
        }
        guard !offers.department.isEmpty,
            takesLocalPrefix(item, first, offers.department, isNational: offers.isNational)
        else { return }
        item.prefix = offers.department
        if first.kinds.contains(.partyDepartment) {
            item.hasPartyPrefix = true
        } else if first.kinds.contains(.partyOffice), offers.isParty, first.length == item.range.count {
            item.hasPartyPrefix = true
        }
    }

    /// 各市（州）、县（市、区）人民政府: 各 reaches a level behind it that stands for a class.
    private func takeSeveral(_ item: inout UnitItem, _ offers: Offers) {
        guard let last = offers.last, item.separator == .weak, let several = each(of: last) else { return }
        let shape = item.shape
        if words.words.longest(in: glyphs.codes, from: item.start, to: item.end, .placeClass).length == item.range.count
        {
            item.prefix = several
            return
        }
        let isClass =
            shape.isClassLevel || shape.prefixEnd == item.end || shape.prefixEnd - item.start > 2
            || !last.suffix.isEmpty || isSiblingLevel(item, last)
            || [0x9547, 0x4E61, 0x9053].contains(glyphs.codes[shape.prefixEnd - 1])
        guard isClass, shape.prefixEnd == item.end || shape.organEnd > 0 else { return }
        item.prefix = several
    }

    /// 各县区人民政府、园区管委会: 各 reaches the organ of a class of places.
    private func takeEach(_ item: inout UnitItem, _ offers: Offers) -> Bool {
        guard let last = offers.last, item.separator == .weak, let several = each(of: last) else { return false }
        let place = words.words.longest(in: glyphs.codes, from: item.start, to: item.end, .placeClass)
        let organ = item.start + place.length
        // 村委会, 社区居委会
        if organ == item.end, [0x6751, 0x793E].contains(glyphs.codes[item.start]) {
            item.prefix = several
            return true
        }
        // One 开发区 is often the only one.
        guard place.length > 1, place.kinds.contains(.placeClass), place.kinds.isDisjoint(with: [.zone, .organ]),
            organ < item.end,
            words.words.longest(in: glyphs.codes, from: organ, to: item.end, .organ).length == item.end - organ
        else { return false }
        item.prefix = several
        return true
    }

    /// 市直 and 县直: a level with 直 behind it.
    func isLevelAffiliation(_ start: Int, _ end: Int) -> Bool {
        start + 2 < end && glyphs.codes[start + 1] == 0x76F4
            && words.words.longest(in: glyphs.codes, from: start, to: start + 1, .level).length == 1
    }

    /// 各盟行政公署、市人民政府: 盟, 州 and 市 are levels of one rank.
    private func isSiblingLevel(_ item: UnitItem, _ last: UnitItem) -> Bool {
        let place = glyphs.codes[last.shape.severalEnd]
        return last.shape.isSeveral && (place == 0x76DF || place == 0x5DDE) && glyphs.codes[item.start] == 0x5E02
    }

    /// 各 before a class of places, printed or restored.
    private func each(of item: UnitItem) -> Range<Int>? {
        let several = item.shape.isSeveral ? item.start..<item.shape.severalEnd : item.prefix
        guard several.count == 1, glyphs.codes[several.lowerBound] == 0x5404 else { return nil }
        let start = item.shape.isSeveral ? item.shape.severalEnd : item.start
        let place = words.words.longest(in: glyphs.codes, from: start, to: item.end, [.placeClass, .level]).length
        return place > 0 ? several : nil
    }

    /// 市政府各部门、单位: a bare general noun takes what stands before the noun of the name before it.
    private func takeGeneral(_ item: inout UnitItem, _ offers: Offers) -> Bool {
        guard generalNoun(item.start, item.end) == item.end else { return false }
        guard let last = offers.last, item.separator == .weak, item.range.count <= 3,
            last.shape.ending.contains(.classEnd), last.end > last.shape.endingStart,
            last.shape.endingStart > last.start, isPlainNoun(item)
        else {
            takeClass(&item, offers)
            if item.prefix.isEmpty, item.separator == .weak, let last = offers.last, let several = eachEnd(last) {
                // 各牵头单位、配合单位; 市政府各部门、直属机构
                item.prefix = last.start..<several
            }
            return true
        }
        item.prefix = last.start..<last.shape.endingStart
        return true
    }

    /// Behind 各 in a name that goes on with a general noun only.
    private func eachEnd(_ item: UnitItem) -> Int? {
        guard item.shape.isSeveral || item.shape.organEnd > 0 else { return nil }
        for index in item.range.prefix(12) where glyphs.codes[index] == 0x5404 {
            return generalNoun(index + 1, item.end) == item.end ? index + 1 : nil
        }
        return nil
    }

    private func isPlainNoun(_ item: UnitItem) -> Bool {
        let noun = words.words.longest(in: glyphs.codes, from: item.start, to: item.end, .general)
        return noun.length == item.range.count && noun.kinds.isDisjoint(with: [.placeClass])
    }

    /// 县级市, 开发园区: a class of places that looks like the name of one, but no zone, of which there may be one only.
    private func isPlainClass(_ item: UnitItem) -> Bool {
        guard item.shape.prefix != .none else { return false }
        let place = words.words.longest(in: glyphs.codes, from: item.start, to: item.end, .placeClass)
        return place.length == item.range.count && place.kinds.isDisjoint(with: [.zone, .organ])
    }

    /// 各镇、园区.
    private func takeClass(_ item: inout UnitItem, _ offers: Offers) {
        guard let last = offers.last, item.separator == .weak, let several = each(of: last) else { return }
        let place = words.words.longest(in: glyphs.codes, from: item.start, to: item.end, .placeClass).length
        if place == item.range.count { item.prefix = several }
    }

    /// 高新区党工委、管委会; 各镇党委和人民政府.
    private func takeOrgan(_ item: inout UnitItem, _ offers: Offers) -> Bool {
        guard item.shape.organEnd > 0 else {
            let place = words.words.longest(in: glyphs.codes, from: item.start, to: item.end, .placeClass).length
            guard place == item.range.count else { return false }
            takeClass(&item, offers)
            return true
        }
        let isWhole = item.shape.organEnd == item.end || levelBracketEnds(item.shape.organEnd, item.end)
        if isWhole, let last = offers.last, last.shape.prefixEnd == last.end, item.separator == .weak,
            each(of: last) != nil
        {
            // 各乡镇、办事处
            takeClass(&item, offers)
            return true
        }
        if isWhole, let last = offers.organ.last, !fits(item, behind: last) {
            takeClass(&item, offers)
            return true
        }
        if isWhole, !offers.organ.isEmpty, item.separator <= .comma {
            item.prefix = offers.organ
            return true
        }
        guard !offers.department.isEmpty else { return isWhole }
        item.prefix = offers.department
        return true
    }

    /// A 管委会 needs a zone before it, a 办事处 no township.
    private func fits(_ item: UnitItem, behind last: Int) -> Bool {
        let isTownship = [0x9547, 0x4E61, 0x5E02, 0x53BF].contains(glyphs.codes[last])
        switch glyphs.codes[item.start] {
        case 0x7BA1: return !isTownship && glyphs.codes[last] != 0x9053
        case 0x529E: return !isTownship
        default: return true
        }
    }

    private func levelBracketEnds(_ start: Int, _ end: Int) -> Bool {
        start < end && glyphs.codes[start] == 0x28 && partner[start] == Int32(end - 1)
    }

    /// 市公安局高新分局、经开分局.
    private func takeBranch(_ item: inout UnitItem, _ offers: Offers) -> Bool {
        guard item.shape.ending.contains(.branch), !offers.parent.isEmpty, let last = offers.last,
            item.end - item.shape.endingStart == last.end - last.shape.endingStart,
            zip(glyphs.codes[item.shape.endingStart..<item.end], glyphs.codes[last.shape.endingStart..<last.end])
                .allSatisfy({ $0 == $1 }),
            item.shape.endingStart > item.start
        else { return false }
        // 消防 and 武警 answer to nobody named before them.
        if glyphs.codes[item.start] == 0x6D88 || glyphs.codes[item.start] == 0x6B66 { return false }
        item.prefix = offers.parent
        return true
    }

    /// Remembers what a name offers to the names behind it.
    private func note(_ item: UnitItem, in offers: inout Offers) {
        defer { offers.last = item }
        let shape = item.shape
        offers.isParty = item.hasPartyPrefix || shape.partyEnd > 0
        if !item.prefix.isEmpty { return }
        offers.parent = parent(of: item)
        if shape.prefix == .short {
            let body = words.words.longest(
                in: glyphs.codes, from: item.start, to: item.end, .shortPlace
            ).length
            offers.short = item.start..<(item.start + body)
            return
        }
        if startsWithYouthLeague(item.start, item.end) {
            if offers.department.isEmpty {
                let level = words.words.longest(in: glyphs.codes, from: item.start + 1, to: item.end, .level).length
                offers.department = (item.start + 1)..<(item.start + 1 + level)
            }
            return
        }
        if shape.prefix == .vertical {
            // 国家 of 国家发展改革委, but not of a body with a place of its own.
            let isNational =
                glyphs.codes[item.start] == 0x56FD && item.range.count > 2
                && glyphs.codes[item.start + 1] == 0x5BB6
                && words.words.longest(
                    in: glyphs.codes, from: item.start + 2, to: item.end, .stem
                ).length == item.range.count - 3
            if isNational, offers.department.isEmpty || offers.isNational {
                offers.department = item.start..<(item.start + 2)
                offers.isNational = true
            }
            return
        }
        guard shape.prefixEnd > item.start, shape.prefix != .none else { return }
        let prefix = item.start..<shape.prefixEnd
        if shape.organEnd > 0 {
            offers.organ = prefix
        }
        let hasBody = shape.prefixEnd < item.end
        let isOrganOnly = shape.organEnd == item.end || shape.organEnd > 0 && levelBracketEnds(shape.organEnd, item.end)
        guard hasBody, !offersNoPrefix(item) else { return }
        if isOrganOnly {
            if shape.prefix == .level, !shape.isSeveral, !shape.isClassLevel {
                offers.department = prefix
                offers.isNational = false
            }
            return
        }
        if shape.prefix == .zone, !offers.department.isEmpty { return }
        if generalNoun(shape.prefixEnd, item.end) == item.end, shape.isSeveral { return }
        offers.department = prefix
        offers.isNational = false
    }

    /// 市直, 市属, 市级: the level is part of a collective's description.
    private func offersNoPrefix(_ item: UnitItem) -> Bool {
        let shape = item.shape
        // 属 级 are followed by what belongs to the level, not by a department.
        let next = glyphs.codes[shape.prefixEnd]
        if next == 0x5C5E || next == 0x7EA7 { return true }
        return shape.prefix == .level && glyphs.codes[shape.prefixEnd - 1] == 0x7EA7
    }

    /// The body before a branch: 市公安局 of 市公安局高新分局.
    private func parent(of item: UnitItem) -> Range<Int> {
        let shape = item.shape
        guard shape.ending.contains(.branch), shape.stemEnd > 0, shape.stemEnd < shape.endingStart else { return 0..<0 }
        let code = glyphs.codes[shape.stemEnd]
        guard code == 0x5C40 || code == 0x59D4, shape.stemEnd + 1 < shape.endingStart else { return 0..<0 }
        return item.start..<(shape.stemEnd + 1)
    }
}
