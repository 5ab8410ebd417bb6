internal import FenjieModel

/// Rows of headings in which no heading says that it is the task.
extension HeadingReading {
    /// Where no column is a task, what stands first is: the problem of a list of things to be put right, or the content
    /// in front of the measures.
    static func findTask(_ fields: inout [Field], _ readings: [HeadingReading]) {
        guard !fields.contains(.task), !fields.contains(.subtask) else { return }
        if !takeProblem(&fields, readings) { takeContent(&fields, readings) }
    }

    /// 存在问题 in front of the measures, or of all else that is issued, was found by whoever issued the table; behind
    /// them it is for the unit to fill in.
    private static func takeProblem(_ fields: inout [Field], _ readings: [HeadingReading]) -> Bool {
        guard let problem = fields.firstIndex(of: .problems) else { return false }
        let before = fields[..<problem]
        let behind = fields[(problem + 1)...]
        let reports: [Field] = [.requirement, .progress, .status, .completedOn, .deadline, .nextSteps]
        guard !before.contains(where: { reports.contains($0) }) else { return false }
        let hasMeasure = behind.contains(.requirement)
        let end = behind.firstIndex { $0.namesUnits || $0 == .deadline }
        guard hasMeasure || end != nil || behind.contains(.nextSteps) else { return false }
        fields[problem] = .task
        // 整改措施 between the problem and those who take it was issued too, though a form may have units fill it in.
        if !hasMeasure, let steps = behind.firstIndex(of: .nextSteps), steps < end ?? behind.endIndex,
            HeadingReading(parsing: readings[steps].text).field == .requirement
        {
            fields[steps] = .requirement
        }
        return true
    }

    /// Of 整治内容 and 工作要求, both requirements by themselves, the content is what the other asks for.
    private static func takeContent(_ fields: inout [Field], _ readings: [HeadingReading]) {
        let requirements = fields.indices.filter { fields[$0] == .requirement }
        guard requirements.count > 1, let last = requirements.last else { return }
        let content = requirements.first { index in
            // Headings that a form names mean what it says.
            index < last && readings[index].certainty < 1
                && (["内容", "要点", "重点"] as [StaticWord]).contains { HeadingText(readings[index].text).hasSuffix($0) }
        }
        if let content { fields[content] = .task }
    }
}
