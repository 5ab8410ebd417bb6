internal import FenjieModel

/// What a role phrase says.
enum RoleMeaning {
    case lead
    case assist
    case duty
    /// 会同: the one before leads, the ones after assist.
    case join
    /// A verb that says nothing about roles.
    case weak
}

/// A phrase such as 按职责分工负责, 共同牵头 or 会同.
struct RolePhrase {
    var end: Int
    var meaning: RoleMeaning
    /// No verb in it also stands inside names.
    var isStrong: Bool
}

/// A label such as 牵头单位.
struct RoleLabel {
    var start: Int
    var kinds: WordKind
}

extension UnitParser {
    /// The role phrase that begins at a glyph: adverbs and verbs in any number.
    func rolePhrase(_ start: Int, _ end: Int) -> RolePhrase? {
        var index = start
        // 为 in 为牵头单位 is part of the verb; 等 may not intervene.
        var kinds: WordKind = []
        var isStrong = false
        var hasVerb = false
        var adverbs = 0
        while index < end {
            let match = words.words.longest(
                in: glyphs.codes, from: index, to: end,
                [.adverb, .leadVerb, .assistVerb, .dutyVerb, .weakVerb, .joinVerb])
            guard match.length > 0 else { break }
            let isVerb = !match.kinds.isDisjoint(with: .anyVerb)
            if isVerb {
                kinds.formUnion(match.kinds.intersection(.anyVerb))
                hasVerb = true
                if !match.kinds.contains(.weakVerb) { isStrong = true }
                if match.kinds.contains(.joinVerb) {
                    return RolePhrase(end: index + match.length, meaning: .join, isStrong: true)
                }
            } else {
                adverbs += match.length
            }
            index += match.length
        }
        guard hasVerb || adverbs >= 3 else { return nil }
        if !hasVerb { isStrong = true }
        let meaning: RoleMeaning =
            kinds.contains(.leadVerb)
            ? .lead
            : kinds.contains(.assistVerb)
                ? .assist : kinds.contains(.dutyVerb) ? .duty : hasVerb ? .weak : .duty
        return RolePhrase(end: index, meaning: meaning, isStrong: isStrong)
    }

    /// The label that ends where a colon stands; the longest one.
    func label(_ start: Int, _ end: Int) -> RoleLabel? {
        var end = end
        // 责任单位（部门）：
        while end > start, glyphs.codes[end - 1] == 0x29, partner[end - 1] >= Int32(start) {
            end = Int(partner[end - 1])
        }
        guard end > start else { return nil }
        for index in max(start, end - 10)..<end {
            let match = words.words.longest(in: glyphs.codes, from: index, to: end, .anyLabel)
            guard match.length == end - index else { continue }
            // 单位 alone labels units; 督办单位 says something that nobody knows.
            if match.length == 2, match.kinds.contains(.general), index > start, !isModifier(start, index) {
                return nil
            }
            return RoleLabel(start: index, kinds: match.kinds)
        }
        return nil
    }

    private func isModifier(_ start: Int, _ end: Int) -> Bool {
        words.words.longest(
            in: glyphs.codes, from: start, to: end, [.level, .generalModifier, .several]
        ).length == end - start
    }

    /// Reads what stands before a colon.
    mutating func readLabel(_ start: Int, _ end: Int) {
        guard start < end else { return }
        if let label = label(start, end) {
            let first = firstLabel(start, label)
            if label.start > start, first == nil, !isLabelModifier(start, label.start) { readPart(start, label.start) }
            setLabel(first ?? label.kinds)
            if isSkipping, isOfOverseer(start, end) { doubts.append(Self.leftOut(remark(from: start))) }
            return
        }
        if isComplete(start, end), surelyStartsName(start, end), !shapeIsGeneral(start, end) {
            // 市教育局：负责学校安全 names the unit before the colon.
            readPart(start, end)
            isBehindFreeText = true
            return
        }
        // 市级：, 县直： only say whose units follow.
        let role = isModifier(start, end) ? labelRole : nil
        if !isModifier(start, end) { doubts.append(Self.unknownLabel(text(start..<end))) }
        startLabel()
        labelRole = role
    }

    /// 责任单位及责任人： labels units all the same, and 牵头及责任单位： those that lead.
    private func firstLabel(_ start: Int, _ label: RoleLabel) -> WordKind? {
        guard label.start > start else { return nil }
        let first = words.words.longest(
            in: glyphs.codes, from: start, to: label.start, [.leadLabel, .dutyLabel, .assistLabel])
        guard first.length > 0, start + first.length + 2 >= label.start else { return nil }
        if label.kinds.contains(.otherLabel) { return first.kinds }
        return label.kinds.contains(.dutyLabel) && first.kinds.contains(.leadLabel) ? first.kinds : nil
    }

