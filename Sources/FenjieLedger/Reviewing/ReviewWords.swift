package import FenjieGrammar
package import FenjieModel
internal import FenjieRules

/// The words in which pages, workbooks and bulletins speak of a review.
package enum ReviewWords {
    /// 2026年6月30日.
    package static func day(_ date: CivilDate) -> Message {
        Message("\(date.year)年\(date.month)月\(date.day)日", date.description)
    }

    /// What a ledger is about: its title without the words that say that it is a ledger.
    package static func subject(_ title: String) -> String {
        var subject = title[...]
        let ends = ["台账", "落实", "工作台账", "季报表", "月报表", "情况", "进展", "分解表", "清单", "一览表", "汇总表"]
        while let end = ends.first(where: { subject.hasSuffix($0) }) { subject = subject.dropLast(end.count) }
        return String(subject)
    }

    /// 第 12 项, or the text itself where a task has no plain number.
    package static func number(_ number: String) -> Message? {
        guard !number.isEmpty else { return nil }
        let isPlain = number.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isPlain ? Message("第\(number)项", "no. \(number)") : Message("“\(number)”项", "no. \(number)")
    }

    /// The numbers of tasks: 第1、2、5项.
    package static func numbers(_ tasks: [ReviewedTask]) -> Message {
        let shown = tasks.prefix(100).map { $0.number.isEmpty ? short($0.text, to: 12) : $0.number }
        let list = shown.joined(separator: "、")
        let rest = tasks.count > shown.count ? "等" : ""
        return Message("第\(list)\(rest)项", "no. \(shown.joined(separator: ", "))\(rest.isEmpty ? "" : " …")")
    }

    /// The beginning of a text.
    package static func short(_ text: String, to limit: Int) -> String {
        var plain = ""
        var count = 0
        for character in text {
            // A line break inside a cell is no line break of a sentence.
            guard !character.isWhitespace || character == " " else { continue }
            count += 1
            if count > limit { return plain + "…" }
            plain.append(character)
        }
        while let last = plain.last, "。；;".contains(last) { plain.removeLast() }
        return plain
    }

    /// 慢于序时进度 4.6 个百分点.
    package static func gap(_ gap: Int) -> Message {
        let points = Proportion.tenths(abs(gap))
        if gap == 0 { return Message("与序时进度持平", "exactly on schedule") }
        return gap < 0
            ? Message("慢于序时进度\(points)个百分点", "\(points) percentage points behind schedule")
            : Message("快于序时进度\(points)个百分点", "\(points) percentage points ahead of schedule")
    }

    /// What a task that is done lacks for its sign-off.
    package static func gap(_ gap: SignOffItem.Gap) -> Message {
        switch gap {
        case .completionDate: Message("完成日期", "day of completion")
        case .evidence: Message("佐证材料", "evidence")
        }
    }

    /// Whether a task can be signed off.
    package static func standing(_ item: SignOffItem) -> Message {
        switch item.standing {
        case .ready: return Message("可核销", "ready")
        case .signedOff: return Message("已核销", "signed off")
        case .incomplete:
            let gaps = item.gaps.map { self.gap($0) }
            return Message(
                "待补" + gaps.map(\.chinese).joined(separator: "、"),
                "lacks " + gaps.map(\.english).joined(separator: " and "))
        }
    }

    /// Why something has to be put right.
    package static func reason(_ item: RectificationItem) -> Message {
        switch item.reason {
        case .overdue:
            let days = item.part.daysOverdue
            let begun =
                item.part.entry.meaning == nil && item.part.entry.status.isEmpty
                ? Message("，未报完成状态", ", no status told")
                : item.part.entry.meaning == .notStarted ? Message("，尚未启动", ", not begun") : Message("", "")
            return Message(
                "逾期\(days)天\(begun.chinese)", "\(Message.counted(days, "day")) overdue\(begun.english)")
        case .behind:
            let status = short(item.part.entry.status, to: 12)
            return Message("未到时限，自报“\(status)”", "not due yet, reported as \(status)")
        case .unclear:
            let status = item.part.entry.status
            return status.isEmpty
                ? Message("未报完成状态", "no status told")
                : Message("完成状态不明（\(short(status, to: 12))）", "unclear (\(short(status, to: 12)))")
        }
    }

    /// How a task has slipped.
    package static func slip(_ slip: ReviewComparison.Slip) -> Message {
        switch slip {
        case .reopened: Message("完成后又退回", "reopened")
        case .overdue: Message("到期未完成", "overdue now")
        case .postponed: Message("时限推后", "postponed")
        case .stopped: Message("启动后又停下", "stopped")
        }
    }

    /// What has changed.
    package static func change(_ kind: ReviewComparison.Kind) -> Message {
        switch kind {
        case .newlyDone: Message("新完成", "newly done")
        case .started: Message("新启动", "begun")
        case .slipped: Message("滞后倒退", "slipped")
        case .unchanged: Message("进展未更新", "text unchanged")
        case .added: Message("新增", "new")
        case .gone: Message("减少", "gone")
        }
    }

    /// What there is to say of a change beside its kind: how it slipped, whose text is the same.
    package static func detail(_ change: ReviewComparison.Change) -> Message {
        var details = change.slips.map { slip(slip: $0, change) }
        if !change.units.isEmpty {
            let units = change.units.joined(separator: "、")
            details.append(Message("\(units)与上期一字未改", "same words from \(units)"))
        }
        return Message(
            details.map(\.chinese).joined(separator: "；"), details.map(\.english).joined(separator: "; "))
    }

    private static func slip(slip: ReviewComparison.Slip, _ change: ReviewComparison.Change) -> Message {
        guard slip == .postponed, let due = change.task.due, let before = change.before?.due else {
            return self.slip(slip)
        }
        return Message("时限由\(before)推后到\(due)", "put off from \(before) to \(due)")
    }
}
