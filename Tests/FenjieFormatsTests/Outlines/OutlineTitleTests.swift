import FenjieFormats
import FenjieModel
import Testing

/// What stands in the place of a title above an outline or records.
struct OutlineTitleTests {
    private static let items = "\n一、节水\n1.更换水管。（责任单位：县水利局）\n2.核定定额。（责任单位：县发改局）\n"

    private func title(_ head: String, _ items: String = Self.items) throws -> String? {
        try TextLayouts().read(LayoutText(head + items)).reading.sheets[0].title
    }

    @Test(
        "a line above the introduction is the title, whatever it ends in",
        arguments: [
            "云溪县2027年节水工作方案", "云溪县人民政府关于进一步加强全县农村饮用水水源地保护和水质提升工作的实施意见", "云溪县节约用水若干措施", "云溪县支持节水三十条",
            "云溪县节水管理实施细则（试行）", "关于2027年节水工作情况的通报", "云溪县“一湖一策”冲刺年度目标", "中共云溪县委 云溪县人民政府关于节水的决定",
        ])
    func titles(_ title: String) throws {
        let introduction = "\n为管好每一滴水，结合实际，制定本方案。"
        #expect(try self.title(title) == title)
        #expect(try self.title(title + introduction) == title)
        #expect(try self.title("云政发〔2027〕5号\n" + title + "\n各镇人民政府，县直各单位：" + introduction) == title)
        #expect(try self.title("索引号：X123\n" + title + "\n（2027年3月1日）\n" + introduction) == title)
        #expect(try self.title("# " + title + introduction) == title)
    }

    @Test("a title of two or three lines is joined")
    func joined() throws {
        #expect(try title("云溪县2027年度节水\n工作方案\n（征求意见稿）") == "云溪县2027年度节水工作方案（征求意见稿）")
        #expect(
            try title("云溪县人民政府办公室\n关于印发云溪县2027年度\n\n节水工作安排的通知\n\n各镇人民政府：\n现印发给你们，请认真执行。")
                == "云溪县人民政府办公室关于印发云溪县2027年度节水工作安排的通知")
    }

    @Test(
        "the title of the annex counts where the annex holds the outline",
        arguments: [
            "云溪县人民政府办公室\n2027年3月1日\n", "云溪县人民政府办公室\n2027年3月1日\n（此件公开发布）\n", "附件1\n", "附件：1.方案\n2.任务表\n2027年3月1日\n",
        ])
    func annex(_ closing: String) throws {
        let notice = "云溪县人民政府办公室关于印发节水方案的通知\n各镇人民政府：\n现印发给你们，请认真执行。\n" + closing
        #expect(try title(notice + "云溪县2027年\n节水工作方案\n为节约用水，制定本方案。") == "云溪县2027年节水工作方案")
        #expect(try title(notice) == "云溪县人民政府办公室关于印发节水方案的通知")
    }

    @Test(
        "introductions, salutations, signatures and headings without numbers are none",
        arguments: [
            "为深入贯彻落实上级关于节约用水的各项部署，扎实推进全县节水工作，\n现制定如下措施", "各镇人民政府，县直各单位：", "现就2027年节水工作安排如下：",
            "云溪县人民政府办公室\n2027年3月1日", "2027年是节水攻坚之年。\n节水任务分解", "", "云政发〔2027〕5号", "云溪县人民政府文件",
        ])
    func none(_ head: String) throws {
        #expect(try title(head) == nil)
    }

    @Test("records have their title too")
    func records() throws {
        let records = "\n一、节水\n事项：更换水管\n责任单位：县水利局\n事项：核定定额\n责任单位：县发改局\n"
        #expect(try title("云溪县2027年\n节水若干措施\n", records) == "云溪县2027年节水若干措施")
    }
}
