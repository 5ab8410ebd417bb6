internal import FenjieModel

/// How much of a clause its deadline is.
package enum DeadlineExtent: Sendable {
    /// It names no time, or names one in passing: 含2025年续建项目20个.
    case none
    /// Nothing but a year or a range of years, which may name a period or an edition: 2024—2026年.
    case years
    /// It begins with a time and goes on with what is done then: 6月底前出台方案.
    case opening
    /// All of it says when: 6月底前完成, 长期坚持.
    case whole

    /// Looks at a clause.
    ///
    /// - Parameter clause: a short text, without brackets around it.
    package init(of clause: String) {
        let text = DeadlineText(clause)
        let elements = DeadlineReader(text).elements.filter { element in
            if case .damage = element.content { false } else { true }
        }
        let kind = Deadline(parsing: clause).kind
        guard let first = elements.first, kind != .unknown, kind != .relative,
            Self.isFilling(text, 0..<first.range.lowerBound)
        else {
            self = .none
            return
        }
        var end = first.range.lowerBound
        let isWhole = elements.allSatisfy { element in
            defer { end = max(end, element.range.upperBound) }
            return element.range.lowerBound <= end || Self.isFilling(text, end..<element.range.lowerBound)
        }
        guard isWhole, Self.isFilling(text, end..<text.count) else {
            self = Self.isLimit(first, in: text) ? .opening : .none
            return
        }
        guard elements.allSatisfy(Self.isBareYear) else {
            self = .whole
            return
        }
        // 到2025年 and 2025年完成 are limits; 2025年 may be one, 2025年度任务 is none.
        let isLimit = text.end(of: ["到", "至"], at: first.range.lowerBound - 1) != nil
        let isDone = (0..<text.count).contains { text.end(of: Self.achievements, at: $0) != nil }
        self = isLimit || isDone ? .whole : end == text.count && first.range.lowerBound == 0 ? .years : .none
    }

    private static let achievements: [StaticWord] = [
        "完成", "建成", "竣工", "投用", "完工", "办结", "到位", "达标", "见效", "开工", "启动", "实现", "清零", "销号",
    ]

    /// Whether a stretch holds nothing but words that go with a time.
    private static func isFilling(_ text: DeadlineText, _ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place < range.upperBound {
            guard let (_, end) = fillers.match(in: text, at: place) ?? marks(text, at: place), end <= range.upperBound
            else { return false }
            place = end
        }
        return true
    }

    private static func marks(_ text: DeadlineText, at place: Int) -> (meaning: Bool, end: Int)? {
        switch text[place] {
        case ",", "、", ";", ":", "。", "-", " ": (true, place + 1)
        default: nil
        }
    }

    /// Whether an element says until when, and not of when something is.
    private static func isLimit(_ element: DeadlineElement, in text: DeadlineText) -> Bool {
        switch element.content {
        case .date(let date, _): date.isBefore || date.namesEnd || date.isLimit && !isBareYear(element)
        case .period, .word: true
        case .amount, .damage: false
        }
    }

    private static func isBareYear(_ element: DeadlineElement) -> Bool {
        guard case .date(let date, _) = element.content else { return false }
        return date.part == .year && date.year != nil && !date.namesEnd && !date.isBefore && !date.isStart
    }

    private static let fillers = WordTable<Bool>(
        [
            "前", "底", "末", "内", "起", "止", "于", "在", "到", "至", "自", "从", "并", "且", "须", "需", "应", "力争", "确保", "争取", "计划",
            "预计", "原则上", "完成", "全部", "全面", "基本", "取得", "阶段性", "明显", "进展", "成效", "推进", "坚持", "落实", "实施", "开展",
            "整改", "到位", "办结", "执行", "抓好", "工作", "任务", "进行", "长效", "化", "启动", "见效", "时限", "时间", "期限", "要求",
            "报送", "上报", "以前", "之前", "结束", "实现", "销号", "达标", "清零", "投用", "建成", "竣工", "开工", "完工", "出台", "印发", "分步",
            "分年度", "逐步", "有序", "左右", "推动", "抓", "做好",
        ].map { ($0, true) })
}
