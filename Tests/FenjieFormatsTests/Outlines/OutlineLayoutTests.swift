import FenjieFiles
import FenjieFormats
import FenjieModel
import FenjieTestSupport
import Testing

@Suite("Outlines")
struct OutlineLayoutTests {
    @Test("Each notation gives its tasks", arguments: OutlineExamples.all)
    func reads(_ example: OutlineExample) throws {
        #expect(try OutlineExample.rows(of: example.text) == example.rows)
    }

    @Test("Line ends make no difference", arguments: OutlineExamples.all)
    func ignoresLineEnds(_ example: OutlineExample) throws {
        let windows = example.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(try OutlineExample.rows(of: "\u{FEFF}" + windows) == example.rows)
    }

    @Test("Outlines are known as such", arguments: OutlineExamples.all)
    func detects(_ example: OutlineExample) throws {
        #expect(try TextLayouts().choose(for: LayoutText(example.text)).name == "outline")
    }

    @Test(
        "A title and an introduction that sound like headings are none",
        arguments: [
            "云溪县2027年重点工作计划\n为做好全县节水工作，结合实际，制定本方案。\n一、总体要求\n1.更换水管。（责任单位：县水利局）\n2.核定定额。（责任单位：县发改局）",
            "云溪县2027年重点工作计划\n为做好全县节水工作，结合实际，制定本方案。\n一、工作任务\n1.更换水管。\n2.核定定额。",
            "云溪县2027年工作方案\n一、重点任务\n（一）更换水管。\n牵头单位：县水利局\n督导单位：县督查室\n完成时限：2027年5月底前\n（二）核定定额。\n牵头单位：县发改局\n督导单位：县督查室\n完成时限：2027年6月底前",
        ])
    func knowsProse(_ text: String) throws {
        let (layout, reading) = try TextLayouts().read(LayoutText(text))
        #expect(layout.name == "outline")
        #expect(reading.sheets[0].rows.dropFirst().map { $0[3] } == ["更换水管。", "核定定额。"])
    }

    @Test(
        "Aims are no tasks beside parts that name units",
        arguments: ["发展目标", "目标任务", "年度目标", "主要目标", "总体要求"])
    func aims(_ title: String) throws {
        let text = "一、\(title)\n到2028年，全县用水量下降8%。\n二、重点事项\n1.更换水管。（责任单位：县水利局）\n2.核定定额。（责任单位：县发改局）"
        let reading = try TextLayouts().read(LayoutText(text)).reading
        #expect(reading.sheets[0].rows.dropFirst().map { $0[3] } == ["更换水管。", "核定定额。"])
        #expect(reading.findings.map(\.code).contains("outline-introduction"))
    }

    @Test("Where no part names units, 目标任务 may hold the tasks")
    func aimsWithoutUnits() throws {
        let rows = try OutlineExample.rows(of: "一、目标任务\n1.更换水管。\n2.核定定额。")
        #expect(rows == ["1|目标任务||更换水管。||", "2|目标任务||核定定额。||"])
    }

    @Test("A signature without a date is no part of the last task")
    func signature() throws {
        let text = "一、节水\n1.更换水管。（责任单位：县水利局）\n2.核定定额。\n云溪县节水办"
        let reading = try TextLayouts().read(LayoutText(text)).reading
        #expect(reading.sheets[0].rows[2].dropFirst() == ["节水", "", "核定定额。", "", ""])
        #expect(reading.after.map(\.text) == ["云溪县节水办"])
    }

    @Test("Headings without ordinals above （一） head what is below them")
    func bareHeadings() throws {
        let text = """
            云溪县2027年节水工作方案
            为节约用水，制定本方案。
            全力抓好农业节水
            （一）推广滴灌。铺设管带3万米。（责任单位：县农业农村局）
            （二）衬砌渠道。改造渠道20公里。（责任单位：县水利局）
            着力推进工业节水
            （三）核定定额。公布企业名单。（责任单位：县发改局）
            """
        let reading = try TextLayouts().read(LayoutText(text)).reading
        let rows = reading.sheets[0].rows.dropFirst()
        #expect(rows.map { $0[1] } == ["全力抓好农业节水", "全力抓好农业节水", "着力推进工业节水"])
        #expect(rows.map { $0[2] } == ["推广滴灌", "衬砌渠道", "核定定额"])
        #expect(rows.map { $0[3] } == ["铺设管带3万米。", "改造渠道20公里。", "公布企业名单。"])
        #expect(reading.sheets[0].title == "云溪县2027年节水工作方案")
    }

