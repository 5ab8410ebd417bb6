// How a name is built: level or place, body, ending.

extension UnitParser {
    /// Whether glyphs end like the name of a unit.
    func isComplete(_ start: Int, _ end: Int) -> Bool {
        ending(start, end).map { !$0.kinds.contains(.noEnd) } ?? isBrand(start, end)
    }

    /// The ending of a name, brackets behind it left aside; `nil` where it ends like no unit.
    func ending(_ start: Int, _ end: Int, depth: Int = 0) -> (start: Int, kinds: WordKind)? {
        guard end > start, depth < 4 else { return nil }
        if glyphs.codes[end - 1] == 0x29, partner[end - 1] > Int32(start) {
            let open = Int(partner[end - 1])
            return ending(start, open, depth: depth + 1) ?? ending(open + 1, end - 1, depth: depth + 1)
        }
        let match = words.endings.longestBackwards(
            in: glyphs.codes, from: start, to: end,
            [.body, .placeEnd, .classEnd, .noEnd])
        guard match.length > 0 else { return nil }
        if match.length == 1, end - 1 == start { return nil }
        return (end - match.length, match.kinds)
    }

    /// An enterprise known by its brand, with or without a level before it: 中国移动, 县烟草.
    func isBrand(_ start: Int, _ end: Int) -> Bool {
        let codes = glyphs.codes
        if words.words.longest(in: codes, from: start, to: end, .brand).length == end - start { return true }
        let level = words.words.longest(in: codes, from: start, to: end, .level).length
        guard level > 0, start + level < end else { return false }
        return words.words.longest(in: codes, from: start + level, to: end, .brand).length == end - start - level
    }

    /// Reads the parts of a name.
    func shape(_ start: Int, _ end: Int) -> NameShape {
        var shape = NameShape()
        var index = start
        while index < end {
            let several = words.words.longest(in: glyphs.codes, from: index, to: end, .several).length
            guard several > 0 else { break }
            index += several
            shape.severalEnd = index
        }
        shape.prefixEnd = index
        readPrefix(index, end, into: &shape)
        readBody(shape.prefixEnd, end, into: &shape)
        if let ending = ending(start, end) {
            shape.endingStart = ending.start
            shape.ending = ending.kinds
            shape.isComplete = !ending.kinds.contains(.noEnd)
        } else {
            shape.endingStart = end
            shape.isComplete = isBrand(start, end)
        }
        return shape
    }

    private func readBody(_ start: Int, _ end: Int, into shape: inout NameShape) {
        guard start < end else { return }
        let codes = glyphs.codes
        if codes[start] == 0x59D4, shape.prefix != .none { shape.partyEnd = start + 1 }  // 委
        let organ = words.words.longest(in: codes, from: start, to: end, .organ).length
        if organ > 0 { shape.organEnd = start + organ }
        let stem = words.words.longest(in: codes, from: start, to: end, .stem).length
        if stem > 0 { shape.stemEnd = start + stem }
    }

    /// Reads the level or place with which a name begins.
    private func readPrefix(_ start: Int, _ end: Int, into shape: inout NameShape) {
        guard start < end else { return }
        let codes = glyphs.codes
        let tree = words.words
        if tree.longest(in: codes, from: start, to: end, .vertical).length > 0 {
            let known = tree.longest(in: codes, from: start, to: end, [.vertical, .localBody, .stem])
            if known.kinds.contains(.vertical) {
                shape.prefix = .vertical
                return
            }
        }
        if startsWithLevelAndBody(start, end) {
            readLevel(start, end, into: &shape)
            return
        }
        if !shape.isSeveral, let place = namedPlace(start, end) {
            shape.prefix = place.isZone ? .zone : .place
            shape.prefixEnd = place.end
            return
        }
        let first = tree.longest(
            in: codes, from: start, to: end, [.noLevel, .level, .zone, .shortPlace, .stem, .localBody])
        if first.kinds.contains(.zone), isZoneName(start, start + first.length, end) {
            shape.prefix = .zone
            shape.prefixEnd = start + first.length
        } else if first.kinds.contains(.shortPlace),
            first.length
                >= tree.longest(
                    in: codes, from: start, to: end, [.stem, .localBody]
                ).length
        {
            shape.prefix = .short
            let zone = zoneEnd(start + first.length, end)
            if zone > 0 {
                shape.prefix = .zone
                shape.prefixEnd = zone
            }
        } else if first.kinds.contains(.level) || shape.isSeveral && first.length == 0 {
            readLevel(start, end, into: &shape)
        }
    }

