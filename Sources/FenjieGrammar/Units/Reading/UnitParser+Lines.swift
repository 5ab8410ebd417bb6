// Where a line break parts two names: one unit on each line is common in workbooks, and so is a narrow column.

extension UnitParser {
    /// Whether a line break behind a complete name parts two names.
    ///
    /// It does, unless the next line has no identity of its own and goes on with what stands before it.
    func separatesAtLine(_ name: Int, _ index: Int, _ end: Int) -> Bool {
        let stop = nextGap(index, end)
        if isFragment(index, stop) || endsAtNextLine(name, index, stop) { return false }
        if isPlaceAlone(name, index) { return !placeGoesOn(name, index, stop, end) }
        if isBareOrgan(name, index), !startsWithYouthLeague(name, index), !standsBesideOrgan(index, stop, end) {
            return false
        }
        if isCoordinating(name, index), isWord(Self.office, index, stop) { return false }
        return !isBranch(index, stop, of: name, end)
    }

    /// 纪委 / 监委, 各镇 / 街道: the line is whole beside what stands before it, although both make one word.
    func isWholeOfItsOwn(_ name: Int, _ index: Int, _ end: Int) -> Bool {
        let stop = nextGap(index, end)
        if isTownship(glyphs.codes[index - 1]), Self.subdistricts.contains(where: { isWord($0, index, stop) }) {
            // A subdistrict is no township.
            return glyphs.codes[index - 1] != 0x9053
        }
        guard isBareOrgan(name, index), !isWord(Self.partyGroup, index, stop) else { return false }
        return words.words.longest(in: glyphs.codes, from: index, to: stop, .organ).length == stop - index
    }

    /// What nobody is called: 局, 公司, 委员会.
    private func isFragment(_ index: Int, _ stop: Int) -> Bool {
        stop - index == 1 && words.classes.mark(glyphs.codes[index]) == .none
            || Self.fragments.contains { isWord($0, index, stop) }
    }

    /// 县烟草 / 局: a brand is a name without an ending, and goes on with one.
    private func endsAtNextLine(_ name: Int, _ index: Int, _ stop: Int) -> Bool {
        guard isBrand(name, index) else { return false }
        return words.endings.longestBackwards(in: glyphs.codes, from: index, to: stop, .body).length == stop - index
    }

    /// 东关街道 / 办事处, 国网平川县 / 供电公司, 平川县 / 教育局, but not 城关镇 / 派出所.
    private func placeGoesOn(_ name: Int, _ index: Int, _ stop: Int, _ end: Int) -> Bool {
        let codes = glyphs.codes
        if words.words.longest(in: codes, from: index, to: end, .organ).length > 0 { return true }
        if Self.branches.contains(where: { $0.ends.contains { isWord($0, index, stop) } }) { return true }
        let next = shape(index, stop)
        guard next.prefix == .none else { return false }
        let left = shape(name, index)
        if left.prefix == .vertical { return true }
        let isCounty = [0x53BF, 0x5E02, 0x533A].contains(codes[index - 1])  // 县 市 区
        guard isCounty, left.prefix == .place, left.prefixEnd == index else { return false }
        return next.stemEnd > 0 && next.stemEnd == next.endingStart && next.ending.contains(.carries)
    }

    /// What stands behind 县委 or 县政府 without being part of it: 县财政局, 妇联, 财政局.
    private func standsBesideOrgan(_ index: Int, _ stop: Int, _ end: Int) -> Bool {
        if surelyStartsName(index, end) { return true }
        let known = words.words.longest(
            in: glyphs.codes, from: index, to: stop, [.localBody, .partyDepartment, .partyOffice, .section, .brand])
        guard known.kinds.isDisjoint(with: [.partyDepartment, .partyOffice, .section]) else { return false }
        let last = glyphs.codes[stop - 1]
        if !known.kinds.isDisjoint(with: [.localBody, .brand]) { return last != 0x529E && last != 0x5BA4 }  // 办 室
        let next = shape(index, stop)
        return next.stemEnd > 0 && next.stemEnd == stop - 1 && (last == 0x5C40 || last == 0x5385)  // 局 厅
    }

