internal import FenjieModel

/// Who does it: modifier × noun, with the role in the modifier.
extension HeadingRule {
    private static let bodies: [StaticWord] = [
        "单位", "部门", "科室", "股室", "处室", "工委", "机构", "机关", "主体", "科", "股", "站所", "乡镇", "镇街", "街道", "县区", "区县", "市区",
        "组织", "专班", "工作组", "小组", "方", "单位名称", "部门名称", "企业", "学院", "院系", "处", "局", "委", "办", "责任区", "属地", "组",
    ]
    private static let assisting: [StaticWord] = [
        "配合", "协办", "协助", "协同", "参与", "参办", "参加", "会办", "协作", "辅助", "联办", "协管", "成员", "联合", "支持", "协调配合", "协从",
    ]
    private static let leading: [StaticWord] = ["牵头", "主办", "发起", "首办", "领办", "召集", "总负责", "首要"]
    private static let responsible: [StaticWord] = [
        "责任", "主责", "承办", "负责", "执行", "实施", "落实", "起草", "调研", "整改", "承担", "办理", "具体", "建设", "申报", "报送", "制定",
        "编制", "落实责任", "主管", "承接", "完成", "任务", "工作", "组织", "承训", "承建", "主要", "涉及", "所属", "填报", "检查", "抽查", "执法",
        "公开", "解读", "发布", "行业", "归口", "业务", "管理",
    ]
    /// Who watches, and who is meant by a collective name in a cell.
    private static let outsiders: [StaticWord] = [
        "督办", "督导", "督查", "监督", "考核", "验收", "审核", "审批", "批准", "交办", "发文", "来文", "认定", "评估", "评价", "有关", "相关", "各",
        "联系", "主送", "抄送", "被检查", "上级",
    ]

    static let units: [HeadingRule] = [
        HeadingRule(
            .responsibleUnit, 0.8, nouns: bothNouns, with: ["牵头配合", "牵头、配合", "主办、协办", "主协办", "牵头和配合", "牵头及配合"]),
        HeadingRule(.assistingUnit, nouns: bodies, with: assisting),
        HeadingRule(.leadUnit, nouns: bodies, with: leading),
        HeadingRule(.responsibleUnit, nouns: bodies + areas, with: ["责任", "承办", "主责", "负责"]),
        HeadingRule(.responsibleUnit, 0.8, nouns: bodies, with: responsible, without: outsiders),
        HeadingRule(
            .responsibleUnit, 0.6, nouns: bareBodies, without: outsiders + ["市", "县", "省", "区", "其他", "所有"], longest: 6),
        HeadingRule(.responsibleUnit, 0.7, nouns: ["责任分工", "任务分工", "职责分工", "责任落实", "分工", "责任划分"], longest: 6),
    ]

    private static let areas: [StaticWord] = ["镇", "县", "区", "乡", "街", "村", "社区", "园区", "班子"]
    private static let bothNouns: [StaticWord] = ["单位", "部门", "科室", "处室"]
    /// Nouns that say enough alone or behind an unknown word: 发证单位.
    private static let bareBodies: [StaticWord] = ["单位", "部门", "科室", "股室", "处室", "单位名称", "部门名称"]
}
