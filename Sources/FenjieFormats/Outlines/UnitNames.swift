/// Tells lists of bodies from other words that stand in brackets.
enum UnitNames {
    /// 市教育局牵头，市财政局配合; 市教育局、市财政局按职责分工负责.
    ///
    /// - Parameters:
    ///   - content: the text inside a bracket.
    ///   - strictly: whether each part must be a body, with or without its role.
    /// - Returns: whether a part names a role, and bodies are there.
    static func namesRoles(_ content: ArraySlice<Unicode.Scalar>, strictly: Bool = false) -> Bool {
        let parts = parts(of: content)
        guard parts.contains(where: { withoutRole($0).count < $0.count }) else { return false }
        guard strictly else {
            return parts.contains { part in
                endings.contains { ending in contains(ending, in: part) }
            }
        }
        return parts.allSatisfy { part in
            let name = withoutTail(withoutRole(part))
            return name.count >= 3 && name.count <= 30 && ends(name, with: endings + rareEndings)
                && !isDescription(name)
        }
    }

    /// Nothing but names of bodies: 市教育局、各区政府.
    static func isList(_ content: ArraySlice<Unicode.Scalar>, behindStop: Bool) -> Bool {
        let parts = parts(of: content)
        guard !parts.isEmpty, parts.count > 1 || content.count >= 3 else { return false }
        let named = parts.filter { part in
            part.count >= 2 && part.count <= 30
                && (ends(part, with: endings) || behindStop && part.count >= 3 && ends(part, with: rareEndings))
        }
        return named.count * 10 >= parts.count * 7 && named.count > 0
    }

    /// Nothing but names that can be nothing else, for brackets in mid-sentence: 县发展改革局、县大数据中心, not 卫生室、文化站.
    static func isSureList(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = parts(of: content)
        return !parts.isEmpty
            && parts.allSatisfy { part in
                let name = withoutTail(part)
                guard name.count >= 3, name.count <= 30, !isDescription(name) else { return false }
                if ends(name, with: sureEndings) { return true }
                return name.count >= 4 && levels.contains(name[name.startIndex])
                    && !levelWords.contains { name.starts(with: $0) } && ends(name, with: endings + rareEndings)
            }
    }

    /// Whether a text ends with what may be a unit: a bracket behind it gives its other name.
    static func endsWithName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        ends(text, with: sureEndings) || ends(text, with: closeEndings)
    }

    private static func ends(_ text: ArraySlice<Unicode.Scalar>, with words: [[Unicode.Scalar]]) -> Bool {
        words.contains { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }
    }

    private static func withoutRole(_ part: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var name = part
        // 牵头负责 may be two roles of the list.
        for _ in 0..<2 {
            guard let role = roles.first(where: { name.count > $0.count && name.suffix($0.count).elementsEqual($0) })
            else { break }
            name = name.dropLast(role.count)
        }
        return name
    }

    /// A name without 等 behind it and without the bracket that explains it.
    private static func withoutTail(_ part: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var name = part
        if name.last == "等" { name = name.dropLast() }
        if let bracket = OutlineText.brackets(in: name).last, bracket.upperBound == name.endIndex {
            name = name[..<bracket.lowerBound]
        }
        return name
    }

    private static func isDescription(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
        descriptions.contains { name.starts(with: $0) }
    }

    private static func parts(of content: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
        var parts: [ArraySlice<Unicode.Scalar>] = []
        var start = content.startIndex
        var depth = 0
        for index in content.indices {
            if OutlineText.isOpening(content[index]) { depth += 1 }
            if OutlineText.isClosing(content[index]) { depth = max(0, depth - 1) }
            guard depth == 0, OutlineText.isSeparator(content[index]) || OutlineText.isSpace(content[index]) else {
                continue
            }
            if index > start { parts.append(content[start..<index]) }
            start = index + 1
        }
        if start < content.endIndex { parts.append(content[start...]) }
        return parts
    }

    private static func contains(_ word: [Unicode.Scalar], in text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.count >= word.count else { return false }
        for start in text.startIndex...(text.endIndex - word.count) where text[start...].starts(with: word) {
            return true
        }
        return false
    }

    private static let roles = [
        "牵头", "负责", "配合", "承办", "协办", "主办", "参与", "落实", "参加", "承担", "牵头负责", "按职责分工负责", "分别负责", "分工负责", "会同", "实施", "推进",
        "协助",
        "负责落实", "牵头落实", "组织实施", "牵头实施", "指导",
    ].map { Array($0.unicodeScalars) }
    private static let endings = [
        "局", "委", "办", "厅", "部", "院", "政府", "中心", "单位", "部门", "办公室", "公司", "集团", "管委会", "会", "站", "署", "街道", "镇", "乡",
        "区县", "县区",
        "处", "科", "科室", "工会", "学校", "高校", "银行", "支队", "总队", "大队", "分局", "区", "市", "县", "专班", "领导小组", "办事处", "党工委", "室",
        "队", "所",
        "股", "医院", "社",
    ].map { Array($0.unicodeScalars) }
    /// Endings of bodies that are as often buildings or groups.
    private static let rareEndings = [
        "馆", "园", "校", "台", "组", "团", "企业", "机构", "司", "党委", "纪委监委", "法院", "检察院", "库", "关", "行", "网", "厂", "场", "支局",
    ].map { Array($0.unicodeScalars) }
    private static let sureEndings = [
        "局", "委", "厅", "政府", "管委会", "委员会", "办公室", "党委", "法院", "检察院", "联合会", "分局", "支队", "党工委",
    ].map { Array($0.unicodeScalars) }
    private static let closeEndings = ["办", "部", "院", "公司", "街道", "镇", "乡", "单位", "部门"].map { Array($0.unicodeScalars) }
    private static let levels: Set<Unicode.Scalar> = ["省", "市", "县", "区", "州", "旗", "各"]
    private static let levelWords = [
        "市场", "市政设", "区域", "县域", "市域", "省域", "县城", "市区", "各类", "各项", "各种", "区位", "县级", "市级", "省级",
    ]
    .map { Array($0.unicodeScalars) }
    private static let descriptions = ["含", "包括", "包含", "不含", "如", "例如", "即", "原", "以下", "简称", "以及", "或", "非", "除"].map
    {
        Array($0.unicodeScalars)
    }
}
