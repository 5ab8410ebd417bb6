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
    ]

    @Test("Each label becomes a column", arguments: examples)
    func reads(_ example: OutlineExample) throws {
        #expect(try TextLayouts().choose(for: LayoutText(example.text)).name == "records")
        #expect(try OutlineExample.rows(of: example.text) == example.rows)
    }

    @Test("One record or one label is no table", arguments: ["事项：甲\n责任单位：乙\n", "时间：1\n时间：2\n时间：3\n", ""])
    func refuses(_ text: String) throws {
        let layouts = TextLayouts()
        let layout = try #require(layouts.named("records"))
        #expect(layout.score(LayoutText(text)).value < TextLayouts.threshold)
    }
}