    /// A body that only has an office: 县安委会, 县防汛指挥部.
    private func isCoordinating(_ name: Int, _ index: Int) -> Bool {
        Self.coordinating.contains { hasEnd($0, name, index) }
    }

    /// Whether a line is a branch of the body before it: 市公安局 / 高新分局, 国家税务总局 / 平川县税务局.
    private func isBranch(_ index: Int, _ stop: Int, of name: Int, _ end: Int) -> Bool {
        guard let family = Self.branches.first(where: { $0.ends.contains { hasEnd($0, index, stop) } }),
            family.parents.contains(where: { hasEnd($0, name, index) })
                || family.isOfBrands && isBrand(name, index)
        else { return false }
        let length = family.ends.filter { hasEnd($0, index, stop) }.map(\.count).max() ?? 0
        let next = shape(index, stop)
        let start = index + words.words.longest(in: glyphs.codes, from: index, to: stop, .brand).length
        guard next.prefix != .vertical, next.prefix != .level, start == index || start > stop - length else {
            return false
        }
        // A matter of its own makes a body of its own: 财政局 / 公安分局.
        guard next.stemEnd > 0, next.stemEnd <= stop - length else { return true }
        let matter = Array(glyphs.codes[next.prefixEnd..<next.stemEnd])
        return contains(matter, max(name, index - 24)..<index)
    }

    private func isWord(_ word: [UInt16], _ start: Int, _ end: Int) -> Bool {
        word.count == end - start && hasEnd(word, start, end)
    }

    private func hasEnd(_ word: [UInt16], _ start: Int, _ end: Int) -> Bool {
        word.count <= end - start && zip(word, glyphs.codes[(end - word.count)..<end]).allSatisfy { $0 == $1 }
    }

    /// What branches are called, and how the bodies end that have such branches.
    private struct BranchFamily {
        let ends: [[UInt16]]
        let parents: [[UInt16]]
        /// A brand is a body with such branches too: 中国移动.
        let isOfBrands: Bool

        init(_ ends: String, of parents: String, isOfBrands: Bool = false) {
            self.ends = UnitParser.words(ends)
            self.parents = UnitParser.words(parents)
            self.isOfBrands = isOfBrands
        }
    }

    private static let branches = [
        BranchFamily("分局 支局 监管组", of: "局 署"),
        BranchFamily("税务局", of: "税务总局 税务局"),
        BranchFamily("调查队", of: "统计局 总队"),
        BranchFamily("分行 支行 中心支行 中支 营业管理部", of: "行", isOfBrands: true),
        BranchFamily("分公司 支公司 供电公司 供电所 供电中心 营销部", of: "公司 集团", isOfBrands: true),
        BranchFamily("营业部", of: "行 公司 集团", isOfBrands: true),
        BranchFamily("分中心 管理部", of: "中心"),
        BranchFamily("分院 分校", of: "院 校 学"),
        BranchFamily("分社", of: "社"),
        BranchFamily("分会", of: "会"),
        BranchFamily("海关 分署", of: "署"),
        BranchFamily("支队 大队 中队", of: "总队 支队 大队"),
    ]

    private static let fragments = words(
        "公司 集团 有限公司 集团公司 有限责任公司 集团有限公司 股份有限公司 大队 中队 支队 总队 中心 委员会 指挥部 领导小组 小组 专班 工作专班 联席会议")
    private static let coordinating = words("委员会 委会 安委会 编委 领导小组 指挥部 联席会议 工作组 专班")
    private static let office = Array("办公室".utf16)
    private static let subdistricts = words("街道 街道办 街道办事处")
    private static let partyGroup = Array("党组".utf16)

    private static func words(_ text: String) -> [[UInt16]] { text.split(separator: " ").map { Array($0.utf16) } }
}
