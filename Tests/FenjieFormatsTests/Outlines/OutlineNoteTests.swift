import FenjieFormats
import FenjieModel
import Testing

/// Which items a note belongs to, and what below the last item is no task.
struct OutlineNoteTests {
    private func read(_ text: String) throws -> (units: [String], deadlines: [String], reading: LayoutReading) {
        let reading = try TextLayouts().read(LayoutText(text)).reading
        let rows = reading.sheets[0].rows.dropFirst()
        return (rows.map { $0[4] }, rows.map { $0[5] }, reading)
    }

    @Test(
        "a note in the line of the last item is that item's",
        arguments: [
            "1.新建公路10公里。\n2.新建桥梁3座。\n3.植树10万株。（责任单位：县林业局；完成时限：4月底前）",
            "1.新建公路10公里。\n\n2.新建桥梁3座。\n\n3.植树10万株。（责任单位：县林业局；完成时限：4月底前）",
            "1.新建公路10公里。\n2.新建桥梁3座。\n3.植树10万株。责任单位：县林业局。完成时限：4月底前。",
        ])
    func own(_ items: String) throws {
        let (units, deadlines, reading) = try read("一、抓好建设\n" + items)
        #expect(units.prefix(2) == ["", ""] && units.last?.hasSuffix("县林业局") == true)
        #expect(deadlines == ["", "", "4月底前"])
        let finding = try #require(reading.findings.first { $0.code == "outline-last-note" })
        #expect(finding.severity == .warning)
        #expect(finding.message.chinese == "只有末项写明责任单位，同级的 2 项（1. 2.）未写，已留空")
        #expect(!reading.findings.contains { $0.code == "outline-shared-note" })
    }

    @Test(
        "a note by itself, or one that says so, holds for the items above",
        arguments: [
            "3.植树10万株。\n（责任单位：县林业局；完成时限：4月底前）",
            "3.植树10万株。\n责任单位：县林业局\n完成时限：4月底前",
            "3.植树10万株。（以上各项责任单位：县林业局；完成时限：4月底前）",
            "3.植树10万株。（上述任务均由县林业局负责，4月底前）",
        ])
    func shared(_ last: String) throws {
        let (units, deadlines, reading) = try read("一、抓好建设\n1.新建公路10公里。\n2.新建桥梁3座。\n" + last)
        #expect(units.count == 3 && units.allSatisfy { $0.contains("县林业局") && $0 == units[0] })
        #expect(!units[0].contains("以上") && !units[0].contains("上述"))
        #expect(deadlines == ["4月底前", "4月底前", "4月底前"])
        #expect(reading.findings.map(\.code).contains("outline-shared-note"))
    }

    @Test("where every item has a line for its note, the last one's is its own")
    func usual() throws {
        let text = """
            一、道路
            1.新建公路10公里。
            （责任单位：县交通运输局）
            2.新建桥梁3座。
            （责任单位：县住建局）
            二、林业
            3.护林防火。
            4.植树10万株。
            （责任单位：县林业局）
            """
        let (units, _, reading) = try read(text)
        #expect(units == ["责任单位：县交通运输局", "责任单位：县住建局", "", "责任单位：县林业局"])
        #expect(reading.findings.map(\.code).contains("outline-last-note"))
    }

    @Test("a bracket of sentences that are all units and times is a note")
    func sentences() throws {
        let text = """
            一、托育服务
            1.开设托班。（县教育局负责，县委编办、县人社局配合。长期坚持。）
            2.新增托位。（县卫健局牵头。县教育局配合，9月底前完成。）
            3.发放补贴。（县财政局负责。）
            4.加强监管。（县教育局负责。每月报送进展，并抄送有关方面。）
            """
        let (units, deadlines, reading) = try read(text)
        #expect(units == ["县教育局负责，县委编办、县人社局配合", "县卫健局牵头；县教育局配合", "县财政局负责", ""])
        #expect(deadlines.prefix(3) == ["长期坚持", "9月底前完成", ""])
        #expect(reading.sheets[0].rows[4][3] == "加强监管。（县教育局负责。每月报送进展，并抄送有关方面。）")
    }

