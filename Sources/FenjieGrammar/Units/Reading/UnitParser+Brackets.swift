internal import FenjieModel

/// What a pair of brackets in a cell is for.
enum BracketUse: UInt8 {
    /// Part of a name: an alias, a pattern, a list of what a body holds.
    case name
    /// Around units: the bracket only separates.
    case separating
    /// A remark that is no part of a name.
    case note
    case leadNote
    case responsibleNote
    case assistingNote
    /// Without a partner, and no separator either.
    case plain
}

extension UnitParser {
    /// Finds partners and decides what each outer pair is for; pairs inside a separating pair are judged too, to
    /// a fixed depth.
    mutating func pairBrackets() {
        let count = glyphs.count
        guard glyphs.codes.contains(where: { $0 == 0x28 || $0 == 0x29 }) else { return }
        partner = Array(repeating: -1, count: count)
        brackets = Array(repeating: .name, count: count)
        var open: [Int] = []
        var isUneven = false
        for index in 0..<count {
            if glyphs.codes[index] == 0x28 {
                open.append(index)
            } else if glyphs.codes[index] == 0x29 {
                if let begin = open.popLast() {
                    partner[begin] = Int32(index)
                    partner[index] = Int32(begin)
                } else {
                    brackets[index] = .separating
                    isUneven = true
                }
            }
        }
        for index in open { brackets[index] = isLevelText(index + 1) ? .plain : .separating }
        if isUneven || !open.isEmpty { doubts.append(Self.unevenBracket) }
        judge(0, count, depth: 0)
    }

    private mutating func judge(_ start: Int, _ end: Int, depth: Int) {
        var index = start
        while index < end {
            guard glyphs.codes[index] == 0x28, partner[index] > Int32(index) else {
                index += 1
                continue
            }
            let close = Int(partner[index])
            let use = depth < 3 ? use(index, close, start, end) : .name
            brackets[index] = use
            brackets[close] = use
            if use == .separating { judge(index + 1, close, depth: depth + 1) }
            index = close + 1
        }
    }

    private mutating func use(_ open: Int, _ close: Int, _ start: Int, _ end: Int) -> BracketUse {
        let inside = (open + 1)..<close
        guard !inside.isEmpty else { return .note }
        if surroundsAll(open, close, start, end) { return .separating }
        if let role = roleNote(inside) { return role }
        if firstLeads(inside) {
            doubts.append(Self.firstLeadsNote)
            return .note
        }
        if isRemark(inside) {
            if let colon = firstPlace(of: [0x3A], inside), isOfOverseer(inside.lowerBound, colon) {
                doubts.append(Self.leftOut(text(inside)))
            }
            return .note
        }
        if isPerson(inside, before: close) { return .note }
        if holdsRoles(inside) { return .separating }
        let isAlone = open == start || isBreak(open - 1)
        if isAlone, close + 1 == end || isBreak(close + 1) { return .separating }
        return .name
    }

    /// （市教育局、市财政局。）: nothing but marks stands outside.
    private func surroundsAll(_ open: Int, _ close: Int, _ start: Int, _ end: Int) -> Bool {
        for index in start..<open where !isMark(index) { return false }
        for index in (close + 1)..<end where !isMark(index) { return false }
        return true
    }

    private func isMark(_ index: Int) -> Bool {
        switch words.classes.mark(glyphs.codes[index]) {
        case .none, .letter, .digit, .open, .close: false
        default: true
        }
    }

    private func isBreak(_ index: Int) -> Bool { isMark(index) }

