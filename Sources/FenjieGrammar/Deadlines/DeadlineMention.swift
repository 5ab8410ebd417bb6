extension Deadline {
    /// Finds the deadlines that a sentence states: 2022年9月底前，各区要建立专栏.
    ///
    /// Times that are no deadline of the work are left alone: how long a procedure takes, how often something is done,
    /// the year in a title, dates that have passed.
    public static func mentions(in sentence: String) -> [Range<String.Index>] {
        let plain = DeadlineText(sentence)
        let judge = MentionJudge(text: plain)
        var found: [Range<String.Index>] = []
        for element in DeadlineReader(plain).elements {
            guard let range = judge.mention(of: element), !judge.isInsideTitle(range.lowerBound) else { continue }
            let bytes = plain.utf8Range(range)
            let utf8 = sentence.utf8
            let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
            found.append(start..<utf8.index(start, offsetBy: bytes.count))
        }
        return found
    }

    /// Finds the first deadline that a sentence states, and reads it.
    ///
    /// - Parameters:
    ///   - sentence: running text.
    ///   - options: what the text does not say.
    /// - Returns: the deadline with its range in the sentence, or `nil` where there is none.
    public static func firstMention(
        in sentence: String, options: DeadlineOptions = DeadlineOptions()
    ) -> (deadline: Deadline, range: Range<String.Index>)? {
        mentions(in: sentence).first.map { range in
            (Deadline(parsing: String(sentence[range]), options: options), range)
        }
    }
}

/// Tells the deadlines in running text from other times.
struct MentionJudge {
    let text: DeadlineText
    /// The ends of the stretches inside 《》, and where they begin.
    private let titles: [Range<Int>]

    init(text: DeadlineText) {
        self.text = text
        var titles: [Range<Int>] = []
        var open: Int?
        for place in 0..<text.count {
            if text[place] == "《", open == nil { open = place }
            if text[place] == "》", let start = open {
                titles.append(start..<place)
                open = nil
            }
        }
        self.titles = titles
    }

    /// Whether a place lies in the title of a document.
    func isInsideTitle(_ place: Int) -> Bool {
        var low = 0
        var high = titles.count
        while low < high {
            let middle = (low + high) / 2
            if titles[middle].upperBound <= place { low = middle + 1 } else { high = middle }
        }
        return low < titles.count && titles[low].lowerBound <= place
    }

    /// The range of the deadline that an element states; `nil` where it states none.
    func mention(of element: DeadlineElement) -> Range<Int>? {
        switch element.content {
        case .date(let date, let first): return isDeadline(date, from: first, element) ? range(of: element) : nil
        case .amount(let amount): return amount.startsAtIssue && !amount.trigger.isEmpty ? element.range : nil
        case .period: return periodRange(element)
        case .word(.yearround):
            let isStart = element.range.lowerBound == element.clause
            return isStart && text.end(of: Self.measures, at: element.range.upperBound) == nil ? element.range : nil
        case .word, .damage: return nil
        }
    }

    private func isDeadline(_ date: DateExpression, from first: DateExpression?, _ element: DeadlineElement) -> Bool {
        let isLeading = isLeading(element)
        let isDone = text.end(of: Self.achievements, at: element.range.upperBound) != nil
        guard text[element.range.upperBound] != "的", !date.isStart, !date.lacksMonth else { return false }
        if date.part == .year {
            let isUntil = text.end(of: ["到", "至"], at: element.range.lowerBound - 1) != nil && isLeading
            if date.namesEnd || date.isBefore { return isLeading || isDone }
            return isUntil && first == nil && isPause(element.range.upperBound)
        }
        if date.isBefore { return true }
        if isDone { return true }
        guard isLeading else { return false }
        if first != nil { return text.end(of: Self.passed, at: element.range.upperBound) == nil }
        if date.namesEnd { return true }
        switch date.part {
        case .half, .quarter, .firstQuarters: return true
        case .month, .tenDays, .yearMiddle: return date.isLimit
        default: return false
        }
    }

    /// Whether an element opens its clause, with at most a preposition before it.
    private func isLeading(_ element: DeadlineElement) -> Bool {
        var place = element.range.lowerBound
        while place > element.clause {
            switch text[place - 1] {
            case "于", "在", "到", "至", "自", "从", "并", "且", "须", "应", "截", "止", "由": place -= 1
            default: return false
            }
        }
        return true
    }

    private func isPause(_ place: Int) -> Bool {
        text[place] == "," || text[place] == "、" || text[place] == DeadlineText.none
    }

    /// The range with the 到 before it, which makes a year a limit.
    private func range(of element: DeadlineElement) -> Range<Int> {
        guard case .date(let date, _) = element.content, date.part == .year, !date.namesEnd, !date.isBefore else {
            return element.range
        }
        return (element.range.lowerBound - 1)..<element.range.upperBound
    }

    /// 每月28日前, 每季度末前: a period with a limit; how often something is done (每年至少1次) is none.
    private func periodRange(_ element: DeadlineElement) -> Range<Int>? {
        for place in element.range.upperBound..<(element.range.upperBound + 10) {
            switch text[place] {
            case "前":
                switch text[place - 1] {
                case "底", "末", "日", "号", "旬", "班", "周": return element.range.lowerBound..<(place + 1)
                case "以", "之": return element.range.lowerBound..<(place + 1)
                default: return nil
                }
            case ",", ";", "。", "(", ")", ":", DeadlineText.none: return nil
            default: continue
            }
        }
        return nil
    }

    private static let achievements: [StaticWord] = [
        "完成", "建成", "竣工", "投用", "投入使用", "开工", "实现", "出台", "上线", "启用", "全面完成", "全部完成", "基本完成", "基本建成", "达到",
        "力争", "完工", "建立", "启动", "交付", "开通", "取得",
    ]
    private static let passed: [StaticWord] = ["的", "期间"]
    private static let measures: [StaticWord] = ["平均", "累计", "优良", "无休", "预计", "总", "空气", "目标", "任务", "工作", "计划"]
}
