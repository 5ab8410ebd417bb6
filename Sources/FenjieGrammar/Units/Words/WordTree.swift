/// Words as a tree over UTF-16 code units, matched from a position forwards or, for endings, backwards.
///
/// A node's child is found by one probe into an open-addressed table, so that the longest word at a position costs
/// time in the length of that word alone, whatever the number of words.
struct WordTree: Sendable {
    /// A matched word: how many glyphs it takes, and its meanings.
    struct Match {
        var length: Int
        var kinds: WordKind
        static let none = Match(length: 0, kinds: [])
    }

    /// Each slot holds parent (24 bits), code (16 bits) and child (24 bits); zero is free.
    private var slots: [UInt64]
    private var kinds: [WordKind]
    private var used = 0

    init() {
        slots = Array(repeating: 0, count: 1 << 12)
        kinds = [[]]
    }

    /// Adds the words of a text, parted by white space.
    mutating func add(_ words: String, _ kind: WordKind, reversed: Bool = false) {
        for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let codes = Array(word.utf16)
            insert(reversed ? codes.reversed() : codes, kind)
        }
    }

    /// Adds one word.
    mutating func insert(_ codes: [UInt16], _ kind: WordKind) {
        var node: UInt64 = 0
        for code in codes { node = childOrNew(of: node, code) }
        if node > 0 { kinds[Int(node)].formUnion(kind) }
    }

    /// The longest word with one of the meanings that begins at `start` and ends by `end`.
    @inline(__always)
    func longest(in codes: [UInt16], from start: Int, to end: Int, _ mask: WordKind) -> Match {
        var node: UInt64 = 0
        var best = Match.none
        var index = start
        while index < end {
            node = child(of: node, codes[index])
            if node == 0 { break }
            index += 1
            let kinds = kinds[Int(node)]
            if !kinds.isDisjoint(with: mask) { best = Match(length: index - start, kinds: kinds) }
        }
        return best
    }

    /// The longest reversed word with one of the meanings that ends at `end` and begins no earlier than `start`.
    @inline(__always)
    func longestBackwards(in codes: [UInt16], from start: Int, to end: Int, _ mask: WordKind) -> Match {
        var node: UInt64 = 0
        var best = Match.none
        var index = end
        while index > start {
            index -= 1
            node = child(of: node, codes[index])
            if node == 0 { break }
            let kinds = kinds[Int(node)]
            if !kinds.isDisjoint(with: mask) { best = Match(length: end - index, kinds: kinds) }
        }
        return best
    }

    @inline(__always)
    private func child(of parent: UInt64, _ code: UInt16) -> UInt64 {
        let key = parent << 16 | UInt64(code)
        let mask = slots.count &- 1
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while true {
            let slot = slots[place]
            if slot == 0 { return 0 }
            if slot >> 24 == key { return slot & 0xFF_FFFF }
            place = (place &+ 1) & mask
        }
    }

    private mutating func childOrNew(of parent: UInt64, _ code: UInt16) -> UInt64 {
        let found = child(of: parent, code)
        if found != 0 { return found }
        // Beyond 24 bits there is no room for a node: the word stays unknown rather than wrong.
        guard kinds.count < 0xFF_FFFF else { return 0 }
        if used * 2 >= slots.count { grow() }
        let node = UInt64(kinds.count)
        kinds.append([])
        place((parent << 16 | UInt64(code)) << 24 | node)
        return node
    }

    private mutating func place(_ slot: UInt64) {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: ((slot >> 24) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while slots[place] != 0 { place = (place + 1) & mask }
        slots[place] = slot
        used += 1
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: 0, count: old.count * 4)
        used = 0
        for slot in old where slot != 0 { place(slot) }
    }
}

/// What a word can mean to the unit grammar.
struct WordKind: OptionSet, Sendable {
    let rawValue: UInt32