    /// （牵头）, （配合单位）, （负责）.
    private func roleNote(_ inside: Range<Int>) -> BracketUse? {
        guard inside.count <= 12 else { return nil }
        let inside = withoutAbove(inside)
        if let label = label(inside.lowerBound, inside.upperBound), label.start == inside.lowerBound {
            if label.kinds.contains(.leadLabel) { return .leadNote }
            if label.kinds.contains(.assistLabel) { return .assistingNote }
            // （单位） and （部门） are parts of names; only a word for the role is a role.
            let general = words.words.longest(
                in: glyphs.codes, from: inside.lowerBound, to: inside.upperBound, .general)
            if label.kinds.contains(.dutyLabel), general.length < inside.count || inside.count >= 4 {
                return .responsibleNote
            }
        }
        if let phrase = rolePhrase(inside.lowerBound, inside.upperBound), phrase.end == inside.upperBound {
            switch phrase.meaning {
            case .lead, .join: return .leadNote
            case .assist: return .assistingNote
            case .duty: return .responsibleNote
            case .weak: return nil
            }
        }
        return nil
    }

    /// 以上为配合单位 without 以上.
    private func withoutAbove(_ inside: Range<Int>) -> Range<Int> {
        let above = words.words.longest(
            in: glyphs.codes, from: inside.lowerBound, to: inside.upperBound, .several)
        return above.length == 2 && inside.count > 4 ? (inside.lowerBound + 2)..<inside.upperBound : inside
    }

    /// Telephone numbers, list numbers, duties, 下同 and 以下简称.
    private func isRemark(_ inside: Range<Int>) -> Bool {
        var isNumber = true
        for index in inside where isNumber {
            let code = glyphs.codes[index]
            let mark = words.classes.mark(code)
            isNumber = isNumeral(code) || mark == .bullet || mark == .comma || mark == .enumeration || mark == .dot
        }
        if isNumber { return true }
        if let phrase = rolePhrase(inside.lowerBound, inside.upperBound), phrase.isStrong { return true }
        if let label = otherLabel(inside) { return label }
        for word in Self.remarkWords where contains(word, inside) { return true }
        return false
    }

    /// A colon behind a label of something that is no unit: （联系人：…）.
    private func otherLabel(_ inside: Range<Int>) -> Bool? {
        let limit = min(inside.upperBound, inside.lowerBound + 16)
        for index in inside.lowerBound..<limit where words.classes.mark(glyphs.codes[index]) == .colon {
            guard let label = label(inside.lowerBound, index) else { return nil }
            return label.kinds.contains(.otherLabel)
        }
        return nil
    }

    /// 以下简称, 下同, 排名不分先后, 除外
    static let remarkWords: [[UInt16]] = [
        "简称", "下同", "不分先后", "除外", "以下统称", "另行", "待定", "为准", "盖章", "签字", "为牵头", "为责任", "为配合", "为主办", "排名", "排序", "主要责任",
    ]
    .map { Array($0.utf16) }

    /// A label with a colon, or a list that ends in a role verb.
    private func holdsRoles(_ inside: Range<Int>) -> Bool {
        for index in inside where words.classes.mark(glyphs.codes[index]) == .colon {
            if label(inside.lowerBound, index) != nil { return true }
            break
        }
        var end = inside.upperBound
        while end > inside.lowerBound, isMark(end - 1) { end -= 1 }
        let near = max(inside.lowerBound + 1, end - 12)
        guard near < end else { return false }
        for index in near..<end {
            guard let phrase = rolePhrase(index, end), phrase.end == end, phrase.isStrong else { continue }
            return isComplete(inside.lowerBound, index) || contains(Self.openEnd, inside.lowerBound..<index)
        }
        return false
    }

    private static let openEnd = Array("等".utf16)

    /// One or more Chinese personal names: 张三, 李四、王五.
    func isPerson(_ inside: Range<Int>, before close: Int) -> Bool {
        guard inside.count <= 24 else { return false }
        if close + 1 < glyphs.count, !isMark(close + 1), glyphs.gaps[close + 1] == .none,
            glyphs.codes[close + 1] != 0x29, glyphs.codes[close + 1] != 0x28
        {
            return false
        }
        var start = inside.lowerBound
        for index in inside.lowerBound...inside.upperBound {
            guard index == inside.upperBound || isMark(index) || (index > start && glyphs.gaps[index] != .none) else {
                continue
            }
            guard isPersonalName(start, index) || isLongNumber(start, index) && start > inside.lowerBound else {
                return false
            }
            start = index < inside.upperBound && isMark(index) ? index + 1 : index
        }
        return true
    }

