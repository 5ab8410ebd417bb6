import FenjieGrammar
import FenjieModel
import Testing

@Suite("Headings")
struct HeadingReadingTests {
    static let cases: [(field: Field, headings: [String])] = [
        (
            .number,
            [
                "序号", "编号", "项次", "任务编号", "ＮＯ", "No.",
            ]
        ),
        (
            .responsibleUnit,
            [
                "责任单位", "责任部门", "责任科室", "责任股室", "责任处室", "责任 单 位", "主责单位",
                "承办单位", "决策承办单位", "起草单位", "起草、报送单位", "调研单位", "整改单位（责任单位）",
                "执行单位", "负责单位", "实施单位", "落实单位", "责任主体", "市级责任单位",
                "责任单位（第一个为牵头单位）", "单位名称", "部门", "责任分工", "承办部门", "建设单位",
                "检查单位", "责任单位及责任人", "责任单位、责任人", "责任单位/部门", "实施主体", "主管部门",
                "责任镇(街道)", "责任单位，第一个为牵头单位", "1.责任单位", "*责任单位", "（责任单位）",
                "〔牵头〕单位", "责任部门：", "牵头、配合单位",
            ]
        ),
        (
            .leadUnit,
            [
                "牵头单位", "牵头部门", "牵头科室", "牵头责任单位", "发起 部门", "主办单位", "牵头工委",
                "牵头\n单位", "县级牵头单位", "牵头处室", "牵头区直部门", "牵头单位及责任人",
            ]
        ),
        (
            .leader,
            [
                "牵头市领导", "分管领导", "区政府分管领导", "责任领导", "牵头领导", "包保领导", "责任人",
                "部门主要领导", "科室责任人", "督办人", "分管县领导", "第一责任人", "主要负责人", "包联领导",
                "市级领导", "负责人", "责任人签字", "责任领导（签字）",
            ]
        ),
        (
            .assistingUnit,
            [
                "配合单位", "配合部门", "协办单位", "参与单位", "参办单位", "考核配合单位", "协助单位",
                "协同部门", "配合责任单位", "成员单位", "参加单位", "协作单位", "配合科室",
            ]
        ),
        (
            .deadline,
            [
                "完成时限", "时限要求", "完成时间", "时限", "起止时间", "整改时限", "整改期限", "决策时间",
                "报送时间", "要求完成时间", "起草单位将草案报送合法性审查时间", "完成期限", "办理时限",
                "办结时限", "计划完成时间", "预计完成时间", "时间节点", "时间要求", "时间安排", "时间进度",
                "截止时间", "截止日期", "工作时限", "完成时限（2022年）", "完 成 时 限", "一审时间",
                "二审时间", "检查时间", "演练时间", "计划完成日期", "进度要求", "进度安排", "公开时限",
                "整改完成时间", "结束时间", "完成时限、责任人",
            ]
        ),
        (
            .completedOn,
            [
                "实际完成时间", "完成日期", "实际完成日期", "办结日期", "实际办结时间",
            ]
        ),
        (
            .contact,
            [
                "经办人及联系方式", "联系人", "联系电话", "联系人及电话", "联系方式", "联络员", "经办人",
                "手机号码", "具体联系人", "责任单位联系人", "联系人姓名",
            ]
        ),
        (
            .status,
            [
                "是否完成", "完成状态", "状态", "办理状态", "是否办结", "整改状态", "任务状态",
            ]
        ),
        (
            .progress,
            [
                "进展情况", "进度情况", "完成情况", "序时进度", "完成率", "工作进展", "目前进展",
                "最新进展情况", "落实情况", "整改情况应填写‘已整改’或‘整改中’", "整改情况", "工作完成情况",
                "工作推进情况", "办理情况", "当前进度", "阶段性成效",
            ]
        ),
        (
            .problems,
            [
                "存在问题", "存在的问题", "存在困难问题", "存在的困难", "存在的困难和问题", "存在问题及原因",
                "困难问题", "未完成原因", "需协调解决的问题", "主要问题", "反馈问题",
            ]
        ),
        (
            .nextSteps,
            [
                "下一步措施", "下一步工作安排", "下一步计划", "下步工作打算", "下一步工作措施",
                "下阶段工作计划", "下一步工作", "后续工作计划",
            ]
        ),
        (
            .evidence,
            [
                "佐证材料", "支撑材料", "证明材料", "佐证材料目录", "附件", "相关材料",
            ]
        ),
        (
            .remarks,
            [
                "备注", "备 注", "说明", "备注说明",
            ]
        ),
        (
            .score,
            [
                "自评分", "分值", "得分", "考核得分", "评分", "自评得分", "标准分值", "扣分",
            ]
        ),
        (
            .task,
            [
                "工作任务", "任务名称", "重点任务", "主要任务", "一级任务", "重点工作", "工作事项", "事项名称",
                "事项", "任务事项", "目标任务", "工作项目", "项目名称", "决策事项", "立法项目", "任务类别",
                "工作任务【暂不使用】", "类别", "一级指标", "工作任务及要求",
            ]
        ),
        (
            .subtask,
            [
                "二级任务", "子任务", "任务分解", "分解任务", "细化任务", "任务分解/时序进度", "二级指标",
            ]
        ),
        (
            .requirement,
            [
                "具体要求", "工作要求", "具体内容", "工作内容", "主要内容", "任务内容", "工作措施", "具体措施",
                "重点举措", "工作目标", "目标要求", "整改措施", "任务要求", "工作举措", "完成标准", "工作标准",
                "年度目标", "检查内容", "主要任务及措施", "考核指标",
            ]
        ),
        (
            .other,
            [
                "法律依据", "抽查比例", "检查方式", "资金来源", "文号", "颜色", "天气", "投资额（万元）",
                "加强疫情防控信息公开", "市教育局、市财政局", "各区县政府、市政府有关部门（单位）",
                "2022年年底前", "全年", "推进行政决策公开透明", "突出重点领域，推动高质量政务公开", "", "1",
                "市政府办公室", "参加人员", "督导单位", "整改类型", "开始时间", "填报时间",
            ]
        ),
    ]

