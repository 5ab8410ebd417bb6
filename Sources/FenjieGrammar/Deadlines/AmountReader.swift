/// A stretch of time from some event: 30日内, 7个工作日内, 半年内.
struct DeadlineAmount {
    /// What is counted.
    enum Unit {
        case hours
        case days
        case workingDays
        case months
    }

    var count: Int
    var unit: Unit
    /// The event as printed (印发后), empty where none is named.
    var trigger: Range<Int>
    /// Whether the event is the issue of the document itself.
    var startsAtIssue: Bool

    /// The day it ends on, counted from another.
    func end(from start: CivilDate) -> CivilDate? {
        switch unit {
        case .hours: start.adding(days: (count + 23) / 24)
        case .days: start.adding(days: count)
        case .workingDays: start.adding(workingDays: count)
        case .months: start.adding(months: count)
        }
    }
}

/// Reads amounts of time that are deadlines; how long a procedure takes (登记表3个工作日内办结) is none.
struct AmountReader {
    let text: DeadlineText

    /// An amount and where the text goes on.
    typealias Reading = (amount: DeadlineAmount, end: Int)

    /// How far back an event is looked for.
    private static let reach = 32

    /// Reads the amount that begins at a place.
    ///
    /// - Parameters:
    ///   - start: the place.
    ///   - clause: where the clause begins that the place belongs to.
    /// - Returns: the amount, or `nil` where there is none or it is no deadline.
    func read(at start: Int, clause: Int) -> Reading? {
        guard let (count, unit, unitEnd) = quantity(at: start) else { return nil }
        let trigger = trigger(before: start, clause: max(clause, start - Self.reach))
        guard let trigger else { return nil }
        let end: Int
        if let within = text.end(of: Self.within, at: unitEnd) {
            end = within
        } else if !trigger.range.isEmpty {
            end = text[unitEnd] == "前" ? unitEnd + 1 : unitEnd
        } else if start == 0, unitEnd == text.count, text[unitEnd - 2] == "作" || text[unitEnd - 1] != "日" {
            end = unitEnd
        } else {
            return nil
        }
        let amount = DeadlineAmount(
            count: count, unit: unit, trigger: trigger.range, startsAtIssue: trigger.startsAtIssue)
        return (amount, end)
    }

    /// Whether the text at a place is an amount of time at all, deadline or not, and where it ends.
    func skip(at start: Int) -> Int? {
        guard let (_, _, end) = quantity(at: start) else { return nil }
        return text.end(of: Self.within, at: end)
    }

    private func quantity(at start: Int) -> (count: Int, unit: DeadlineAmount.Unit, end: Int)? {
        if text[start] == "半" {
            if text[start + 1] == "年" { return (6, .months, start + 2) }
            if text[start + 1] == "个", text[start + 2] == "月" { return (15, .days, start + 3) }
            if text[start + 1] == "月" { return (15, .days, start + 2) }
            return nil
        }
        guard let number = DeadlineNumber(in: text, at: start), number.length <= 4, !number.isYear else { return nil }
        var place = number.end
        var count = number.value
        var half = 0
        if text[place] == "个" {
            place += 1
            if text[place] == "半" {
                half = 1
                place += 1
            }
        }
        let counted = place > number.end
        switch (text[place], text[place + 1]) {
        case ("日", _), ("天", _): return (count, .days, place + 1)
        case ("自", "然"), ("日", "历"): return text[place + 2] == "日" ? (count, .days, place + 3) : nil
        case ("工", "作"):
            return text[place + 2] == "日" || text[place + 2] == "天" ? (count, .workingDays, place + 3) : nil
        case ("周", _): return (count * 7, .days, text[place + 1] == "岁" ? place : place + 1)
        case ("星", "期"), ("礼", "拜"): return (count * 7, .days, place + 2)
        case ("月", _) where counted:
            if half == 1 { return (count * 30 + 15, .days, place + 1) }
            return (count, .months, place + 1)
        case ("季", "度") where counted: return (count * 3, .months, place + 2)
        case ("年", _):
            count *= 12
            return (count, .months, place + 1)
        case ("小", "时"): return (count, .hours, place + 2)
        default: return nil
        }
    }

    /// The event before an amount; `nil` where other words make it something else than a deadline.
    private func trigger(before start: Int, clause: Int) -> (range: Range<Int>, startsAtIssue: Bool)? {
        var end = start
        while end > clause, Self.isFiller(text[end - 1]) { end -= 1 }
        guard end > clause else { return (start..<start, false) }
        let isEvent: Bool =
            switch text[end - 1] {
            case "后", "起", "前": true
            default:
                Self.events.contains { event in
                    text.has(event, at: end - event.scalars.count) && end - event.scalars.count >= clause
                }
            }
        guard isEvent else { return nil }
        var first = clause
        for place in clause..<end where text[place] == "在" || text[place] == "于" { first = place + 1 }
        return (first..<start, isIssue(first..<end))
    }

    /// Whether the words speak of the document's own issue: 本文件印发后, 自通知下发之日起.
    private func isIssue(_ range: Range<Int>) -> Bool {
        // 省方案印发后 speaks of somebody else's document.
        if text.end(of: Self.others, at: range.lowerBound) != nil { return false }
        for place in range where text.end(of: Self.issuing, at: place) != nil { return true }
        return false
    }

    private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "的", "在", "于", "应", "须", "需", "要", "第", "约", "共", "限", "自", "至": true
        default: false
        }
    }

    private static let within: [StaticWord] = ["以内", "之内", "内"]
    private static let issuing: [StaticWord] = ["印发", "下发", "发布", "公布", "发文", "施行", "实施", "出台", "签发"]
    private static let others: [StaticWord] = ["省", "国家", "中央", "上级", "国务院", "部委", "市级", "自省", "待"]
    private static let events: [StaticWord] = [
        "印发", "下发", "发布", "公布", "反馈", "收到", "接到", "通知", "受理", "批准", "结束", "完成", "启动", "交办", "下达", "部署",
        "会议", "通过", "当天", "当日", "之日", "即日", "力争", "确保", "原则上", "时限", "期限", "利用", "用", "任务", "文件", "方案",
    ]
}
