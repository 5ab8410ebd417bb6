public import FenjieModel

/// What a column heading means.
///
/// White space, line breaks, brackets with what they hold, and instructions for filling in are ignored. Headings are
/// read by how they are built (a role and a noun), so that wordings nobody listed are understood too.
///
///     HeadingReading(parsing: "牵头 责任\n部门（盖章）").field  // .leadUnit
public struct HeadingReading: Sendable, Hashable {
    /// The heading as written.
    public let text: String
    /// What the column holds; `other` where the heading is not understood.
    public let field: Field
    /// How sure that is, from 0 to 1; a row of sure headings is a header row.
    public let certainty: Double

    /// Reads a heading.
    ///
    /// - Parameters:
    ///   - text: the heading's cell.
    ///   - synonyms: headings that a template names; they come before the rules.
    public init(parsing text: String, synonyms: [(synonym: String, field: Field)] = []) {
        let plain = HeadingText(text)
        self.text = text
        if !synonyms.isEmpty, !plain.scalars.isEmpty,
            let match = synonyms.first(where: { HeadingText($0.synonym).scalars == plain.scalars })
        {
            field = match.field
            certainty = 1
            return
        }
        (field, certainty) = Self.read(plain)
    }

    private static func read(_ heading: HeadingText) -> (Field, Double) {
        guard !heading.scalars.isEmpty, heading.scalars.count <= HeadingText.longest else { return (.other, 0) }
        if let field = exact[heading.string] { return (field, 1) }
        if isSentence(heading) { return (.other, 0) }
        let phrases = heading.phrases
        if phrases.count > 1, let first = phrases.first {
            // 责任单位及责任人 is read by its first phrase, 起草、报送单位 as a whole.
            if let field = exact[first.string], !modifiers.contains(first.string) { return (field, 0.8) }
            let reading = match(first)
            if reading.0 != .other, !modifiers.contains(first.string) { return (reading.0, reading.1 * 0.9) }
        }
        let reading = match(heading)
        if reading.0 == .other, let counted = heading.withoutCounter {
            let unit = match(counted)
            if unit.0.namesUnits { return unit }
        }
        return reading
    }

    /// Text of a cell: a clause that opens with a verb, 推动高质量发展.
    private static func isSentence(_ heading: HeadingText) -> Bool {
        heading.scalars.count > 4 && verbs.contains { heading.hasPrefix($0) }
    }

    private static let verbs: [StaticWord] = [
        "加强", "推进", "深化", "完善", "强化", "突出", "抓好", "做好", "提升", "优化", "规范", "健全", "开展", "建立", "推动", "聚焦", "围绕", "严格",
        "加快", "持续", "扎实", "紧扣", "全面", "积极", "着力", "深入", "切实", "进一步", "大力", "认真",
    ]

    private static func match(_ heading: HeadingText) -> (Field, Double) {
        for rule in HeadingRule.all where rule.matches(heading) { return (rule.field, rule.certainty) }
        return (.other, 0)
    }

    /// Short headings that are whole words; behind 、 they are the beginning of a longer one.
    private static let modifiers: Set<String> = ["责任", "牵头", "配合", "主办", "协办", "承办", "参与", "负责", "工作", "任务"]

    /// Headings that the rules would not see, or not with certainty.
    private static let exact: [String: Field] = [
        "序号": .number, "序": .number, "号": .number, "编号": .number, "项次": .number, "no": .number, "no.": .number,
        "№": .number,
        "责任": .responsibleUnit, "牵头": .leadUnit, "配合": .assistingUnit, "主办": .leadUnit, "协办": .assistingUnit,
        "承办": .responsibleUnit, "负责": .responsibleUnit, "参与": .assistingUnit, "责任单位": .responsibleUnit,
        "牵头单位": .leadUnit, "配合单位": .assistingUnit, "镇街": .responsibleUnit, "乡镇": .responsibleUnit,
        "工作任务": .task, "一级任务": .task, "任务": .task, "二级任务": .subtask, "三级任务": .subtask,
        "具体要求": .requirement, "工作要求": .requirement, "工作内容": .requirement, "任务内容": .requirement,
        "完成时限": .deadline, "时限": .deadline, "时间": .deadline, "日期": .deadline, "完成时间": .deadline,
        "完成日期": .completedOn, "完成状态": .status, "进展情况": .progress, "存在问题": .problems, "下一步措施": .nextSteps,
        "佐证材料": .evidence, "备注": .remarks, "分值": .score, "责任人": .leader, "联系人": .contact, "措施": .requirement,
        "主要任务及措施": .requirement,
    ]
}
