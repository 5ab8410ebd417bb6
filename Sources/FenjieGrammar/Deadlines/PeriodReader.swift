/// Reads periods from plain text: 每月, 按季度, 季度通报, 半年一次.
struct PeriodReader {
    let text: DeadlineText

    /// A period and where the text goes on; no period where the text says only that there is one (定期).
    typealias Reading = (period: DeadlinePeriod?, end: Int)

    /// Reads the period that begins at a place.
    func read(at start: Int) -> Reading? {
        switch text[start] {
        case "每": every(at: start + 1)
        case "按", "逐", "各": by(at: start)
        case "定": text[start + 1] == "期" ? (nil, start + 2) : nil
        case "月", "季", "年", "周", "半", "旬", "日", "天": adverb(at: start)
        default: DeadlineNumber(in: text, at: start).flatMap { counted($0) }
        }
    }

    /// 每月, 每两周, 每3个月, 每个季度, 每半年.
    private func every(at start: Int) -> Reading? {
        var place = start
        if text[place] == "隔" || text[place] == "逢" { place += 1 }
        var count = 1
        if let number = DeadlineNumber(in: text, at: place) {
            count = min(max(number.value, 1), 10_000)
            place = number.end
        }
        if text[place] == "个" { place += 1 }
        if text[place] == "双" {
            count *= 2
            place += 1
        }
        if text[place] == "次" { return (nil, place + 1) }
        guard let (unit, end) = unit(at: place) else { return nil }
        return (DeadlinePeriod(count, unit), end)
    }

    /// 按季度, 逐月, 各季度; not 按年度计划.
    private func by(at start: Int) -> Reading? {
        guard let (unit, end) = unit(at: start + 1), text[start] != "各" || unit != .day else { return nil }
        if text[start] == "按", text.end(of: Self.plans, at: end) != nil { return nil }
        return (DeadlinePeriod(1, unit), end)
    }

    /// 季度末, 月度通报, 周调度, 季度一次, 半年一次; a month or quarter of the year has a number before it.
    private func adverb(at start: Int) -> Reading? {
        guard let (unit, end) = unit(at: start) else { return nil }
        if text[start] == text[end], end == start + 1, unit != .year { return (DeadlinePeriod(1, unit), end + 1) }
        if unit == .quarter, text[end] == "末" || text[end] == "底" || text[end] == "初" {
            return (DeadlinePeriod(1, unit), end + 1)
        }
        if text.end(of: Self.reports, at: end) != nil { return (DeadlinePeriod(1, unit), end) }
        return once(at: end).map { (DeadlinePeriod(1, unit), $0) }
    }

    /// 一月一调度, 两周一次, 2次/年, 一年两次.
    private func counted(_ number: DeadlineNumber) -> Reading? {
        var place = number.end
        if text[place] == "次" {
            guard text[place + 1] == "/" || text[place + 1] == "每", let (unit, end) = unit(at: place + 2) else {
                return nil
            }
            return (DeadlinePeriod(1, unit), end)
        }
        if text[place] == "个" { place += 1 }
        guard number.length <= 2, let (unit, end) = unit(at: place), let closing = once(at: end) else { return nil }
        return (DeadlinePeriod(min(max(number.value, 1), 99), unit), closing)
    }

    /// 一次, 一调度, 1次: once in the unit before it.
    private func once(at start: Int) -> Int? {
        guard let number = DeadlineNumber(in: text, at: start), number.length <= 2 else { return nil }
        switch text[number.end] {
        case "次", "回": return number.end + 1
        default:
            return text.end(of: Self.reports, at: number.end)
        }
    }

    private func unit(at place: Int) -> (DeadlinePeriod.Unit, Int)? {
        switch (text[place], text[place + 1]) {
        case ("年", "度"): (.year, place + 2)
        case ("年", _): (.year, place + 1)
        case ("半", "年"): (.halfYear, text[place + 2] == "度" ? place + 3 : place + 2)
        case ("季", "度"): (.quarter, place + 2)
        case ("季", _): (.quarter, place + 1)
        case ("月", "度"): (.month, place + 2)
        case ("月", _): (.month, place + 1)
        case ("旬", _): (.tenDays, place + 1)
        case ("周", _): (.week, place + 1)
        case ("星", "期"): (.week, place + 2)
        case ("学", "期"): (.halfYear, place + 2)
        case ("日", _), ("天", _): (.day, place + 1)
        case ("工", "作") where text[place + 2] == "日": (.day, place + 3)
        default: nil
        }
    }

    private static let plans: [StaticWord] = ["计划", "要求", "方案", "任务", "目标", "安排", "工作", "进度", "序时", "底"]
    private static let reports: [StaticWord] = [
        "调度", "通报", "总结", "报送", "上报", "汇报", "报告", "报", "考核", "更新", "小结", "盘点", "评估", "检查", "督查", "督导",
        "督办", "研判", "会商", "公示", "公布", "公开", "发布", "巡查", "监测", "分析", "统计", "例会", "点评", "评比", "排名", "推进",
        "梳理", "轮换", "清零", "开展", "反馈", "晾晒", "比拼", "观摩", "培训", "演练", "抽查", "核查", "回头看",
    ]
}