    /// 牵头、责任单位： is one label.
    func isInsideLabel(_ start: Int, _ index: Int) -> Bool {
        let kinds: WordKind = [.leadLabel, .dutyLabel, .assistLabel]
        let codes = glyphs.codes
        guard index > start, index - start <= 6,
            words.words.longest(in: codes, from: start, to: index, kinds).length == index - start
        else { return false }
        let end = index + 1 + words.words.longest(in: codes, from: index + 1, to: codes.count, kinds).length
        return end > index + 1 && end < codes.count && codes[end] == 0x3A
    }

    /// 督导单位, 验收部门: bodies that look at the work and do none of it.
    func isOfOverseer(_ start: Int, _ end: Int) -> Bool {
        guard let label = label(start, end), label.kinds.contains(.otherLabel), end - start >= 4 else { return false }
        return glyphs.codes[end - 1] == 0x4F4D || glyphs.codes[end - 1] == 0x95E8  // 位 门
    }

    private mutating func setLabel(_ kinds: WordKind) {
        startLabel()
        if kinds.contains(.otherLabel) {
            isSkipping = true
        } else {
            labelRole = kinds.contains(.leadLabel) ? .lead : kinds.contains(.assistLabel) ? .assisting : .responsible
            hasRoles = true
        }
    }

    mutating func startLabel() {
        separator = max(separator, .strong)
        reach = items.count
        behindComma = items.count
        hasVerb = false
        isJoining = false
        isSkipping = false
        isBehindFreeText = false
    }

    /// 市级, 县直, 主要 and the like before a label say nothing about units.
    private func isLabelModifier(_ start: Int, _ end: Int) -> Bool {
        if isNumbering(start, end) { return true }
        return !isComplete(start, end)
            || words.words.longest(
                in: glyphs.codes, from: start, to: end, [.level, .generalModifier]
            ).length == end - start
    }

    private func isNumbering(_ start: Int, _ end: Int) -> Bool {
        for index in start..<end where !isNumeral(glyphs.codes[index]) { return false }
        return true
    }

    private func shapeIsGeneral(_ start: Int, _ end: Int) -> Bool {
        ending(start, end)?.kinds.contains(.classEnd) ?? false
    }

    /// Reads a label without a colon: 牵头单位 市教育局; returns the glyph behind it.
    mutating func readBareLabel(_ start: Int, _ end: Int) -> Int {
        let match = words.words.longest(
            in: glyphs.codes, from: start, to: end, [.leadLabel, .dutyLabel, .assistLabel])
        guard match.length >= 4 else { return start }
        var name = start + match.length
        if name < end, glyphs.codes[name] == 0x4E3A || glyphs.codes[name] == 0x662F { name += 1 }  // 为 是
        guard surelyStartsName(name, end) else { return start }
        setLabel(match.kinds)
        return name
    }

    /// Gives the role of a verb to the items that it reaches.
    mutating func apply(_ meaning: RoleMeaning) {
        switch meaning {
        case .weak: return
        case .duty: break
        case .lead: give(.lead, from: reach)
        case .assist: give(.assisting, from: hasVerb ? reach : max(reach, behindComma))
        case .join:
            give(.lead, from: hasVerb ? reach : max(reach, behindComma))
            isJoining = true
        }
        reach = items.count
        hasVerb = true
    }

    private mutating func give(_ role: Role, from first: Int) {
        hasRoles = true
        guard first < items.count else { return }
        for index in first..<items.count where items[index].role == nil || items[index].isRoleGeneral {
            items[index].role = role
            items[index].isRoleGeneral = false
        }
    }

    /// Whether a remark says that the first unit leads: 排第一位的为牵头单位.
    func firstLeads(_ range: Range<Int>) -> Bool {
        guard let lead = firstPlace(of: Self.leadWord, range) else { return false }
        for word in Self.firstWords {
            if let first = firstPlace(of: word, range), first < lead { return true }
        }
        return false
    }

    static let leadWord = Array("牵头".utf16)
    static let firstWords = ["第一", "首位", "排在前", "列在前", "首个", "第1", "排首", "列首", "排名在前", "最前"].map {
        Array($0.utf16)
    }

    private static func unknownLabel(_ label: String) -> Finding {
        Finding(
            "unit-label-unknown", .info,
            message: Message(
                "不认识的标签“\(label)”，其后的单位按本栏的角色读取", "unknown label “\(label)”; the units behind it take the column's role"
            ))
    }
}
