// Which bodies stand under their place and take its prefix.

extension UnitParser {
    /// Departments, courts, mass organisations and public institutions stand under their place; enterprises,
    /// schools, sections of an office and bodies with a place of their own do not.
    func takesLocalPrefix(
        _ item: UnitItem, _ first: WordTree.Match, _ department: Range<Int>, isNational: Bool
    ) -> Bool {
        let shape = item.shape
        if isNational {
            // 教育部、税务总局 and 海关总署 have no 国家 before them.
            let last = glyphs.codes[item.end - 1]
            let isGeneralOffice = item.range.count > 2 && glyphs.codes[item.end - 2] == 0x603B
            return (last == 0x5C40 || last == 0x59D4) && !isGeneralOffice && shape.stemEnd == item.end - 1
        }
        if !first.kinds.isDisjoint(with: [.localBody, .partyDepartment, .partyOffice]) {
            if first.length == item.range.count { return true }
            if item.start + first.length < item.end, glyphs.codes[item.start + first.length] == 0x28 { return true }
        }
        if !item.suffix.isEmpty, shape.stemEnd == item.end { return !isEnterprise(item.suffix) }
        guard shape.isComplete else { return shape.stemEnd == item.end && item.separator == .weak && shape.stemEnd > 0 }
        if isTownship(department), glyphs.codes[item.end - 1] == 0x6240 || glyphs.codes[item.end - 1] == 0x7AD9 {
            return true
        }
        if shape.ending.contains(.branch), !shape.ending.contains(.carries) {
            // 公安分局 is the district's; 高新分局 is not.
            return stemMeetsEnding(item) && !shape.ending.contains(.independent)
        }
        if shape.ending.contains(.carries) { return true }
        if shape.ending.contains(.classEnd) { return stemMeetsEnding(item) }
        return stemMeetsEnding(item) && shape.ending.isDisjoint(with: [.independent, .placeEnd])
            && shape.ending.contains(.body) && !isSectionLike(item)
    }

    func isGovernmentOffice(_ item: UnitItem) -> Bool {
        Self.governmentOffices.contains { $0.count == item.range.count && contains($0, item.range) }
    }

    private static let governmentOffices = ["研究室", "督查室", "参事室", "政策研究室", "发展研究中心"].map { Array($0.utf16) }

    /// The matter reaches to the ending: 市场监管 and 局.
    private func stemMeetsEnding(_ item: UnitItem) -> Bool {
        item.shape.stemEnd >= item.shape.endingStart && item.shape.stemEnd > item.start && item.shape.stemEnd < item.end
    }

    /// 镇, 乡 or 街道, whose stations and offices are their own.
    private func isTownship(_ department: Range<Int>) -> Bool {
        guard let last = department.last else { return false }
        return [0x9547, 0x4E61, 0x9053].contains(glyphs.codes[last])
    }

    private func isEnterprise(_ range: Range<Int>) -> Bool {
        words.endings.longestBackwards(in: glyphs.codes, from: range.lowerBound, to: range.upperBound, .independent)
            .length == range.count
    }

    /// 财务科, 党建室: part of an office.
    private func isSectionLike(_ item: UnitItem) -> Bool {
        switch glyphs.codes[item.end - 1] {
        case 0x79D1, 0x80A1, 0x5BA4, 0x5904, 0x7EC4: true  // 科 股 室 处 组
        default: false
        }
    }
}