    /// The matter of a department: 教育, 住房和城乡建设.
    static let stem = WordKind(rawValue: 1 << 0)
    /// An organ that governs a place: 人民政府, 党工委, 管委会.
    static let organ = WordKind(rawValue: 1 << 1)
    /// A department of the party, which stands behind 市委: 组织部.
    static let partyDepartment = WordKind(rawValue: 1 << 2)
    /// A party office that the government may have too: 网信办; it follows 市委 only behind another party body.
    static let partyOffice = WordKind(rawValue: 1 << 3)
    /// A level of government without a name: 市, 县（区）.
    static let level = WordKind(rawValue: 1 << 4)
    /// A development zone: 高新区.
    static let zone = WordKind(rawValue: 1 << 5)
    /// The short name of a province or city: 山东, 聊城.
    static let shortPlace = WordKind(rawValue: 1 << 6)
    /// A word that makes a name stand for several: 各, 有关.
    static let several = WordKind(rawValue: 1 << 7)
    /// A noun for bodies in general: 部门, 单位.
    static let general = WordKind(rawValue: 1 << 8)
    /// A word before a general noun that leaves it general: 职能, 市直.
    static let generalModifier = WordKind(rawValue: 1 << 9)
    /// How a duty is done: 按职责分工, 共同.
    static let adverb = WordKind(rawValue: 1 << 10)
    static let leadVerb = WordKind(rawValue: 1 << 11)
    static let assistVerb = WordKind(rawValue: 1 << 12)
    static let dutyVerb = WordKind(rawValue: 1 << 13)
    /// A verb that also stands inside names: 推进, 组织.
    static let weakVerb = WordKind(rawValue: 1 << 14)
    /// 会同: the one before leads, the ones after assist.
    static let joinVerb = WordKind(rawValue: 1 << 15)
    static let leadLabel = WordKind(rawValue: 1 << 16)
    static let dutyLabel = WordKind(rawValue: 1 << 17)
    static let assistLabel = WordKind(rawValue: 1 << 18)
    /// A label of something that is no unit: 责任人, 完成时限.
    static let otherLabel = WordKind(rawValue: 1 << 19)
    /// The beginning of a body that takes no local prefix: 国网, 人民银行.
    static let vertical = WordKind(rawValue: 1 << 20)
    /// A word whose first character only looks like a level: 市场, 乡村.
    static let noLevel = WordKind(rawValue: 1 << 21)
    /// A place whose name begins like a level: 市中区.
    static let place = WordKind(rawValue: 1 << 22)
    /// An enterprise known by its brand: 中国移动.
    static let brand = WordKind(rawValue: 1 << 23)
    /// A whole body that takes the local prefix: 法院, 妇联.
    static let localBody = WordKind(rawValue: 1 << 24)
    /// A word that begins with 和, 与 or 及 and is not a conjunction: 和平区.
    static let notConjunction = WordKind(rawValue: 1 << 25)
    /// What makes a verb before it part of a noun: 牵头单位, 负责人.
    static let afterNoun = WordKind(rawValue: 1 << 26)
    /// A part of an office that takes no prefix: 办公室, 财务科.
    static let section = WordKind(rawValue: 1 << 27)
    /// A class of places: 乡镇, 街道.
    static let placeClass = WordKind(rawValue: 1 << 28)
    /// A body that answers to a ministry and goes by a place's short name: 银保监局.
    static let verticalBody = WordKind(rawValue: 1 << 29)
    /// A surname.
    static let surname = WordKind(rawValue: 1 << 30)

    // Endings live in a tree of their own and use the bits again.

    /// The ending of a body: 局, 委员会.
    static let body = WordKind(rawValue: 1 << 0)
    /// The ending of a place: 县, 街道.
    static let placeEnd = WordKind(rawValue: 1 << 1)
    /// The ending of a class of bodies: 部门, 企业.
    static let classEnd = WordKind(rawValue: 1 << 2)
    /// A word that only looks like an ending: 社会.
    static let noEnd = WordKind(rawValue: 1 << 3)
    /// The ending of a body that takes the local prefix.
    static let carries = WordKind(rawValue: 1 << 4)
    /// The ending of a branch: 分局, 支队.
    static let branch = WordKind(rawValue: 1 << 5)
    /// The ending of an enterprise, school, hospital or institute.
    static let independent = WordKind(rawValue: 1 << 6)
    /// The ending of an organ that governs a place.
    static let organEnd = WordKind(rawValue: 1 << 7)
    /// The ending of a part of an office.
    static let sectionEnd = WordKind(rawValue: 1 << 8)
    /// The ending of a development zone.
    static let zoneEnd = WordKind(rawValue: 1 << 9)
    /// A noun that ends a class name whatever comes before: 乡镇.
    static let alwaysClass = WordKind(rawValue: 1 << 10)
    /// A place-like word that names no place: 城市, 社区.
    static let noPlace = WordKind(rawValue: 1 << 11)

    /// A place-like word that names no place unless something stands before it: 山区.
    static let noPlaceAlone = WordKind(rawValue: 1 << 12)

    static let anyVerb: WordKind = [.leadVerb, .assistVerb, .dutyVerb, .weakVerb, .joinVerb]
    static let anyLabel: WordKind = [.leadLabel, .dutyLabel, .assistLabel, .otherLabel]
}