    private func isLongNumber(_ start: Int, _ end: Int) -> Bool {
        guard end - start >= 5 else { return false }
        for index in start..<end where words.classes.mark(glyphs.codes[index]) != .digit { return false }
        return true
    }

    /// Two to four glyphs that begin with a surname and are no word of the grammar.
    func isPersonalName(_ start: Int, _ end: Int) -> Bool {
        guard (2...4).contains(end - start) else { return false }
        let codes = glyphs.codes
        let surname = words.surnames.longest(in: codes, from: start, to: end, .surname).length
        guard surname > 0, end - start <= surname + 2 else { return false }
        for index in start..<end where codes[index] < 0x4E00 || codes[index] > 0x9FFF { return false }
        let known = words.words.longest(
            in: codes, from: start, to: end,
            [.stem, .general, .level, .zone, .shortPlace, .localBody, .several, .section, .organ, .placeClass, .brand])
        return known.length < 2 && ending(start, end) == nil
    }

    /// Whether some glyphs contain a word outside brackets.
    func contains(_ word: [UInt16], _ range: Range<Int>) -> Bool { firstPlace(of: word, range) != nil }

    /// Where a word first stands outside brackets.
    func firstPlace(of word: [UInt16], _ range: Range<Int>) -> Int? {
        guard range.count >= word.count, let first = word.first else { return nil }
        var index = range.lowerBound
        while index + word.count <= range.upperBound {
            let code = glyphs.codes[index]
            if code == first, zip(word, glyphs.codes[index...]).allSatisfy({ $0 == $1 }) { return index }
            index = code == 0x28 ? skipBracket(index) : index + 1
        }
        return nil
    }

    /// Levels and marks up to the next separator but 、: what （市、区 leaves open.
    private func isLevelText(_ start: Int) -> Bool {
        let end = min(glyphs.count, start + 2)
        return words.words.longest(in: glyphs.codes, from: start, to: end, [.level, .placeClass]).length > 0
            && (start + 1 >= glyphs.count || isMark(start + 1))
    }

    /// Whether a bracket parts names.
    func isSeparatingBracket(_ index: Int) -> Bool { brackets[index] == .separating }

    /// The glyph behind a bracket that does not part names.
    func skipBracket(_ index: Int) -> Int {
        if partner[index] > Int32(index) { return Int(partner[index]) + 1 }
        return brackets[index] == .plain ? levelListEnd(index + 1) : index + 1
    }

    /// Behind the levels that （市、区 lists without closing the bracket.
    private func levelListEnd(_ start: Int) -> Int {
        var index = start
        while index < glyphs.count {
            let level = words.words.longest(
                in: glyphs.codes, from: index, to: min(glyphs.count, index + 2), [.level, .placeClass]
            ).length
            guard level > 0 else { break }
            index += level
            guard index < glyphs.count, isMark(index),
                words.words.longest(
                    in: glyphs.codes, from: index + 1, to: min(glyphs.count, index + 3), [.level, .placeClass]
                ).length > 0
            else { break }
            index += 1
        }
        return max(index, start)
    }

    private static let unevenBracket = Finding(
        "unit-bracket-uneven", .warning,
        message: Message("单位栏的括号不成对，已把多出的括号当作分隔", "brackets are not in pairs; the odd one was read as a separator"),
        hint: Message("请补齐或删去括号", "add or delete the bracket"))

    static let firstLeadsNote = Finding(
        "unit-first-leads-note", .info,
        message: Message(
            "注明了排在第一位的单位牵头，现仍按各自的角色读取", "a note says that the first unit leads; roles were left as they are"),
        hint: Message("如需按此处理，请用 --first-leads", "use --first-leads to read it so"))
}