    @Test(
        "words to all units below the last item are no task",
        arguments: [
            "各责任单位要于2026年2月10日前将具体措施报县政府办公室。", "以上任务，请各有关单位抓好落实。", "请各乡镇、各部门按月报送进展。",
        ])
    func afterword(_ words: String) throws {
        let text = "一、养老服务\n\n1.建设社区食堂6个。（责任单位：县民政局）\n\n2.开展敬老宣传。\n\n" + words
        let reading = try TextLayouts().read(LayoutText(text)).reading
        #expect(reading.sheets[0].rows.count == 3)
        #expect(reading.sheets[0].rows[2].dropFirst(3) == ["开展敬老宣传。", "", ""])
        #expect(reading.after.map(\.text) == [words])
        #expect(reading.findings.map(\.code).contains("text-after-table"))
    }

    @Test(
        "text of the last item stays with it",
        arguments: [
            // A heading without a full stop, a note, an item of several paragraphs, and words about the task itself.
            "2.开展敬老宣传\n各乡镇要在3月底前完成宣传。", "2.开展敬老宣传。\n各乡镇要在3月底前完成宣传。（责任单位：各乡镇）",
            "2.开展敬老宣传。\n3月底前在全县张贴海报500份。",
        ])
    func noAfterword(_ last: String) throws {
        let text = "一、养老服务\n1.建设社区食堂6个。（责任单位：县民政局）\n" + last
        let reading = try TextLayouts().read(LayoutText(text)).reading
        #expect(reading.after.isEmpty)
        #expect(reading.sheets[0].rows.last?[5].contains("3月底前") == true)
    }

    @Test(
        "a deadline without a label stands in its own cell",
        arguments: [
            ("责任单位：县水务局，10月底前完成", "责任单位：县水务局", "10月底前完成"), ("责任单位：县水务局；10月底前完成", "责任单位：县水务局", "10月底前完成"),
            ("责任单位：县水务局。10月底前完成", "责任单位：县水务局", "10月底前完成"), ("责任单位：县水务局，持续推进", "责任单位：县水务局", "持续推进"),
            ("牵头单位：县水务局；配合单位：县林业局；10月底前", "牵头单位：县水务局；配合单位：县林业局", "10月底前"),
            ("牵头单位：县水务局，6月底前；配合单位：县林业局", "牵头单位：县水务局；配合单位：县林业局", "6月底前"),
            ("10月底前完成；责任单位：县水务局", "责任单位：县水务局", "10月底前完成"),
            ("县水务局牵头；配合单位：县林业局", "县水务局牵头；配合单位：县林业局", ""),
            ("责任单位：县水务局，6月底前出台方案，年内持续推进", "责任单位：县水务局", "6月底前出台方案，年内持续推进"),
            ("县水务局牵头，县林业局配合，6月底前出台方案，年内持续推进", "县水务局牵头，县林业局配合", "6月底前出台方案，年内持续推进"),
            ("责任单位：县水务局，10月底前；完成时限：长期", "责任单位：县水务局", "长期"),
            ("责任单位：县水务局，各镇持续推进", "责任单位：县水务局，各镇持续推进", ""),
        ])
    func bareDeadline(_ note: String, units: String, deadline: String) throws {
        let found = try read("一、管水\n1.清理水池。（\(note)）\n2.修复堤坝。（责任单位：县水务局）")
        #expect(found.units[0] == units && found.deadlines[0] == deadline)
        #expect(found.reading.sheets[0].rows[1][3] == "清理水池。")
    }

    @Test("a deadline behind the units of a line of its own stands in its own cell")
    func bareDeadlineOfLine() throws {
        let found = try read("一、管水\n1.清理水池。\n责任单位：县水务局，10月底前完成\n2.修复堤坝。\n责任单位：县林业局\n")
        #expect(found.units == ["县水务局", "县林业局"] && found.deadlines == ["10月底前完成", ""])
    }

    @Test(
        "a bracket that mentions a time is no deadline",
        arguments: [
            "含2025年续建8座", "其中2026年完成10公里", "2025年为98%", "2025年版", "上年度为98%", "不含12月份", "2024—2026年", "2025年", "2025年续建",
            "2026年度任务", "较2025年增长5%",
        ])
    func mention(_ bracket: String) throws {
        let found = try read("一、管水\n1.改造泵站20座（\(bracket)）。（责任单位：县水务局）\n2.修复堤坝。（责任单位：县水务局）")
        #expect(found.reading.sheets[0].rows[1][3] == "改造泵站20座（\(bracket)）。")
        #expect(found.units[0] == "责任单位：县水务局" && found.deadlines[0] == "")
    }

