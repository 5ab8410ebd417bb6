internal import FenjieModel

/// By when, and when it was done.
extension HeadingRule {
    private static let instants: [StaticWord] = ["时间", "日期", "时限", "期限", "月份"]
    /// Days that are no deadline: when something was issued, filled in or begins.
    private static let otherTimes: [StaticWord] = [
        "填报", "填表", "制表", "成文", "印发", "更新", "发文", "交办", "受理", "收文", "来文", "登记", "创建", "发现", "开始", "起始", "启动", "开工",
        "成立", "接收", "统计", "出生",
    ]

    static let times: [HeadingRule] = [
        HeadingRule(.completedOn, nouns: ["时间", "日期"], with: ["实际", "已完成", "办结日", "销号日", "销号时", "实际完成", "实际办结"]),
        HeadingRule(
            .completedOn, 0.8, nouns: ["完成日期", "办结日期", "整改完成日期", "结束日期"],
            without: ["计划", "预计", "要求", "拟", "目标", "应", "截止", "规定", "预期"]),
        HeadingRule(.deadline, nouns: ["时限", "期限", "时限要求", "限期", "工期", "周期", "截止", "时效"], longest: 24),
        HeadingRule(
            .deadline, nouns: instants,
            with: ["完成", "起止", "整改", "截止", "要求", "计划", "办结", "结束", "报送", "决策", "终止", "竣工", "落实", "解决"],
            without: otherTimes, longest: 24),
        HeadingRule(
            .deadline,
            nouns: [
                "时间节点", "时间要求", "时间安排", "时间进度", "时间表", "进度安排", "进度要求", "进度计划", "时序要求", "推进时序", "时序进度", "完成节点",
                "节点",
                "时间段", "时间计划", "序时要求", "时序安排", "实施时间", "时间跨度", "时序", "完成时", "时间规划", "时限及要求", "节点要求", "时限安排", "进度目标",
            ]),
        HeadingRule(.deadline, 0.7, nouns: instants, without: otherTimes, longest: 24),
        HeadingRule(.other, 0.6, nouns: instants, with: otherTimes, longest: 24),
    ]
}

extension HeadingReading {
    /// Whether a heading below that of a period names the period's end: 止 beside 起, 结束 beside 开始.
    ///
    /// - Parameter part: the lower heading.
    /// - Returns: true for the end; false for the beginning, and for parts that are periods themselves (一季度).
    public static func namesEnd(_ part: String) -> Bool {
        let heading = HeadingText(part)
        let text = heading.string
        return ends.contains(text) || ends.contains { end in instants.contains { text == end + $0 } }
    }

    private static let ends: Set<String> = ["止", "至", "结束", "截止", "终止", "终", "完成", "竣工", "完工", "办结"]
    private static let instants = ["时间", "日期", "日", "时"]
}