    @Test("A title above （一） heads nothing")
    func noBareHeading() throws {
        let text = "云溪县2027年节水工作方案\n（一）推广滴灌。（责任单位：县农业农村局）\n（二）衬砌渠道。（责任单位：县水利局）"
        #expect(try OutlineExample.rows(of: text) == ["1|||推广滴灌。|责任单位：县农业农村局|", "2|||衬砌渠道。|责任单位：县水利局|"])
    }

    @Test("Items numbered 1-1. and 1-2. are items")
    func dashedOrdinals() throws {
        let text = "一、节水\n1-1.更换水管。（责任单位：县水利局）\n1-2.核定定额，1-8月完成。（责任单位：县发改局）"
        let rows = try OutlineExample.rows(of: text)
        #expect(
            rows.map { $0.split(separator: "|", omittingEmptySubsequences: false)[3] } == ["更换水管。", "核定定额，1-8月完成。"])
    }

    @Test("Items counted by a noun are items: 任务一：")
    func countedNouns() throws {
        let items = "任务一：更换水管。（责任单位：县水利局）\n任务二：核定定额。（责任单位：县发改局）\n"
        #expect(
            try OutlineExample.rows(of: "云溪县节水方案\n" + items) == [
                "1|||更换水管。|责任单位：县水利局|", "2|||核定定额。|责任单位：县发改局|",
            ])
        let below = try OutlineExample.rows(of: "一、节水\n行动1：更换水管\n1.排查管网。（责任单位：县水利局）\n行动2：核定定额\n1.公布名单。（责任单位：县发改局）")
        #expect(below == ["1|节水|更换水管|排查管网。|责任单位：县水利局|", "2|节水|核定定额|公布名单。|责任单位：县发改局|"])
        // Below narrower ordinals they are text.
        let text = try OutlineExample.rows(of: "1.节水。\n行动1：更换水管。\n行动2：核定定额。\n（责任单位：县水利局）\n2.节电。（责任单位：县发改局）")
        #expect(text.count == 2)
    }

    @Test("Every row knows its line")
    func knowsLines() throws {
        let text = "一、公开\n\n1. 做好公开。（责任单位：县府办）\n2. 做好解读，\n6月底前完成。（责任单位：县司法局）\n"
        let reading = try TextLayouts().read(LayoutText(text)).reading
        #expect(reading.sheets[0].lines == [3, 3, 4])
        #expect(reading.sheets[0].isComplete)
    }

    @Test("What frames the tasks is kept as prose")
    func keepsProse() throws {
        let text = """
            云溪县2023年工作要点

            为做好今年工作，制定本要点。

            一、公开
            1. 做好公开。（责任单位：县府办）
            2. 做好解读。（责任单位：县司法局）

            云溪县人民政府办公室
            2023年3月6日
            抄送：县委办公室。
            """
        let reading = try TextLayouts().read(LayoutText(text)).reading
        #expect(reading.before.map(\.text) == ["云溪县2023年工作要点", "为做好今年工作，制定本要点。"])
        #expect(reading.after.map(\.text) == ["云溪县人民政府办公室", "2023年3月6日", "抄送：县委办公室。"])
        #expect(reading.sheets[0].rows.count == 3)
    }

    @Test("Headings keep their ordinals where that is wanted")
    func keepsNumbering() throws {
        let text = "一、公开\n（一）解读\n1. 做好解读。（责任单位：县司法局）\n2. 做好回应。（责任单位：县府办）\n"
        let layouts = TextLayouts(keepsNumbering: true)
        let rows = try layouts.read(LayoutText(text)).reading.sheets[0].rows
        #expect(rows[1] == ["1", "一、公开", "（一）解读", "做好解读。", "责任单位：县司法局", ""])
    }

    @Test(
        "Brackets that are no notes stay in the text",
        arguments: [
            "落实通知（市政办发〔2022〕5号）要求", "完善市、县（区）、镇（街道）三级联动", "加强中小学（含民办）管理", "推进“五化”（标准化、规范化）建设",
            "印发方案（以下简称《方案》）",
        ])
    func keepsBrackets(_ requirement: String) throws {
        let text = "一、公开\n1. \(requirement)。（责任单位：县府办）\n2. 做好公开。（责任单位：县府办）"
        let rows = try OutlineExample.rows(of: text)
        #expect(rows[0] == "1|公开||\(requirement)。|责任单位：县府办|")
    }

    @Test(
        "Running text without tasks is refused",
        arguments: ["", "今天天气很好。", "关于放假的通知\n\n各单位：\n春节放假七天。\n\n办公室\n2022年1月20日", "一、\n二、\n"])
    func refuses(_ text: String) {
        #expect(throws: LayoutFailure.self) { try TextLayouts().read(LayoutText(text)) }
        #expect(throws: LayoutFailure.self) { try TextLayouts().named("outline")?.read(LayoutText(text)) }
    }

    @Test("No text stops the reader")
    func survivesAnything() {
        let pieces = [
            "一、", "（一）", "1. ", "①", "公开", "。", "（责任单位：", "）", "\n", "\n\n", "# ", "- ", "：", "责任单位：", "县府办", "；",
            "2022年5月20日",
            "抄送：", "(", "〔", "6月底前", "（县府办牵头）", "**", "　", "|", "\t",
        ]
        for seed in UInt64(1)...1500 {
            var state = seed &* 0x9E37_79B9_7F4A_7C15
            let text = (0..<24).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return pieces[Int((state >> 33) % UInt64(pieces.count))]
            }.joined()
            let source = LayoutText(text)
            for name in ["outline", "records"] {
                guard let reading = try? TextLayouts().named(name)?.read(source) else { continue }
                let widths = Set(reading.sheets[0].rows.map(\.count))
                #expect(widths.count == 1, "seed \(seed): \(text)")
            }
        }
    }

    @Test(
        "Long and hostile text is read in one pass",
        arguments: ["（", "（责任单位：", "1. a\n", "）\n", "# a\n", "责任单位：", "一、\n（一）\n", "①", "公\n", "（一）公开。（市教育局）"])
    func readsLongText(_ piece: String) {
        let text = LayoutText(String(repeating: piece, count: 30_000 / piece.utf8.count))
        for layout in [TextLayouts().named("outline"), TextLayouts().named("records")] {
            let score = layout?.score(text).value ?? -1
            #expect((0...1).contains(score))
            _ = try? layout?.read(text)
        }
    }

    @Test(
        "The published outline gives the labelled table",
        .enabled(if: SharedData.isPresent, "\(SharedData.reason)"))
    func readsPublishedOutline() throws {
        let rows = try Self.shared("zaozhuang-2022-outline")
        let document = try DocumentReader().read(InputFile(path: SharedData.path("golden/zaozhuang.csv")))
        let golden = document.sheets[0].rows
        #expect(rows.map { $0.map(Self.squeezed) } == golden.map { $0.map(Self.squeezed) })
    }

    @Test(
        "Outlines without units part title and requirement", .enabled(if: SharedData.isPresent, "\(SharedData.reason)"),
        arguments: [("shandong-2022-outline", 15), ("zhaoyuan-2021-outline", 22)])
    func partsTitles(_ name: String, _ count: Int) throws {
        let rows = try Self.shared(name).dropFirst()
        #expect(rows.count == count)
        for row in rows {
            #expect(!row[1].isEmpty && !row[2].isEmpty && row[3].hasSuffix("。") && row[4].isEmpty)
            #expect(!row[2].contains("。") && row[3].count > row[2].count)
        }
    }

    private static func shared(_ name: String) throws -> [[String]] {
        try DocumentReader().read(InputFile(path: SharedData.path("seeds/\(name).txt"))).sheets[0].rows
    }

    private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