    @Test(
        "a bracket that says nothing but when is one",
        arguments: ["10月底前", "2026年9月底前完成", "长期坚持", "到2027年底全部建成", "每季度末", "立即整改，并长期坚持", "全年", "2024—2026年"])
    func whole(_ bracket: String) throws {
        let found = try read("一、管水\n1.改造泵站20座。（\(bracket)）（责任单位：县水务局）\n2.修复堤坝。（责任单位：县水务局）")
        #expect(found.reading.sheets[0].rows[1][3] == "改造泵站20座。" && found.deadlines[0] == bracket)
    }

    @Test("units without a label in mid-sentence part tasks as labelled ones do")
    func middle() throws {
        let found = try read(
            """
            一、管水
            1.清理水池（县发展改革局、县水务局）；公布水价（县发展改革局）。
            2.登记水井（县水务局牵头，县直各部门配合）。9月底前完成汇总。
            3.修建泵站（县水务局牵头）；修建中心（县财政局牵头）。
            4.安装水表（县水务局负责），年底前投用。
            5.整理档案。（县档案馆）（2026年9月底前）
            """)
        let rows = found.reading.sheets[0].rows.dropFirst()
        #expect(
            rows.map { $0[3] } == [
                "清理水池；", "公布水价。", "登记水井。9月底前完成汇总。", "修建泵站；", "修建中心。", "安装水表，年底前投用。", "整理档案。",
            ])
        #expect(
            found.units == [
                "县发展改革局、县水务局", "县发展改革局", "县水务局牵头，县直各部门配合", "县水务局牵头", "县财政局牵头", "县水务局负责", "县档案馆",
            ])
        #expect(found.deadlines == ["", "", "9月底前", "", "", "年底前", "2026年9月底前"])
    }

    @Test(
        "other brackets in mid-sentence stay",
        arguments: [
            "改造公房（卫生室、文化站）；开放场馆", "会同县财政局（县国资局）；核对账目", "发动各镇（街道办事处）；登记造册", "完善体制（党委领导、政府负责、部门协同）；落实经费",
            "划定范围（市场、区域中心）；公布名单", "建设试点（示范区、试点县）；总结经验", "支持企业（含国有公司）；减免费用", "由县水务局（县河长办）牵头，整治河道",
        ])
    func stays(_ text: String) throws {
        let found = try read("一、管水\n1.\(text)。（责任单位：县水务局）\n2.修复堤坝。（责任单位：县水务局）")
        #expect(found.reading.sheets[0].rows[1][3] == text + "。" && found.units.count == 2)
    }

    @Test("who watches or accepts the work has a column, on a line or in a note")
    func overseers() throws {
        let lines = """
            一、污水横流
            牵头单位：县住建局
            责任单位：县水务局
            督导单位：县督查室
            整改验收部门：市生态环境局
            完成时限：2026年9月底前
            二、扬尘漫天
            责任单位：县城管局
            监督单位：县纪委监委
            完成时限：2026年6月底前
            """
        let rows = try OutlineExample.rows(of: "云溪县整改方案\n" + lines)
        #expect(
            rows == [
                "序号|一级任务|二级任务|具体要求|责任单位|完成时限|牵头单位|督导单位|整改验收部门|监督单位",
                "1|||污水横流|县水务局|2026年9月底前|县住建局|县督查室|市生态环境局|", "2|||扬尘漫天|县城管局|2026年6月底前||||县纪委监委",
            ])
        let note = try OutlineExample.rows(of: "一、治水\n1.清淤。（责任单位：县水务局；督办单位：县督查室）\n2.护堤。（责任单位：县水务局）")
        #expect(note[1] == "1|治水||清淤。|责任单位：县水务局||县督查室")
    }

    @Test("the note of a heading holds where the last item has its own")
    func headingNote() throws {
        let found = try read(
            """
            一、稳定就业
            （责任单位：县人社局）
            （一）开展培训。全年培训800人。
            （二）举办竞赛。9月底前举办竞赛。（责任单位：县总工会）
            二、稳定价格
            （三）公布菜价。（责任单位：县发改局）
            """)
        #expect(found.units == ["责任单位：县人社局", "责任单位：县总工会", "责任单位：县发改局"])
        #expect(!found.reading.findings.map(\.code).contains("outline-last-note"))
    }
}
