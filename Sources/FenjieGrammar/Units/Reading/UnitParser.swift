internal import FenjieModel

/// Reads one cell: cuts it at its marks, reads each part, then restores what names share.
///
/// The steps, each in a file of its own and each linear: brackets are paired and judged (`+Brackets`), the cell is cut
/// at separators (`read`), a part is cut at role phrases, open ends, conjunctions and run-together names (`+Parts`),
/// pieces become items (`+Items`), shared endings and prefixes are restored (`+Endings`, `+Prefixes`), and items
/// become readings (`+Readings`).
struct UnitParser {
    let glyphs: Glyphs
    let words = UnitWords.shared
    let columnRole: Role
    let options: UnitGrammar.Options

    /// For each bracket that belongs to a pair, the other one; otherwise -1. Empty where the cell has none.
    var partner: [Int32] = []
    /// What each opening bracket is for, by glyph; shared with its partner.
    var brackets: [BracketUse] = []

    var items: [UnitItem] = []
    var doubts: [Finding] = []

    // Roles, as the reading goes.
    var labelRole: Role?
    /// Behind 会同 all units assist.
    var isJoining = false
    /// Behind a label such as 责任人： nothing is a unit.
    var isSkipping = false
    /// Behind the free text of a verb, what does not look like a unit belongs to that text.
    var isBehindFreeText = false
    /// The next name is the tail of an open list: 等市直有关部门.
    var isTailNext = false
    /// Brackets such as 【牵头单位】 stand before the units that they label.
    var usesBracketLabels = false
    /// The name before was a person's.
    var isBehindPerson = false
    /// Whether a verb was met since the last strong separator.
    var hasVerb = false
    /// The first item that the next verb can reach.
    var reach = 0
    /// The first item behind the last comma.
    var behindComma = 0
    var hasRoles = false
    /// What stands between the last item and the next.
    var separator = UnitItem.Separator.start
    /// Whether the part before ended in an open end such as 等部门, so that a further general noun belongs to it.
    var isBehindOpenEnd = false

    init(_ cell: String, role: Role, options: UnitGrammar.Options) {
        glyphs = Glyphs(cell)
        columnRole = role
        self.options = options
        items.reserveCapacity(8)
    }

    /// Reads the whole cell into items.
    mutating func read() {
        guard glyphs.count > 0, !meansSameAsAbove(0, glyphs.count) else { return }
        pairBrackets()
        var start = 0
        var index = 0
        while index < glyphs.count {
            if let known = options.known, index == start, let found = knownName(known, from: index) {
                addItem(index, found.end, known: found.kind)
                index = found.end
                start = index
                continue
            }
            let mark = words.classes.mark(glyphs.codes[index])
            if mark == .none {
                index += 1
            } else {
                index = read(mark, at: index, start: &start)
            }
        }
        readPart(start, glyphs.count)
        if isTailNext, !items.isEmpty { items[items.count - 1].isOpen = true }
        restoreEndings()
        restorePrefixes()
    }

    /// Reads a mark, and the part before it where the mark ends one; returns the glyph behind it.
    private mutating func read(_ mark: GlyphClasses.Mark, at index: Int, start: inout Int) -> Int {
        switch mark {
        case .none, .letter, .digit, .bullet: return index + 1
        case .open, .close:
            guard isSeparatingBracket(index) else { return skipBracket(index) }
            readPart(start, mark == .close ? numberStart(start, index) : index)
            crossBracket(isOpening: mark == .open)
        case .dot:
            guard separatesAtDot(start, index) else { return index + 1 }
            readPart(start, index)
            cross(.weak)
        case .colon: readLabel(start, index)
        case .slash where isInsideLatin(index): return index + 1
        case .enumeration
        where isInsideOfficeList(index) || isInsideLevels(index) || isBehindCentral(index)
            || isInsideLabel(start, index):
            return index + 1
        case .enumeration where isNumbering(start, index): separator = max(separator, .comma)
        case .enumeration:
            let number = numberStart(start, index)
            readPart(start, number)
            cross(number < index ? .strong : .weak)
        case .slash, .comma, .semicolon, .stop, .circled:
            readPart(start, index)
            cross(Self.separator(of: mark))
        }
        start = index + 1
        return start
    }

    private static func separator(of mark: GlyphClasses.Mark) -> UnitItem.Separator {
        switch mark {
        case .comma: .comma
        case .semicolon, .stop, .circled: .strong
        default: .weak
        }
    }

    /// Notes a separator and what it ends.
    mutating func cross(_ next: UnitItem.Separator) {
        separator = max(separator, next)
        if next >= .comma { behindComma = items.count }
        if next == .strong {
            reach = items.count
            hasVerb = false
            isJoining = false
            isSkipping = false
            isBehindFreeText = false
        }
    }

    /// A bracket that only surrounds units: the reach of verbs stops there.
    private mutating func crossBracket(isOpening: Bool) {
        separator = max(separator, .comma)
        reach = items.count
        behindComma = items.count
        isSkipping = false
        isJoining = false
        if !isOpening { labelRole = nil }
    }

