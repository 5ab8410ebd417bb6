internal import FenjieGrammar
public import FenjieModel
internal import FenjieTasks

/// What an issue will bring, in the words of a covering letter: shown before anything is written.
public struct CoveringLetter: Sendable {
    private let plan: IssuePlan
    private let index: IssueIndex

    /// A letter about a plan.
    public init(_ plan: IssuePlan) {
        self.plan = plan
        index = IssueIndex(plan)
    }

    /// The letter.
    ///
    /// - Parameters:
    ///   - folder: where the files would go, as the user named it.
    ///   - language: the language.
    /// - Returns: lines of text, the last one with a line end.
    public func text(folder: String, in language: Language) -> String {
        let paragraphs = [[opening], listing, [index.proof], doubts, [closing(folder)]]
        return paragraphs.filter { !$0.isEmpty }
            .map { $0.map { $0.text(in: language) + "\n" }.joined() }.joined(separator: "\n")
    }

    private var opening: Message {
        let split = plan.issue.split
        let named = split.portions.count { $0.kind != .unassigned }
        let word = IssueIndex.word(for: split.basis)
        var chinese = "《\(plan.issue.title)》共 \(split.table.tasks.count) 项任务"
        var english = "\(plan.issue.title) has \(Message.counted(split.table.tasks.count, "task"))"
        if !plan.issue.period.isEmpty {
            chinese += "，\(plan.issue.period)"
            english += ", \(plan.issue.period)"
        }
        chinese += "，按\(word.chinese)拆分为 \(split.total) 份任务表"
        english += "; split by \(word.english) it makes \(Message.counted(split.total, "worksheet"))"
        if split.portions.count < split.total {
            chinese += "，本次只发其中 \(split.portions.count) 份"
            english += ", of which \(split.portions.count) go out now"
        } else if named < split.portions.count {
            chinese += "，其中 \(named) 份有名称，\(split.portions.count - named) 份为原表未写明的"
            english += ", \(named) of them with a name"
        }
        return Message(chinese + "。", english + ".")
    }

    private var listing: [Message] {
        plan.entries.map { entry in
            let portion = entry.portion
            var chinese = "  \(entry.number). \(portion.name)：\(portion.rows.count) 项"
            var english = "  \(entry.number). \(portion.name): \(portion.rows.count)"
            let roles = Assignment.Role.allCases.filter { portion.count($0) > 0 }
            if !roles.isEmpty, plan.issue.split.basis == .unit {
                chinese += "（" + roles.map { "\($0.chinese) \(portion.count($0))" }.joined(separator: "，") + "）"
                english += " (" + roles.map { "\(Self.english($0)) \(portion.count($0))" }.joined(separator: ", ") + ")"
            }
            if let due = plan.issue.firstDue(of: portion) {
                chinese += "，最早时限 \(due)"
                english += ", first due \(due)"
            }
            return Message(chinese + " → \(entry.file)", english + " → \(entry.file)")
        }
    }

    private var doubts: [Message] {
        let portions = plan.issue.split.portions
        var doubts: [Message] = []
        func list(_ names: [Portion], _ chinese: String, _ english: String) {
            guard !names.isEmpty else { return }
            let joined = names.map(\.name).joined(separator: "、")
            doubts.append(Message("  \(chinese)：\(joined)", "  \(english): \(joined)"))
        }
        list(portions.filter(\.isUnknown), "名录中没有的单位", "units that the directory does not know")
        list(
            portions.filter { $0.kind == .collective && !$0.isUnknown }, "代表多个单位、单独成表的名称",
            "names that stand for several units and get a worksheet of their own")
        let unassigned = portions.filter { $0.kind == .unassigned }
        for portion in unassigned {
            let numbers = portion.rows.prefix(20).map { row in
                let number = plan.issue.split.table.text(.number, of: plan.issue.split.table.tasks[row.task])
                return number.isEmpty ? "第\(row.task + 1)行" : number
            }.joined(separator: "、")
            let rest = portion.rows.count > 20 ? "等 \(portion.rows.count) 项" : ""
            doubts.append(
                Message("  \(portion.name)的任务：\(numbers)\(rest)", "  tasks under \(portion.name): \(numbers)\(rest)"))
        }
        guard !doubts.isEmpty else { return [] }
        return [Message("发出前请留意：", "Before it goes out, look at:")] + doubts
    }

    private func closing(_ folder: String) -> Message {
        Message(
            "以上为预览，没有写任何文件；去掉 --dry-run 即写入 \(folder)。",
            "This is a preview and nothing was written; without --dry-run it goes to \(folder).")
    }

    private static func english(_ role: Assignment.Role) -> String {
        switch role {
        case .lead: "leads"
        case .responsible: "responsible"
        case .assisting: "assists"
        }
    }
}
