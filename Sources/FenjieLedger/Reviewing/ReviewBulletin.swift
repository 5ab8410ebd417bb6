internal import FenjieGrammar
public import FenjieModel
internal import FenjieText

/// A review as a bulletin (通报) to print: whole sentences made of its counts, then the lists that follow from them.
///
/// Nothing is said of what does not occur, and nothing is said that is not counted.
public struct ReviewBulletin: Sendable {
    let review: Review

    /// A bulletin about a review.
    public init(_ review: Review) { self.review = review }

    /// The bulletin.
    ///
    /// - Parameter language: the language.
    /// - Returns: lines of text, the last one with a line end.
    public func text(in language: Language) -> String {
        var text = Printable.escaping(title.text(in: language)) + "\n" + subtitle.text(in: language) + "\n"
        let ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        var count = 0
        for section in sections where !section.lines.isEmpty {
            let ordinal = language == .chinese ? "\(ordinals[count])、" : "\(count + 1). "
            count += 1
            text += "\n\(ordinal)\(section.heading.text(in: language))\n"
            for line in section.lines { text += Printable.escaping(line.text(in: language)) + "\n" }
        }
        return text
    }

    /// A part of the bulletin under a heading.
    struct Section {
        var heading: Message
        var lines: [Message]
    }

    private var sections: [Section] {
        [
            Section(heading: Message("总体情况", "Overall"), lines: overall),
            Section(heading: Message("各单位情况", "Units"), lines: table(of: review.units, Message("单位", "unit"))),
            Section(heading: Message("各项重点任务情况", "Groups"), lines: table(of: review.groups, Message("重点任务", "group"))),
            Section(heading: Message("督促整改事项", "To be put right"), lines: rectification),
            Section(
                heading: Message(
                    "\(review.horizon)日内到期事项",
                    "Due within \(Message.counted(review.horizon, "day"))"), lines: dueSoon),
            Section(heading: Message("核销情况", "Sign-off"), lines: signOff),
            Section(heading: Message("与上期台账比较", "Since the earlier ledger"), lines: comparison),
        ]
    }

    private var title: Message {
        let subject = ReviewWords.subject(review.title)
        return subject.isEmpty
            ? Message("关于重点任务落实情况的通报", "How the tasks stand")
            : Message("关于\(subject)落实情况的通报", "How the tasks stand: \(subject)")
    }

    private var subtitle: Message {
        let day = ReviewWords.day(review.asOf)
        return Message("（截至\(day.chinese)）", "As of \(day.english)")
    }

    // MARK: Overall

    private var overall: [Message] {
        guard review.counts.total > 0 else { return [Self.paragraph(Message("台账中没有任务。", "The ledger holds no task."))] }
        return [Self.paragraph(extent), Self.paragraph(states), Self.paragraph(schedule)]
    }

    /// How much there is.
    private var extent: Message {
        let tasks = review.counts.total
        let units = review.units.count { $0.name != Review.nobody }
        let parts = review.tasks.reduce(0) { $0 + $1.parts.count }
        let nobody = review.units.first { $0.name == Review.nobody }?.counts.total ?? 0
        var chinese = "台账共有任务\(tasks)项，涉及责任单位\(units)个"
        var english =
            "The ledger has \(Message.counted(tasks, "task")) of \(Message.counted(units, "unit"))"
        if parts > tasks {
            chinese += "，按单位计\(parts)项次"
            english += ", \(parts) pairs of task and unit"
        }
        if nobody > 0 {
            chinese += "，其中\(nobody)项没有写明责任单位"
            english += ", \(nobody) of them without a unit"
        }
        return Message(chinese + "。", english + ".")
    }

    /// How it stands.
    private var states: Message {
        let counts = review.counts
        let shown = ReviewState.allCases.filter { counts[$0] > 0 || $0 == .done }
        let parts = shown.map { state in
            let share = Proportion(counts[state], of: counts.total).text
            let beside = beside(state)
            return Message(
                "\(state.title.chinese)\(counts[state])项，占\(share)\(beside.chinese)",
                "\(counts[state]) \(state.title.english) (\(share)\(beside.english))")
        }
        let overdue = counts[.overdue] == 0 ? Message("没有逾期任务。", " None is overdue.") : Message("", "")
        return Message(
            "其中，" + parts.map(\.chinese).joined(separator: "；") + "。" + overdue.chinese,
            parts.map(\.english).joined(separator: ", ") + "." + overdue.english)
    }

    private func beside(_ state: ReviewState) -> Message {
        switch state {
        case .done where review.counts.doneLate > 0:
            let late = review.counts.doneLate
            return Message("（其中逾期后完成\(late)项）", ", \(late) of them late")
        case .overdue where review.counts.overdueNotStarted > 0:
            let idle = review.counts.overdueNotStarted
            return Message("（其中尚未启动\(idle)项）", ", \(idle) of them not begun")
        default: return Message("", "")
        }
    }

    private var schedule: Message {
        let schedule = review.schedule
        guard let gap = schedule.gap else {
            return Message("台账中的时限都没有写明日期，不能计算序时进度。", "No deadline names a day, so that there is no schedule.")
        }
        let words = ReviewWords.gap(gap)
        let due = schedule.timely
        let met =
            due.whole == 0
            ? Message("尚无到期任务", "nothing is due yet")
            : Message(
                "到期应完成\(due.whole)项，已完成\(due.part)项，到期完成率\(due.text)",
                "\(due.whole) are due, \(due.part) of these are done (\(due.text))")
        return Message(
            "按完成时限，\(met.chinese)。有明确日期的任务\(schedule.planned.whole)项，序时应完成\(schedule.planned.text)，"
                + "实际完成\(schedule.actual.text)，\(words.chinese)；时间已过\(schedule.elapsed.text)。",
            "By their deadlines \(met.english). Of \(Message.counted(schedule.planned.whole, "task")) with a day, "
                + "\(schedule.planned.text) should be "
                + "done and \(schedule.actual.text) are: \(words.english); \(schedule.elapsed.text) of the time is gone."
        )
    }

    // MARK: Tables

    /// Counts as a table of aligned columns.
    private func table(of lines: [ReviewLine], _ name: Message) -> [Message] {
        guard !lines.isEmpty else { return [] }
        let columns = ReviewColumn.needed(for: review.partCounts)
        let texts = Language.allCases.map { language in
            let head = [name.text(in: language)] + columns.map { $0.shortTitle.text(in: language) }
            let rows = lines.map { line in [line.name] + columns.map { $0.text(line.counts) } }
            return Self.aligned([head] + rows)
        }
        return zip(texts[0], texts[1]).map { Message($0, $1) }
    }

    /// Rows in columns of equal width: the first from the left, numbers from the right.
    private static func aligned(_ rows: [[String]]) -> [String] {
        var widths: [Int] = []
        for row in rows {
            for (column, text) in row.enumerated() {
                let width = DisplayWidth.columns(of: text)
                if column == widths.count { widths.append(width) } else { widths[column] = max(widths[column], width) }
            }
        }
        return rows.map { row in
            var line = "  "
            for (column, text) in row.enumerated() {
                let room = String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: text))
                line += column == 0 ? text + room : "  " + room + text
            }
            return line
        }
    }

    /// A paragraph with the first line set in.
    static func paragraph(_ message: Message) -> Message { Message("　　" + message.chinese, message.english) }
}
