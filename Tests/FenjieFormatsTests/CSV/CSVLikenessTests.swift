import FenjieFiles
import FenjieFormats
import FenjieModel
import Testing

/// What a text is taken for whose name says nothing.
struct CSVLikenessTests {
    private func form(of text: String) throws -> InputForm {
        try InputForm(of: InputFile(bytes: Array(text.utf8), name: "云溪县.txt"), options: ReadingOptions())
    }

    @Test(
        "an outline with half-width commas is none",
        arguments: [
            "制定本方案。", "制定本计划。", "制定如下实施方案.", "特制定本任务分工。", "制定本方案:", "制定本方案",
        ])
    func outline(_ end: String) throws {
        let text = """
            云溪县2027年节水工作要点
            各镇人民政府,县政府各部门,有关单位:
            为管好每一滴水,根据年度工作任务,结合责任单位意见,\(end)
            一、重点任务
            1.更换老旧水管,安装远程水表,公开用水量。(县水利局牵头,县财政局配合)
            2.核定企业定额,每季度通报。(责任单位:县发改局,县统计局)
            3.推广节水器具。(责任单位:县住建局)
            4.修复漏点,清理水池,每月检查,年底前完成。(责任单位:县水利局)
            """
        #expect(try form(of: text) == .text)
        let document = try DocumentReader().read(InputFile(bytes: Array(text.utf8), name: "云溪县.txt"))
        #expect(document.form == "outline" && document.sheets[0].rows.count == 5)
    }

    @Test(
        "rows below a header are delimited text",
        arguments: [
            "序号,工作任务,责任单位\n1,修路,县交通局\n2,架桥,县住建局\n",
            "云溪县任务分解表,,\n序号;工作任务;责任单位\n1;修路,养路;县交通局\n2;架桥;县住建局\n",
            "序号,工作任务,责任单位\n一、交通,,\n1,\"修路,\n养路\",县交通局\n2,架桥,县住建局",
            "序号,工作任务,责任单位\n", "序号,工作任务,责任单位", "工作任务 ,责任单位,5月,6月\n修路,县交通局,是,否",
            "序号,工作任务,责任单位\n1,修路,县交通局\n2,架桥,\"县住建局\n",
        ])
    func delimited(_ text: String) throws {
        #expect(try form(of: text) == .csv)
    }

    @Test("rows that do not agree with the header are none")
    func ragged() throws {
        #expect(try form(of: "工作任务,责任单位\n一,二,三\n一\n一,二,三,四\n") == .text)
    }
}
