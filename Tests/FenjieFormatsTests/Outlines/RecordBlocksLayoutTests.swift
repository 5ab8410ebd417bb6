import FenjieFormats
import FenjieModel
import Testing

@Suite("Records in blocks")
struct RecordBlocksLayoutTests {
    static let examples = [
        OutlineExample(
            "Three labels, blank lines between records",
            text: """
                2022年度应急工作安排

                事项：修订应急预案
                承办单位：县应急局
                时间：2022年6月底前

                事项：开展防汛演练
                承办单位：县水利局、
                县应急局
                时间：2022年7月15日

                云溪县人民政府办公室
                2022年3月1日
                """,
            rows: ["1|||修订应急预案|县应急局|2022年6月底前", "2|||开展防汛演练|县水利局、县应急局|2022年7月15日"]),
        OutlineExample(
            "Roles, a wrapped requirement, no blank lines",
            text: """
                工作任务：开展食品安全排查
                具体要求：对中小学食堂逐一检查，
                建立问题清单。
                牵头单位：区教育局
                完成时限：9月底前
                工作任务：建立陪餐制度
                具体要求：落实校长陪餐制。
                牵头单位：区教育局
                完成时限：长期
                """,
            rows: [
                "序号|一级任务|二级任务|具体要求|责任单位|完成时限|牵头单位",
                "1|开展食品安全排查||对中小学食堂逐一检查，建立问题清单。||9月底前|区教育局",
                "2|建立陪餐制度||落实校长陪餐制。||长期|区教育局",
            ]),
        OutlineExample(
            "Headings above the records",
            text: """
                一、安全
                事项：排查隐患
                责任单位：县应急局
                二、环保
                事项：巡查河道
                责任单位：县水利局
                事项：清理垃圾
                责任单位：各镇
                """,
            rows: ["1|安全||排查隐患|县应急局|", "2|环保||巡查河道|县水利局|", "3|环保||清理垃圾|各镇|"]),
        OutlineExample(
            "A value that is missing stays blank",
            text: "序号：3\n事项：甲项工作\n时间：6月\n责任单位：县府办\n\n序号：4\n事项：乙项工作\n责任单位：县司法局\n",
            rows: ["3|||甲项工作|县府办|6月", "4|||乙项工作|县司法局|"]),
        OutlineExample(
            "Measures on lines below their label",
            text: """
                一、节约用水
                （一）管网漏损偏高。
                整改措施：
                1.更换老旧水管8公里。
                2.安装远程水表，
                每月通报一次。
                整改时限：2027年5月底前
                责任单位：云溪县水利局
                （二）用水计划不细。
                部分企业没有定额。
                整改措施：
                1.核定企业定额。
                整改时限：2027年8月底前
                责任单位：云溪县发改局
                二、节约用电
                （三）路灯能耗偏高。
                整改措施：更换节能灯具。
                整改时限：2027年9月底前
                责任单位：云溪县城管局
                """,
            rows: [
                "1|节约用水|管网漏损偏高。|1.更换老旧水管8公里。\n2.安装远程水表，每月通报一次。|云溪县水利局|2027年5月底前",
                "2|节约用水|用水计划不细。部分企业没有定额。|1.核定企业定额。|云溪县发改局|2027年8月底前",
                "3|节约用电|路灯能耗偏高。|更换节能灯具。|云溪县城管局|2027年9月底前",
            ]),
        OutlineExample(
            "A list that counts like the headings above it",
            text: """
                1.校车超载
                整改措施：
                1.核定座位。
                2.安装监控。
                责任单位：县教育局
                2.食堂无证
                整改措施：①办理证照。
                ②公示菜单。
                ③留存样品。
                责任单位：县市场监管局
                """,
            rows: [
                "1|校车超载||1.核定座位。\n2.安装监控。|县教育局|",
                "2|食堂无证||①办理证照。\n②公示菜单。\n③留存样品。|县市场监管局|",
            ]),
        OutlineExample(
            "A list ends at the next heading, and a point with units of its own is a task",
            text: """
                一、河道管护
                完成时限：2027年6月底前
                牵头单位：县河长办
                具体措施：
                1.清理漂浮物。（责任单位：县水利局；完成时限：4月底前）
                2.公示河长名单。
                二、湖泊管护
                完成时限：2027年7月底前
                牵头单位：县水利局
                具体措施：
                1.划定岸线。
                """,
            rows: [
                "序号|一级任务|二级任务|具体要求|责任单位|完成时限|牵头单位",
                "1|河道管护||清理漂浮物。|责任单位：县水利局|4月底前|",
                "2|河道管护||公示河长名单。||2027年6月底前|县河长办",
                "3|湖泊管护||1.划定岸线。||2027年7月底前|县水利局",
            ]),
        OutlineExample(
            "Aims beside tasks, and headings above both",
            text: """
                一、招商
                （一）驻点招商
                工作目标：签约项目12个。
                主要任务：
                （1）组建小分队。
                （2）走访企业。
                责任单位：县招商局
                （二）以商招商
                工作目标：签约项目5个。
                主要任务：召开恳谈会。
                责任单位：县工商联
                """,
            rows: [
                "序号|一级任务|二级任务|具体要求|责任单位|完成时限|工作目标",
                "1|招商|驻点招商|（1）组建小分队。\n（2）走访企业。|县招商局||签约项目12个。",
                "2|招商|以商招商|召开恳谈会。|县工商联||签约项目5个。",
            ]),
    ]

    @Test("Each label becomes a column", arguments: examples)
    func reads(_ example: OutlineExample) throws {
        #expect(try TextLayouts().choose(for: LayoutText(example.text)).name == "records")
        #expect(try OutlineExample.rows(of: example.text) == example.rows)
    }

    @Test("Headings without records are kept as text")
    func keepsHeadings() throws {
        let text = """
            一、总体要求
            把好事办好。
            二、重点事项
            事项：修路
            责任单位：县交通局
            事项：架桥
            责任单位：县住建局
            三、有关要求
            """
        let reading = try TextLayouts().read(LayoutText(text)).reading
        #expect(reading.before.map(\.text) == ["总体要求", "把好事办好。"])
        #expect(reading.after.map(\.text) == ["有关要求"])
        #expect(reading.sheets[0].rows.dropFirst().map { $0[1] } == ["重点事项", "重点事项"])
    }

    @Test("One record or one label is no table", arguments: ["事项：甲\n责任单位：乙\n", "时间：1\n时间：2\n时间：3\n", ""])
    func refuses(_ text: String) throws {
        let layouts = TextLayouts()
        let layout = try #require(layouts.named("records"))
        #expect(layout.score(LayoutText(text)).value < TextLayouts.threshold)
    }
}
