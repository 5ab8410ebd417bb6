/// Tells whether a cell looks like a list of bodies.
enum UnitShape {
    /// The share of the cell that reads as names of bodies, from 0 to 1.
    static func share(of bytes: [UInt8]) -> Double {
        guard bytes.count <= 3_000 else { return 0 }
        var named = 0
        var total = 0
        for part in parts(of: bytes) {
            total += part.count
            if isName(part) { named += part.count }
        }
        // A sentence may name bodies in passing; a list hardly ever closes with a full stop.
        guard total > 0, !CellKind.endsSentence(bytes) || named * 20 > total * 19 else { return 0 }
        return Double(named) / Double(total)
    }

    /// The parts between 、 ， ； and their half-width forms, outside brackets.
    private static func parts(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        var depth = 0
        var index = 0
        while index < bytes.count {
            let length = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
            let end = min(index + length, bytes.count)
            let character = bytes[index..<end]
            if isOne(of: openings, character) { depth += 1 }
            if isOne(of: closings, character) { depth = max(0, depth - 1) }
            if depth == 0, isOne(of: separators, character) {
                if start < index { parts.append(bytes[start..<index]) }
                start = end
            }
            index = end
        }
        if start < bytes.count { parts.append(bytes[start...]) }
        return parts
    }

    private static func isName(_ part: ArraySlice<UInt8>) -> Bool {
        var name = withoutLabel(part)
        name = withoutBracket(name)
        name = withoutTail(name)
        guard name.count >= 6, name.count <= 54, !name.contains(where: { (0x30...0x39).contains($0) }) else {
            return false
        }
        guard !verbs.contains(where: { name.starts(with: $0) }) else { return false }
        if endings.contains(where: { name.ends(with: $0) }) { return true }
        return collectives.contains { name.starts(with: $0) } && name.count <= 45
    }

    /// `牵头单位：市财政局` without its label.
    private static func withoutLabel(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        for label in labels where part.starts(with: label) { return part.dropFirst(label.count) }
        return part
    }

    private static func withoutBracket(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        for (open, close) in brackets where part.ends(with: close) {
            guard let start = lastIndex(of: open, in: part), start > part.startIndex else { continue }
            return part[..<start]
        }
        return part
    }

    private static func lastIndex(of needle: [UInt8], in part: ArraySlice<UInt8>) -> Int? {
        var index = part.endIndex - needle.count
        while index >= part.startIndex {
            if part[index...].starts(with: needle) { return index }
            index -= 1
        }
        return nil
    }

    private static func withoutTail(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        for tail in tails where part.ends(with: tail) && part.count > tail.count {
            return withoutBracket(part.dropLast(tail.count))
        }
        return part
    }

    private static func isOne(of list: [[UInt8]], _ character: ArraySlice<UInt8>) -> Bool {
        list.contains { $0.elementsEqual(character) }
    }

    private static func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

    private static let openings = bytes(["（", "(", "〔", "〈", "["])
    private static let closings = bytes(["）", ")", "〕", "〉", "]"])
    private static let separators = bytes(["、", "，", "；", ",", ";", "。"])
    private static let brackets = [("（", "）"), ("(", ")"), ("〔", "〕"), ("〈", "〉")].map {
        (Array($0.0.utf8), Array($0.1.utf8))
    }
    private static let labels = ["牵头", "责任", "配合", "主办", "协办", "承办", "参与", "负责"].flatMap { role in
        ["单位：", "单位:", "部门：", "部门:", "：", ":"].map { Array((role + $0).utf8) }
    }
    private static let tails = bytes([
        "按职责分工负责", "结合实际落实", "分别负责", "负责落实", "牵头负责", "牵头", "配合", "协办", "参与", "负责", "参加", "会同", "主办", "等",
    ])
    private static let verbs = bytes([
        "加强", "推进", "推动", "深化", "优化", "规范", "完善", "做好", "提升", "强化", "紧扣", "突出", "健全", "落实", "开展", "建立", "抓好", "加大",
        "持续",
        "进一步", "积极", "严格", "扎实", "全面", "深入", "夯实", "打造", "围绕", "提高", "改进", "实施", "创新", "支持", "鼓励", "引导", "探索", "组织",
        "召开",
        "制定", "及时", "统筹", "加快", "构建", "培育", "扩大", "巩固", "发展", "保障", "聚焦", "促进", "编制", "设立", "设置", "建设", "改造", "新建",
        "完成",
    ])
    private static let endings = bytes([
        "局", "委", "办", "厅", "院", "室", "部", "处", "科", "股", "中心", "公司", "街道", "镇", "乡", "县", "区", "市", "政府", "会", "队",
        "所", "站", "银行",
        "行", "部门", "单位", "学校", "馆", "社", "关", "署", "集团", "企业", "机构", "党工委", "组", "团", "村", "台", "校", "庭", "党委", "组织",
        "段", "园", "州", "省",
    ])
    private static let collectives = bytes(["各", "市直", "县直", "区直", "有关", "相关", "全市", "全县"])
}
