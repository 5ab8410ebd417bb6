internal import FenjieModel

/// Numbers, and the people behind a task.
extension HeadingRule {
    static let numbers: [HeadingRule] = [
        HeadingRule(
            .number, nouns: ["序号", "编号", "项次", "项号", "顺序号", "条目号", "任务号", "代码", "编码"],
            without: ["文件", "发文", "信用", "证件", "身份"])
    ]

    private static let leaders: [StaticWord] = [
        "领导", "责任人", "负责人", "书记", "县长", "市长", "区长", "镇长", "乡长", "局长", "主任", "校长", "院长", "处长", "科长", "组长", "秘书长", "链长",
        "河长", "林长", "田长", "牵头人", "督办人", "审核人", "审批人", "签发人", "包保人", "责任者", "负责同志", "责任同志", "分管同志", "主官", "领导同志",
        "包保干部", "责任领导姓名", "主要负责",
    ]

    static let people: [HeadingRule] = [
        HeadingRule(.contact, nouns: leaders, with: ["联系电话", "电话"]),
        HeadingRule(.leader, nouns: leaders),
        HeadingRule(
            .contact,
            nouns: [
                "联系人", "联系方式", "电话", "手机", "手机号", "手机号码", "电话号码", "经办人", "联络员", "联络人", "邮箱", "电子邮箱", "填报人", "填表人",
                "信息员",
                "承办人", "经办人员", "承办人员", "工作人员", "具体人员", "报送人", "专管员", "办事员", "联系人员", "微信", "qq", "经办", "责任联系", "对接人",
                "上报人",
                "责任联系人", "录入人", "制表人", "信息联系人", "联系",
            ]),
        HeadingRule(.contact, nouns: ["姓名", "签字", "签名", "职务"], with: ["联系", "经办", "联络", "填报"]),
        HeadingRule(.leader, nouns: ["签字", "签名", "职务"], with: ["责任", "负责", "领导"]),
        HeadingRule(.leader, 0.5, nouns: ["姓名", "人", "人员"], with: ["责任", "负责", "领导", "包保", "分管", "督办", "牵头"]),
    ]
}
