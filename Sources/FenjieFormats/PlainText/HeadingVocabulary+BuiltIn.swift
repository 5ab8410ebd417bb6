internal import FenjieModel

extension HeadingVocabulary {
    /// A small vocabulary for use without templates: the commonest headings and how they end.
    public static let builtIn = HeadingVocabulary { BuiltInHeadings.field(of: $0) }
}

private enum BuiltInHeadings {
    static func field(of heading: String) -> Field? {
        var text = CellKind.compacted(heading.utf8)[...]
        for open in ["（", "(", "【", "["] {
            guard let bracket = firstIndex(of: Array(open.utf8), in: text), bracket > text.startIndex else { continue }
            text = text[..<bracket]
        }
        guard !text.isEmpty, text.count <= 45 else { return nil }
        let name = String(decoding: text, as: UTF8.self)
        if let field = exact[name] { return field }
        guard text.count <= 27 else { return nil }
        for (ending, field) in endings where text.ends(with: ending) && text.count > ending.utf8.count {
            guard field != .responsibleUnit else { return unit(name) }
            return field
        }
        return nil
    }

    private static func unit(_ name: String) -> Field? {
        for (role, field) in roles where name.utf8.starts(with: role.utf8) { return field }
        return nil
    }

    private static func firstIndex(of needle: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        text.indices.first { text[$0...].starts(with: needle) }
    }

    private static let exact: [String: Field] = [
        "序号": .number, "编号": .number, "序": .number, "项目序号": .number, "任务序号": .number, "任务编号": .number,
        "工作任务": .task, "重点任务": .task, "一级任务": .task, "任务": .task, "主要任务": .task, "任务名称": .task, "重点工作": .task,
        "工作项目": .task, "任务类别": .task, "类别": .task, "工作事项": .task, "目标任务": .task, "任务分类": .task, "事项": .task,
        "重点工作任务": .task, "工作内容": .task, "项目": .task, "任务分解": .subtask, "二级任务": .subtask, "具体任务": .subtask,
        "分项任务": .subtask, "子任务": .subtask, "具体事项": .subtask, "任务项": .subtask, "具体要求": .requirement,
        "工作要求": .requirement, "主要内容": .requirement, "任务内容": .requirement, "具体内容": .requirement, "工作措施": .requirement,
        "具体措施": .requirement, "主要措施": .requirement, "具体举措": .requirement, "工作举措": .requirement, "任务要求": .requirement,
        "工作目标": .requirement, "整改措施": .requirement, "落实措施": .requirement, "重点内容": .requirement, "工作标准": .requirement,
        "责任单位": .responsibleUnit, "责任部门": .responsibleUnit, "牵头单位": .leadUnit, "牵头部门": .leadUnit,
        "配合单位": .assistingUnit,
        "配合部门": .assistingUnit, "完成时限": .deadline, "完成时间": .deadline, "时限要求": .deadline, "时限": .deadline,
        "时间节点": .deadline, "起止时间": .deadline, "完成期限": .deadline, "时间要求": .deadline, "整改时限": .deadline,
        "时序进度": .deadline,
        "进展情况": .progress, "完成情况": .progress, "工作进展": .progress, "进度情况": .progress, "完成状态": .status, "是否完成": .status,
        "状态": .status, "完成日期": .completedOn, "存在问题": .problems, "存在的问题": .problems, "下一步措施": .nextSteps,
        "下步措施": .nextSteps, "下一步工作安排": .nextSteps, "下一步计划": .nextSteps, "责任人": .leader, "责任领导": .leader,
        "分管领导": .leader,
        "牵头领导": .leader, "包保领导": .leader, "联系人": .contact, "联系方式": .contact, "联系电话": .contact, "佐证材料": .evidence,
        "支撑材料": .evidence, "备注": .remarks, "说明": .remarks, "分值": .score, "自评分": .score, "得分": .score,
    ]
    private static let endings: [(String, Field)] = [
        ("单位", .responsibleUnit), ("部门", .responsibleUnit), ("科室", .responsibleUnit), ("股室", .responsibleUnit),
        ("处室", .responsibleUnit), ("时限", .deadline), ("期限", .deadline), ("时间", .deadline), ("领导", .leader),
        ("责任人", .leader), ("负责人", .leader), ("措施", .requirement), ("要求", .requirement),
    ]
    private static let roles: [(String, Field)] = [
        ("牵头", .leadUnit), ("主办", .leadUnit), ("发起", .leadUnit), ("主要责任", .leadUnit), ("配合", .assistingUnit),
        ("协办", .assistingUnit), ("协同", .assistingUnit), ("参与", .assistingUnit), ("参加", .assistingUnit),
        ("参办", .assistingUnit),
        ("考核配合", .assistingUnit), ("责任", .responsibleUnit), ("主责", .responsibleUnit), ("承办", .responsibleUnit),
        ("决策承办", .responsibleUnit), ("起草", .responsibleUnit), ("负责", .responsibleUnit), ("执行", .responsibleUnit),
        ("整改", .responsibleUnit), ("调研", .responsibleUnit), ("落实", .responsibleUnit), ("实施", .responsibleUnit),
    ]
}
