/// A name found in a cell, before what it shares with its neighbours is restored. Places are glyphs.
struct UnitItem {
    enum Separator: Int, Comparable {
        /// Nothing stands before it.
        case start
        /// 、, 和, white space: the same list.
        case weak
        /// ，: perhaps another level of government.
        case comma
        /// ；, a full stop, a number: another list.
        case strong

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    var start: Int
    var end: Int
    var separator: Separator
    var role: Role?
    /// The role is that of a label such as 责任单位, which a verb says more exactly.
    var isRoleGeneral = false
    var isOpen = false
    /// The level that ends an open list: 等市直有关部门.
    var isOpenTail = false
    /// What the names known beforehand say of it.
    var knowledge = Knowledge.none
    var shape = NameShape()

    /// Glyphs of other items to put before the name.
    var prefix = 0..<0
    /// 委 stands between prefix and name.
    var hasPartyPrefix = false
    /// Glyphs of another item to put behind the name.
    var suffix = 0..<0
    /// The noun of an open end that the names before it share: 教育、卫健等部门.
    var sharedNoun = 0..<0

    enum Knowledge {
        case none
        case unit
        case collective
    }

    var isKnown: Bool { knowledge != .none }
    var range: Range<Int> { start..<end }
    /// The text of the body behind its prefix.
    var body: Range<Int> { shape.prefixEnd..<end }
}

/// What the parts of a name are.
struct NameShape {
    enum Prefix {
        case none
        /// A level without a name: 市.
        case level
        /// A named place: 莘县.
        case place
        /// A development zone: 高新区.
        case zone
        /// A short name: 聊城.
        case short
        /// A body that takes no local prefix.
        case vertical
    }

    var prefix = Prefix.none
    /// Behind 各 and the like.
    var severalEnd = 0
    /// Behind place and level.
    var prefixEnd = 0
    /// Behind 委 of 市委 where more follows, otherwise 0.
    var partyEnd = 0
    /// Behind the organ with which the body begins, otherwise 0.
    var organEnd = 0
    /// Behind the matter with which the body begins, otherwise 0.
    var stemEnd = 0
    /// Where the ending begins.
    var endingStart = 0
    var ending: WordKind = []
    var isComplete = false
    /// The level is a class of places: 乡镇, 县（市、区）.
    var isClassLevel = false
    var isSeveral: Bool { severalEnd > 0 }
}
