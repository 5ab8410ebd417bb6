import FenjieFormats
import FenjieModel
import FenjieTestSupport
import Testing

/// Text that is no table, or no longer one, is refused with the reason and never guessed.
struct LayoutRefusalTests {
    private static let headings = InventedTable.headings
    private static let plain = [["工作任务", "具体要求", "责任单位", "完成时限"]] + InventedTable.unnumbered

    private static func scrambled(_ rows: [[String]]) -> [[String]] {
        var generator = SeededGenerator(seed: 20_260_110)
        return rows.flatMap { $0 }.shuffled(using: &generator).map { [$0] }
    }

    private static func columnwise(_ rows: [[String]]) -> [[String]] {
        rows[0].indices.map { column in rows.map { $0[column] } }
    }

    static let texts: [(String, String)] = [
        ("nothing", ""),
        ("one character", "序"),
        ("white space", " \n\t\n\u{3000}\n"),
        ("running text", String(repeating: "各乡镇人民政府要按照责任单位和完成时限抓好落实，确保任务完成。\n", count: 20)),
        ("the header of a list", TextSetting.cellPerLine([headings], behind: "")),
        ("the header of a bar table", TextSetting.rows([headings], separator: "|")),
        ("the header of a grid", TextSetting.grid([headings], widths: [6, 10, 10, 10, 10, 10])),
        ("the header of a Markdown table", "|序号|责任单位|\n|---|---|\n"),
        ("headings and groups", TextSetting.cellPerLine([InventedTable.spanning, ["一、优化服务"], ["二、降低成本"]], behind: "")),
        ("scrambled lines", TextSetting.cellPerLine([headings] + scrambled(InventedTable.rows), behind: "")),
        ("scrambled cells with bars", TextSetting.cellPerLine([headings] + scrambled(InventedTable.rows), behind: "|")),
        (
            "scrambled blocks",
            "工作任务 具体要求 责任单位 完成时限\n\n"
                + TextSetting.blocks(scrambled(InventedTable.unnumbered), widths: [30])
        ),
        (
            "columns one after the other",
            TextSetting.cellPerLine(plain[..<1] + columnwise(InventedTable.unnumbered), behind: "")
        ),
        (
            "columns one after the other, numbered",
            TextSetting.cellPerLine([headings] + columnwise(InventedTable.rows), behind: "")
        ),
        (
            "cells in a lost order below groups",
            """
            临河县2027年河湖治理任务分解表
            序号
            治理内容 牵头部门 配合部门 完成时间
            一、主干河道（2条）
            县水利局 各镇
            1 清淤疏浚12公里
            县财政局 9月底前
            2 加固险段3处
            二、支流沟渠
            县城管局
            3 拆除阻水建筑
            县公安局 11月底前

            """
        ),
        (
            "cells in a lost order below groups, headings broken",
            """
            临河县责任分解
            序号
            治理内容 县领导
            牵头单位 配合单位 时限
            一、保障防洪安全
            （一）主干河道
            王海
            县水利局 12月底
            1 清淤疏浚
            县应急局 各镇
            2 加固险段

            """
        ),
        ("no separators", ([headings] + InventedTable.rows).map { $0.joined() + "\n" }.joined()),
        ("all on one line", ([headings] + InventedTable.rows).map { $0.joined(separator: " ") }.joined(separator: " ")),
        (
            "centred cells without blank lines",
            TextSetting.aligned(
                [headings] + InventedTable.rows, widths: [4, 12, 14, 30, 20, 16], blankLines: false, isCentred: true)
        ),
    ]

    @Test("rows of one line between centred cells do not vouch for them")
    func centredAmongShort() {
        let short = (21...24).map { ["\($0)", "绿化", "植树", "植树5万株", "县林业局", "年底前"] }
        let text = TextSetting.aligned(
            [Self.headings] + InventedTable.rows + short, widths: [4, 12, 14, 30, 20, 16], blankLines: false,
            isCentred: true)
        #expect(throws: LayoutFailure.self) { try TextLayouts().read(LayoutText(text)) }
    }

    @Test("no table is made up", arguments: texts)
    func refuses(_ title: String, _ text: String) {
        do throws(LayoutFailure) {
            let (layout, reading) = try TextLayouts().read(LayoutText(text))
            Issue.record("\(title) was read by \(layout.name): \(reading.sheets.first?.rows.prefix(4) ?? [])")
        } catch {
            #expect(error.kind == .input)
            #expect(error.hint != nil)
        }
    }

    @Test("headings among the cells say that the order was lost")
    func scatteredHeadings() {
        let text = """
            甲县任务分解表

            序号

            工作任务

            责任单位

            1
            2

            修建道路

            配合单位

            县交通运输局

            6月底前

            具体要求

            植树造林

            新建公路10公里

            县林业局

            4月底前

            植树10万株

            完成时限
            """
        do throws(LayoutFailure) {
            let reading = try TextLayouts().read(LayoutText(text)).reading
            Issue.record("read: \(reading.sheets.first?.rows ?? [])")
        } catch {
            #expect(error.message.chinese == "表格已损坏：列名“配合单位”“具体要求”散落在各格之间，内容顺序已打乱")
            #expect(error.place.line == 14)
        }
    }

    @Test("cells that could be headings of tasks, and headings printed again, scatter nothing", arguments: ["", "\n"])
    func headingLikeCells(_ gap: String) throws {
        let rows = [
            ["1", "重点任务", "修建道路10公里。", "县交通运输局", "6月底前"], ["2", "保障措施", "成立专班。", "县政府办公室", "年底前"],
            ["3", "工作目标", "植树10万株。", "县林业局", "4月底前"], ["4", "具体要求", "每月调度一次。", "县政府督查室", "长期坚持"],
        ]
        let text = TextSetting.cellPerLine(
            [InventedTable.spanning] + rows[..<2] + [InventedTable.spanning] + rows[2...], behind: gap)
        let reading = try TextLayouts().read(LayoutText(text)).reading
        #expect(reading.sheets[0].rows.dropFirst().map { $0.filter { !$0.isEmpty } } == rows)
    }

    @Test("a refusal names the line and the cause in both languages")
    func message() {
        do throws(LayoutFailure) {
            _ = try TextLayouts().read(LayoutText("|序号|责任单位|\n|---|---|\n"))
            Issue.record("read")
        } catch {
            #expect(error.place.line == 1)
            #expect(error.message.chinese == "只有表头，没有任务行")
            #expect(error.message.english == "there is a header but no row below it")
        }
    }

    @Test("a last row that was cut is kept and reported")
    func cut() throws {
        let rows = InventedTable.rows.dropLast() + [Array(InventedTable.rows[19][..<4])]
        let reading = try TextLayouts().read(
            LayoutText(TextSetting.rows([Self.headings] + rows, separator: "|"))
        ).reading
        #expect(reading.sheets[0].rows.last == InventedTable.rows[19][..<4] + ["", ""])
        #expect(reading.findings.map(\.code) == ["row-short"])
    }
}
