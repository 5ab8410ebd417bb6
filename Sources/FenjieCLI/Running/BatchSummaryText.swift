internal import FenjieModel
internal import FenjiePipeline
internal import FenjieText

/// The sums of a run, for people and for machines.
struct BatchSummaryText {
    private let summary: BatchSummary

    init(_ summary: BatchSummary) { self.summary = summary }

    /// `2000 个文件：完成 1998，失败 2；用时 3.1 秒`.
    func message(seconds: Double) -> Message {
        let parts: [(count: Int, words: Message)] = [
            (summary.count(.done), Message("完成", "done")), (summary.proven, Message("以前已完成", "done before")),
            (summary.count(.held), Message("因问题搁置", "held for what was found")),
            (summary.count(.unreadable), Message("未能读取", "unreadable")),
            (summary.count(.unwritable), Message("未能写出", "not written")),
            (summary.count(.bug), Message("内部错误", "bugs")),
            (summary.elsewhere, Message("属于其他份", "of other parts")), (summary.untried, Message("未开始", "not begun")),
        ]
        let shown = parts.filter { $0.count > 0 }
        let counts = Severity.allCases.reversed().filter { (summary.findings[$0] ?? 0) > 0 }
        let chinese = counts.map { "\(summary.findings[$0] ?? 0) 个\($0.title.chinese)" }.joined(separator: "、")
        let english = counts.map { "\($0.title.english)s: \(summary.findings[$0] ?? 0)" }.joined(separator: ", ")
        let time = "\((seconds * 10).rounded() / 10)"
        return Message(
            "\(summary.total) 个文件：" + shown.map { "\($0.words.chinese) \($0.count)" }.joined(separator: "，")
                + (chinese.isEmpty ? "" : "；\(chinese)") + "；用时 \(time) 秒",
            "\(Message.counted(summary.total, "input")); "
                + shown.map { "\($0.words.english): \($0.count)" }.joined(separator: ", ")
                + (english.isEmpty ? "" : "; \(english)") + "; \(time) s")
    }

    /// The sums as JSON.
    func json(output: String?) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [("inputs", .integer(summary.total))]
        for status in ManifestEntry.Status.allCases {
            members.append((status.rawValue, .integer(summary.count(status))))
        }
        members += [
            ("proven", .integer(summary.proven)), ("elsewhere", .integer(summary.elsewhere)),
            ("untried", .integer(summary.untried)),
            (
                "findings",
                .object(Severity.allCases.reversed().map { ($0.rawValue, .integer(summary.findings[$0] ?? 0)) })
            ),
        ]
        if let stop = summary.stop {
            let word =
                switch stop {
                case .failure: "failure"
                case .finding: "finding"
                case .disk: "disk"
                }
            members.append(("stopped", .string(word)))
        }
        if let output { members.append(("output", .string(output))) }
        return .object(members)
    }
}