    @Test("Each field is known by its headings", arguments: cases)
    func reads(_ field: Field, _ headings: [String]) {
        for heading in headings { #expect(HeadingReading(parsing: heading).field == field, "\(heading)") }
    }

    @Test("White space, brackets and full width change nothing")
    func ignoresNoise() {
        for (field, headings) in Self.cases where field != .other {
            for heading in headings where !heading.contains("应填写") {
                let spread = heading.map { "\($0)\n　" }.joined()
                #expect(HeadingReading(parsing: spread).field == field, "\(spread)")
                #expect(HeadingReading(parsing: "\(heading)（由各单位填）").field == field, "\(heading)")
            }
        }
    }

    @Test("A template's synonyms come first")
    func takesSynonyms() {
        let synonyms: [(synonym: String, field: Field)] = [("包干 单位", .leadUnit), ("备注", .evidence)]
        #expect(HeadingReading(parsing: "包干单位（盖章）", synonyms: synonyms).field == .leadUnit)
        #expect(HeadingReading(parsing: "备 注", synonyms: synonyms).field == .evidence)
        #expect(HeadingReading(parsing: "备 注", synonyms: synonyms).certainty == 1)
        #expect(HeadingReading(parsing: "责任单位", synonyms: synonyms).field == .responsibleUnit)
    }

    @Test("What is not understood has no certainty", arguments: ["", "颜色", "加强疫情防控信息公开", "（（（", "）", "1", "\n"])
    func doubts(_ heading: String) {
        let reading = HeadingReading(parsing: heading)
        #expect(reading.field == .other)
        #expect(reading.certainty == 0)
        #expect(reading.text == heading)
    }

    @Test("Long cells are no headings, and cost nothing")
    func survivesLongCells() {
        for piece in ["责任单位", "（", "任务、", "1", "填写"] {
            let cell = String(repeating: piece, count: 200_000)
            #expect(HeadingReading(parsing: cell).text.utf8.count == cell.utf8.count)
        }
        #expect(HeadingReading(parsing: String(repeating: "工作", count: 30)).field == .other)
    }

    @Test(
        "the end of a period is told from its beginning and from its parts",
        arguments: [
            ("止", true), ("结 束", true), ("结束时间", true), ("截止日期", true), ("起", false), ("开始时间", false), ("一季度", false),
            ("", false),
        ])
    func namesEnd(part: String, expected: Bool) {
        #expect(HeadingReading.namesEnd(part) == expected)
    }
}
