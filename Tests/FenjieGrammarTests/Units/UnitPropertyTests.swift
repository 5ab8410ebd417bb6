import FenjieGrammar
import Testing

@Suite struct UnitPropertyTests {
    private static let pieces = [
        "市教育局", "财政局", "自然资源和规划局", "各县（市、区）人民政府", "高新区管委会", "县委组织部", "宣传部", "团市委", "国网柳河供电公司", "市直有关部门", "街道",
        "办公室", "教育", "柳河县", "（张三）", "（牵头）", "（", "）", "〈", "〔市〕", "、", "，", "；", "。", "：", "/", " ", "\n", "　", "和",
        "及", "与", "以及",
        "等", "等部门", "等6部门", "牵头", "配合", "会同", "按职责分工负责", "牵头单位：", "责任单位:", "联系人：", "由", "各", "有关", "1.", "①", "2022年",
        "★",
        "abc", "é", "𠮷", "👍", "\u{0}", "\u{FEFF}", "市", "局", "委",
    ]

    /// Cells of pieces put together at random, the same for the same seed.
    private static func cells(_ count: Int, seed: UInt64) -> [String] {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: state >> 33) % bound
        }
        return (0..<count).map { _ in (0..<(1 + next(14))).map { _ in pieces[next(pieces.count)] }.joined() }
    }

    @Test("Units stand in order, apart from each other, where they say", arguments: [UInt64(1), 20_260_101, 77])
    func rangesTileTheCell(_ seed: UInt64) {
        for text in Self.cells(400, seed: seed) {
            let cell = UnitCell(parsing: text)
            let bytes = Array(text.utf8)
            var position = 0
            var rebuilt: [UInt8] = []
            for unit in cell.units {
                #expect(unit.range.lowerBound >= position, "seed \(seed): \(text)")
                #expect(!unit.range.isEmpty && unit.range.upperBound <= bytes.count, "seed \(seed): \(text)")
                guard unit.range.lowerBound >= position, unit.range.upperBound <= bytes.count else { return }
                #expect(unit.printed == String(decoding: bytes[unit.range], as: UTF8.self), "seed \(seed): \(text)")
                rebuilt += bytes[position..<unit.range.lowerBound] + Array(unit.printed.utf8)
                position = unit.range.upperBound
            }
            rebuilt += bytes[position...]
            #expect(rebuilt == bytes, "seed \(seed): \(text)")
        }
    }

    @Test("Reading a name that was read gives the same name", arguments: [UInt64(5), 20_260_102])
    func namesAreStable(_ seed: UInt64) {
        let names = ["市教育局", "财政局", "自然资源和规划局", "各县（市、区）人民政府", "高新区管委会", "县委组织部", "宣传部", "团市委", "市直有关部门"]
        var state = seed
        for _ in 0..<300 {
            var parts: [String] = []
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                parts.append(names[Int(truncatingIfNeeded: state >> 33) % names.count])
            }
            for unit in UnitCell(parsing: parts.joined(separator: "、")).units {
                let again = UnitCell(parsing: unit.name)
                #expect(again.units.map(\.name) == [unit.name], "seed \(seed): \(parts)")
                #expect(again.units.first?.isCollective == unit.isCollective, "seed \(seed): \(parts)")
            }
        }
    }

    /// Texts that could make a careless reader slow: one mebibyte each would take minutes in quadratic time.
    private static let hostile: [String] = [
        "（", "）", "（）", "（（市）", "和", "市教育局和", "等", "市教育局等", "、", "：", "责任单位：", "牵头", "按职责分工负责", "各", "有关", "市", "局",
        "街道",
        "市教育局", "市教育局、", "部门和", "等部门和部门", "1.", "第一、", "市、", "各委、", "柳河镇", "张三 ", "市 ", "市教育局\n", "经开区高新园", "1", "一",
        "为牵头",
        "（张三、", "𠮷", "a", "\u{0}", "以上", "（以上", "（第一牵头", "【牵头】", "教育、",
    ]

    @Test("Long texts of any kind are read to the end", arguments: hostile)
    func hostileTexts(_ piece: String) {
        let text = String(repeating: piece, count: 12_288 / piece.utf8.count)
        let cell = UnitCell(parsing: text + "市财政局")
        #expect(cell.units.allSatisfy { $0.range.upperBound <= cell.cell.utf8.count })
        let nested = String(repeating: "（", count: 4_000) + piece + String(repeating: "）", count: 4_000)
        _ = UnitCell(parsing: nested)
    }
}
