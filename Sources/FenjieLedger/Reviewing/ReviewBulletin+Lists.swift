internal import FenjieGrammar
internal import FenjieModel

extension ReviewBulletin {
    /// Characters of a requirement that a line of a list shows; workbook and page show it whole.
    private static let shownText = 36

    /// The lines of the list of what has to be put right, unit by unit.
    var rectification: [Message] {
        let lists = review.rectification
        guard !lists.isEmpty else { return [] }
        let items = lists.reduce(0) { $0 + $1.items.count }
        let opening = Self.paragraph(
            Message(
                "需督促整改的单位\(lists.count)个，共\(items)项次。请逐项说明原因，明确整改措施和完成日期。",
                "\(Message.counted(lists.count, "unit has", "units have")) \(items) to put right; each is to give the "
                    + "reason, what will be done, and the day."))
        return [opening]
            + lists.flatMap { list in
                [Message("  \(list.unit)（\(list.items.count)项）", "  \(list.unit) (\(list.items.count))")]
                    + list.items.map(Self.line)
            }
    }

    private static func line(_ item: RectificationItem) -> Message {
        let entry = item.part.entry
        let text = ReviewWords.short(entry.text, to: shownText)
        let reason = ReviewWords.reason(item)
        let deadline = entry.deadline.map { "，时限\($0.text)" } ?? ""
        let due = entry.deadline?.due.map { ", due \($0)" } ?? ""
        return numbered(
            entry.number,
            Message("\(text)\(deadline)，\(reason.chinese)", "\(text)\(due), \(reason.english)"))
    }

    /// The lines of what falls due soon.
    var dueSoon: [Message] {
        review.dueSoon.map { task in
            let text = ReviewWords.short(task.text, to: Self.shownText)
            let units = task.units.joined(separator: "、")
            let due = task.due.map(\.description) ?? ""
            return Self.numbered(
                task.number,
                Message(
                    "\(text)（\(units.isEmpty ? Review.nobody : units)，\(due)到期，\(task.state.title.chinese)）",
                    "\(text) (\(units), due \(due), \(task.state.title.english))"))
        }
    }

    /// What can be signed off, and what is missing elsewhere.
    var signOff: [Message] {
        let items = review.signOff
        func tasks(_ standing: SignOffItem.Standing) -> [ReviewedTask] {
            items.filter { $0.standing == standing }.map(\.task)
        }
        var lines: [Message] = []
        let ready = tasks(.ready)
        let signedOff = tasks(.signedOff)
        if !ready.isEmpty {
            let numbers = ReviewWords.numbers(ready)
            lines.append(
                Message(
                    "具备核销条件\(ready.count)项：\(numbers.chinese)。", "\(ready.count) can be signed off: \(numbers.english)."
                ))
        }
        if !signedOff.isEmpty {
            let numbers = ReviewWords.numbers(signedOff)
            lines.append(
                Message(
                    "已核销\(signedOff.count)项：\(numbers.chinese)。",
                    "\(signedOff.count) are signed off: \(numbers.english)."))
        }
        // Tasks that lack the same stand together.
        let incomplete = items.filter { $0.standing == .incomplete }
        for gaps in [[SignOffItem.Gap.completionDate], [.evidence], [.completionDate, .evidence]] {
            let own = incomplete.filter { $0.gaps == gaps }
            guard let first = own.first else { continue }
            let numbers = ReviewWords.numbers(own.map(\.task))
            let lack = ReviewWords.standing(first)
            lines.append(
                Message(
                    "已完成但\(lack.chinese)的\(own.count)项，暂不核销：\(numbers.chinese)。",
                    "\(own.count) done \(own.count == 1 ? "task" : "tasks") \(lack.english): \(numbers.english)."))
        }
        return lines.map(Self.paragraph)
    }

    /// What has changed since the earlier ledger.
    var comparison: [Message] {
        guard let comparison = review.comparison else { return [] }
        let before = comparison.before
        let done = review.counts[.done] - before[.done]
        let change = done >= 0 ? Message("增加\(done)项", "\(done) more") : Message("减少\(-done)项", "\(-done) fewer")
        var lines = [
            Self.paragraph(
                Message(
                    "上期台账任务\(before.total)项，已完成\(before[.done])项；本期已完成\(review.counts[.done])项，\(change.chinese)。",
                    "The earlier ledger had \(Message.counted(before.total, "task")), \(before[.done]) of them done; "
                        + "now it is "
                        + "\(review.counts[.done]), \(change.english)."))
        ]
        for kind in ReviewComparison.Kind.allCases {
            let changes = comparison.changes(kind)
            guard !changes.isEmpty else { continue }
            let word = ReviewWords.change(kind)
            lines.append(
                Message("  \(word.chinese)（\(changes.count)项）", "  \(word.english) (\(changes.count))"))
            lines += changes.map(Self.line)
        }
        return lines
    }

    private static func line(_ change: ReviewComparison.Change) -> Message {
        let text = ReviewWords.short(change.task.text, to: shownText)
        let detail = ReviewWords.detail(change)
        let units = change.task.units.joined(separator: "、")
        let whose = units.isEmpty ? "" : "（\(units)）"
        return numbered(
            change.task.number,
            Message(
                "\(text)\(whose)" + (detail.chinese.isEmpty ? "" : "，\(detail.chinese)"),
                "\(text)\(units.isEmpty ? "" : " (\(units))")" + (detail.english.isEmpty ? "" : ", \(detail.english)")))
    }

    /// An item of a list behind the number of its task.
    private static func numbered(_ number: String, _ message: Message) -> Message {
        let label = ReviewWords.number(number)
        return Message(
            "    " + (label.map { "\($0.chinese)  " } ?? "") + message.chinese + "。",
            "    " + (label.map { "\($0.english)  " } ?? "") + message.english)
    }
}