    /// Digits, or 一, 二 and so on before 、 number a list: 1、市教育局.
    private func isNumbering(_ start: Int, _ end: Int) -> Bool {
        guard end > start, end - start <= 3 else { return false }
        for index in start..<end where !isNumeral(glyphs.codes[index]) { return false }
        return true
    }

    /// 各委、办、局 is one name.
    private func isInsideOfficeList(_ index: Int) -> Bool {
        guard index >= 2, index + 1 < glyphs.count, isOfficeGlyph(index - 1), isOfficeGlyph(index + 1) else {
            return false
        }
        let before = glyphs.codes[index - 2]
        guard before == 0x5404 || before == 0x3001 || before == 0x5C5E || before == 0x76F4 else { return false }
        return index + 2 == glyphs.count || words.classes.mark(glyphs.codes[index + 2]) != .none
    }

    /// 市、区两级教育局 is one name.
    private func isInsideLevels(_ index: Int) -> Bool {
        guard index > 0, isLevelGlyph(index - 1), index + 3 < glyphs.count, isLevelGlyph(index + 1) else {
            return false
        }
        var next = index + 2
        while next + 1 < glyphs.count, next < index + 8, isLevelGlyph(next) || glyphs.codes[next] == 0x3001 {
            next += 1
        }
        let code = glyphs.codes[next]
        return next + 1 < glyphs.count && (code == 0x4E24 || code == 0x4E09 || code == 0x56DB)
            && glyphs.codes[next + 1] == 0x7EA7
    }

    /// 中央、省驻济单位 is one name: 中央 alone is no unit, and a level goes on with what it shares.
    private func isBehindCentral(_ index: Int) -> Bool {
        guard index >= 2, index + 1 < glyphs.count, glyphs.codes[index - 2] == 0x4E2D, glyphs.codes[index - 1] == 0x592E
        else { return false }
        return isLevelGlyph(index + 1) || glyphs.codes[index + 1] == 0x9A7B  // 驻
    }

    /// 省 市 县 区 乡 镇 村
    private func isLevelGlyph(_ index: Int) -> Bool {
        [0x7701, 0x5E02, 0x53BF, 0x533A, 0x4E61, 0x9547, 0x6751].contains(glyphs.codes[index])
    }

    /// 部 委 办 厅 局
    private func isOfficeGlyph(_ index: Int) -> Bool {
        [0x90E8, 0x59D4, 0x529E, 0x5385, 0x5C40].contains(glyphs.codes[index])
    }

    /// Where the digits before 、 begin if they number what follows: 1、市教育局2、市财政局.
    private func numberStart(_ start: Int, _ end: Int) -> Int {
        var index = end
        while index > start, words.classes.mark(glyphs.codes[index - 1]) == .digit { index -= 1 }
        return index > start && index < end && isComplete(start, index) ? index : end
    }

    private func isInsideLatin(_ index: Int) -> Bool {
        guard index > 0, index + 1 < glyphs.count else { return false }
        let classes = words.classes
        let before = classes.mark(glyphs.codes[index - 1])
        let after = classes.mark(glyphs.codes[index + 1])
        return (before == .letter || before == .digit) && (after == .letter || after == .digit)
    }

    /// A point parts names only where both sides are names: 市教育局.市财政局; behind a number it numbers a list.
    private func separatesAtDot(_ start: Int, _ index: Int) -> Bool {
        if isNumbering(start, index) { return true }
        guard index > start else { return true }
        return isComplete(start, index) && startsName(index + 1, min(glyphs.count, index + 32))
    }

    /// The end of a known name that begins here and is followed by something that can end a name.
    func knownName(
        _ known: UnitGrammar.KnownNames, from start: Int
    ) -> (end: Int, kind: UnitItem.Knowledge)? {
        let match = known.tree.longest(in: glyphs.codes, from: start, to: glyphs.count, [.localBody, .general])
        guard match.length > 0, canEndName(start, start + match.length) else { return nil }
        return (start + match.length, match.kinds.contains(.general) ? .collective : .unit)
    }

    /// Whether what follows a known name can follow a name at all.
    private func canEndName(_ start: Int, _ end: Int) -> Bool {
        if end == glyphs.count || glyphs.gaps[end] != .none { return true }
        let code = glyphs.codes[end]
        switch words.classes.mark(code) {
        case .enumeration, .comma, .semicolon, .stop, .colon, .slash: return true
        case .close: return partner[end] < Int32(start)
        default: break
        }
        if words.classes[code] & GlyphClasses.openEnd != 0 { return true }
        if words.words.longest(in: glyphs.codes, from: end, to: glyphs.count, .anyVerb).length > 1 { return true }
        if words.classes[code] & GlyphClasses.conjunction != 0 {
            return startsName(end + 1, min(glyphs.count, end + 32))
        }
        return false
    }

    /// Digits and Chinese figures.
    func isNumeral(_ code: UInt16) -> Bool {
        switch code {
        case 0x30...0x39: true
        // 一 二 三 四 五 六 七 八 九 十 百 两 几 余 多 数
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x4E24: true
        default: false
        }
    }
}