    /// 市教育局, 市政府, 区县政府, but not 市场监管局 or 市中区: the level and a known body reach at least as far as
    /// any word that begins like the level.
    func startsWithLevelAndBody(_ start: Int, _ end: Int) -> Bool {
        let codes = glyphs.codes
        let tree = words.words
        let level = tree.longest(in: codes, from: start, to: end, .level).length
        guard level > 0, start + level < end else { return false }
        let body = tree.longest(
            in: codes, from: start + level, to: end,
            [.stem, .organ, .localBody, .partyDepartment, .partyOffice, .general, .generalModifier])
        let isParty = codes[start + level] == 0x59D4
        guard body.length > 1 || isParty else { return false }
        let other = tree.longest(
            in: codes, from: start, to: end, [.noLevel, .stem, .localBody, .place, .shortPlace, .zone])
        return level + max(body.length, isParty ? 1 : 0) >= other.length
    }

    /// 镇, 乡 or 街道: no county stands behind one.
    func isTownship(_ code: UInt16) -> Bool { code == 0x9547 || code == 0x4E61 || code == 0x9053 }

    /// Reads 市, 区县, 县（市、区）, 区〈市〉, 县(市)区.
    private func readLevel(_ start: Int, _ end: Int, into shape: inout NameShape) {
        let codes = glyphs.codes
        var match = words.words.longest(in: codes, from: start, to: end, .level)
        if match.length == 0, shape.isSeveral, codes[start] == 0x5730 {
            // 各地, 各地（州、市）
            match = WordTree.Match(length: 1, kinds: .level)
        }
        guard match.length > 0 else { return }
        // 县市场监管局 is 县 and 市场监管局.
        if match.length == 2,
            words.words.longest(in: codes, from: start + 1, to: end, [.stem, .noLevel, .localBody]).length > 1
        {
            match = words.words.longest(in: codes, from: start, to: start + 1, .level)
            guard match.length > 0 else { return }
        }
        var index = start + match.length
        var isClass = match.kinds.contains(.placeClass) && match.length > 1
        // 各旗县市: behind 各 any levels may follow one another.
        while shape.isSeveral, index < end {
            let next = words.words.longest(in: codes, from: index, to: end, [.level, .noLevel, .stem])
            guard next.kinds.contains(.level), next.length > 0, !isTownship(codes[index - 1]) else { break }
            index += next.length
            isClass = true
        }
        while index < end {
            if codes[index] == 0x28, let close = levelBracket(index) {
                index = close + 1
                isClass = true
                continue
            }
            guard isClass, codes[index - 1] == 0x29 else { break }
            let next = words.words.longest(in: codes, from: index, to: end, .level).length
            guard next > 0 else { break }
            index += next
        }
        shape.prefix = .level
        shape.prefixEnd = min(index, end)
        shape.isClassLevel = isClass
    }

    /// The end of a bracket that holds levels only: （市、区）.
    func levelBracket(_ open: Int) -> Int? {
        guard !partner.isEmpty, partner[open] > Int32(open) else { return nil }
        let close = Int(partner[open])
        var index = open + 1
        guard index < close, close - open <= 16 else { return nil }
        while index < close {
            let code = glyphs.codes[index]
            let mark = words.classes.mark(code)
            if mark == .enumeration || mark == .comma || mark == .slash
                || words.classes[code] & GlyphClasses.conjunction != 0
            {
                index += 1
                continue
            }
            let match = words.words.longest(in: glyphs.codes, from: index, to: close, [.level, .placeClass])
            guard match.length > 0 else { return nil }
            index += match.length
        }
        return close
    }

    /// Whether a zone word is a zone here: at the end of the name, or before an organ or department.
    private func isZoneName(_ start: Int, _ zoneEnd: Int, _ end: Int) -> Bool {
        zoneEnd == end || continuesName(zoneEnd, end)
    }

    /// The end of a zone that begins here, as behind a short place; 0 for none.
    private func zoneEnd(_ start: Int, _ end: Int) -> Int {
        guard start < end else { return 0 }
        let zone = words.words.longest(in: glyphs.codes, from: start, to: end, .zone).length
        guard zone > 0, isZoneName(start, start + zone, end) else { return 0 }
        return start + zone
    }

