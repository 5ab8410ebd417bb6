import FenjieGrammar
import Testing

@Suite("Numbering")
struct NumberingTests {
    @Test(
        "Ordinals are read, with the text behind them",
        arguments: [
            ("一、深化公开", .chinese, 1, "深化公开"), ("十二、保障", .chinese, 12, "保障"), ("一.保障", .chinese, 1, "保障"),
            ("（一）聚焦发展", .chineseInBrackets, 1, "聚焦发展"), ("(十六) 推动落实", .chineseInBrackets, 16, "推动落实"),
            ("（ 二 ）公开", .chineseInBrackets, 2, "公开"), ("（三）、公开", .chineseInBrackets, 3, "公开"),
            ("〔一〕公开", .chineseInBrackets, 1, "公开"), ("㈡公开", .chineseInBrackets, 2, "公开"),
            ("1. 抓好公开", .arabic, 1, "抓好公开"), ("1．抓好", .arabic, 1, "抓好"), ("12、抓好", .arabic, 12, "抓好"),
            ("１．抓好", .arabic, 1, "抓好"), ("1.2022年9月底前，建立专栏", .arabic, 1, "2022年9月底前，建立专栏"),
            ("⒈抓好", .arabic, 1, "抓好"), ("（1）抓好", .arabicInBrackets, 1, "抓好"), ("(2)抓好", .arabicInBrackets, 2, "抓好"),
            ("3）抓好", .arabicInBrackets, 3, "抓好"), ("⑴抓好", .arabicInBrackets, 1, "抓好"), ("①抓好", .circled, 1, "抓好"),
            ("⑳抓好", .circled, 20, "抓好"), ("第一章 总则", .chapter, 1, "总则"), ("第二部分：任务", .part, 2, "任务"),
            ("第十条 各单位", .article, 10, "各单位"), ("一是加强领导", .spoken, 1, "加强领导"), ("二是，加强", .spoken, 2, "加强"),
            ("第一，加强", .spoken, 1, "加强"), ("1.1 抓好", .decimal, 1, "抓好"), ("2.3.4抓好", .decimal, 4, "抓好"),
            ("1-2.抓好", .decimal, 2, "抓好"), ("3—1、抓好", .decimal, 1, "抓好"),
            ("第三节 人才", .section, 3, "人才"), ("1 总体安排", .arabic, 1, "总体安排"), ("  一、深化", .chinese, 1, "深化"),
        ] as [(String, Numbering.Style, Int, String)])
    func reads(_ line: String, _ style: Numbering.Style, _ value: Int, _ text: String) throws {
        let numbering = try #require(Numbering(parsing: line))
        #expect(numbering.style == style)
        #expect(numbering.value == value)
        #expect(numbering.text == text)
        #expect(line.contains(numbering.marker))
    }

    @Test(
        "Other beginnings are no ordinals",
        arguments: [
            "1-2月完成", "1-2.5万元",
            "", "深化公开", "2022年工作", "一般情况", "一是否", "1.5万元", "3.6%的", "（单位）", "（2022年）", "一网通办", "第三方评估", "12345热线",
            "5月底前",
            "（一", "1",
        ])
    func refuses(_ line: String) { #expect(Numbering(parsing: line) == nil) }

    @Test("Marker and text give back the line, white space aside")
    func losesNothing() {
        let pieces = ["一", "、", "（", "）", "1", ".", "第", "章", "是", " ", "公开", "①", "2", "十", "\u{3000}"]
        for seed in UInt64(1)...2000 {
            var generator = SmallGenerator(seed: seed)
            let line = (0..<Int(generator.next() % 8)).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }
                .joined()
            guard let numbering = Numbering(parsing: line) else { continue }
            let joined = (numbering.marker + numbering.text).filter { !$0.isWhitespace }
            #expect(joined == line.filter { !$0.isWhitespace }, "seed \(seed): \(line)")
        }
    }
}
