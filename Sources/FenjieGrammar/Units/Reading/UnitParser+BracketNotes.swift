// Remarks in brackets inside a part, and the roles that they give.

extension UnitParser {
    /// Reads a bracket inside a part: passes over it, or ends the name before a remark.
    mutating func readBracket(_ index: Int, _ end: Int, name: inout Int) -> Int {
        let next = min(skipBracket(index), end)
        switch brackets[index] {
        case .name, .plain, .separating: return next
        case .note, .leadNote, .responsibleNote, .assistingNote:
            let before = items.count
            let isLabel = name == index && (items.isEmpty || usesBracketLabels)
            addName(name, index)
            name = next
            guard let role = Self.role(of: brackets[index]) else { return next }
            hasRoles = true
            if isLabel || usesBracketLabels {
                // 【牵头单位】市教育局: the bracket labels what follows.
                usesBracketLabels = true
                startLabel()
                labelRole = role
            } else if startsWithAbove(index + 1) {
                apply(role == .lead ? .lead : role == .assisting ? .assist : .duty)
            } else if items.count > before {
                if role == .assisting { giveBack(role) }
                items[items.count - 1].role = role
            }
            return next
        }
    }

    /// 甲（牵头）、乙、丙（配合）: behind a lead the remark holds for all names since.
    private mutating func giveBack(_ role: Role) {
        guard let lead = items.suffix(64).lastIndex(where: { $0.role == .lead }) else { return }
        for index in (lead + 1)..<items.count where items[index].role == nil { items[index].role = role }
    }

    /// 以上, 上述 or 均: a remark about all the names before it.
    private func startsWithAbove(_ index: Int) -> Bool {
        guard index + 1 < glyphs.count else { return false }
        switch glyphs.codes[index] {
        case 0x5747, 0x90FD: return true
        case 0x4EE5: return glyphs.codes[index + 1] == 0x4E0A
        case 0x4E0A: return glyphs.codes[index + 1] == 0x8FF0
        default: return false
        }
    }

    private static func role(of use: BracketUse) -> Role? {
        switch use {
        case .leadNote: .lead
        case .responsibleNote: .responsible
        case .assistingNote: .assisting
        default: nil
        }
    }
}