    /// Whether what follows a place can be the body of a name.
    func continuesName(_ start: Int, _ end: Int) -> Bool {
        guard start < end else { return true }
        let code = glyphs.codes[start]
        // 委 直 属 级 and brackets
        if code == 0x59D4 || code == 0x76F4 || code == 0x5C5E || code == 0x7EA7 || code == 0x28 { return true }
        return words.words.longest(
            in: glyphs.codes, from: start, to: end,
            [.stem, .organ, .localBody, .partyDepartment, .partyOffice, .several, .general, .verticalBody, .brand]
        ).length > 0
    }

    /// The named places with which a name begins: 莘县, 聊城市莘县, 东昌府区, 枣庄市峄城区.
    private func namedPlace(_ start: Int, _ end: Int) -> (end: Int, isZone: Bool)? {
        let codes = glyphs.codes
        var found: (end: Int, isZone: Bool)?
        var begin = start
        let fixed = words.words.longest(in: codes, from: start, to: end, .place).length
        if fixed > 0, continuesName(start + fixed, end) {
            found = (start + fixed, false)
            begin = start + fixed
        }
        var index = begin + 1
        while index < end, index - begin <= 14 {
            defer { index += 1 }
            let code = codes[index]
            // 局 厅 委 end a body and 各 begins one: what follows is no part of a place's name.
            if [0x28, 0x5C40, 0x5385, 0x59D4, 0x5404].contains(code) { return found }
            guard words.classes[code] & GlyphClasses.nameStart != 0 || code == 0x9053 || code == 0x7701 else {
                continue
            }
            let match = words.endings.longestBackwards(
                in: codes, from: begin, to: index + 1, [.placeEnd, .noPlace, .noPlaceAlone])
            guard match.length > 0, match.length <= index - begin, !match.kinds.contains(.noPlace) else { continue }
            let isZone = match.kinds.contains(.zoneEnd)
            guard index + 1 == end || continuesName(index + 1, end) || isCertainPlace(begin, index + 1, end) else {
                continue
            }
            found = (index + 1, isZone)
            begin = index + 1
        }
        return found
    }

    /// Provinces and cities known by name need no known body behind them.
    private func isCertainPlace(_ start: Int, _ end: Int, _ limit: Int) -> Bool {
        let short = words.words.longest(in: glyphs.codes, from: start, to: end, .shortPlace).length
        return short > 0 && start + short == end - 1
    }

    /// Whether a name begins here: with a level, a place, 各, or a body that is known.
    func startsName(_ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        if startsWithLevelAndBody(start, end) { return true }
        let codes = glyphs.codes
        let match = words.words.longest(
            in: codes, from: start, to: end,
            [
                .several, .level, .place, .zone, .shortPlace, .vertical, .localBody, .partyDepartment, .partyOffice,
                .brand, .stem, .noLevel, .organ, .general, .placeClass,
            ])
        if match.length == 0 { return startsWithYouthLeague(start, end) || namedPlace(start, end) != nil }
        if match.kinds.isDisjoint(with: [.noLevel, .stem]) { return true }
        return !match.kinds.isDisjoint(with: [.localBody, .level, .several, .shortPlace, .zone])
            || match.kinds.contains(.stem) || namedPlace(start, end) != nil
    }

    /// 团市委, 团县委 and the like.
    func startsWithYouthLeague(_ start: Int, _ end: Int) -> Bool {
        guard start + 2 < end, glyphs.codes[start] == 0x56E2 else { return false }
        let level = words.words.longest(in: glyphs.codes, from: start + 1, to: end, .level).length
        return level > 0 && start + 1 + level < end && glyphs.codes[start + 1 + level] == 0x59D4
    }

    /// Whether a name begins here for certain: a level or 各 with a known body behind it.
    func surelyStartsName(_ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        if startsWithLevelAndBody(start, end) { return true }
        let codes = glyphs.codes
        let tree = words.words
        let match = tree.longest(
            in: codes, from: start, to: end, [.several, .level, .place, .zone, .shortPlace, .noLevel, .stem, .vertical])
        guard match.length > 0 else { return startsWithYouthLeague(start, end) || namedPlace(start, end) != nil }
        if match.kinds.contains(.several) || match.kinds.contains(.vertical) { return true }
        if match.kinds.contains(.noLevel) || match.kinds.contains(.stem) { return namedPlace(start, end) != nil }
        return start + match.length < end && continuesName(start + match.length, end)
    }
}
