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
}
