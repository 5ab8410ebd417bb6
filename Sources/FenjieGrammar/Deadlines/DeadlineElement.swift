/// One thing that a deadline's text says, and where.
struct DeadlineElement {
    /// What is said.
    enum Content {
        /// A date, with the beginning where it is a range.
        case date(DateExpression, from: DateExpression?)
        case amount(DeadlineAmount)
        case period(DeadlinePeriod?)
        case word(DeadlineWord)
        /// Figures that were a date once: 20229.
        case damage
    }

    var content: Content
    var range: Range<Int>
    /// Where the clause begins that it stands in.
    var clause: Int
}

/// A word that says when, without a date.
enum DeadlineWord: Sendable {
    case ongoing
    case yearround
    case immediate
}

extension DeadlineWord {
    /// Every such word.
    static let table = WordTable<DeadlineWord>(
        [
            ("全年", .yearround), ("全年度", .yearround), ("贯穿全年", .yearround), ("一整年", .yearround), ("整年", .yearround),
            ("一年四季", .yearround),
        ]
            + [
                "长期", "持续", "常态", "常抓", "久久为功", "坚持不懈", "继续", "滚动", "日常", "经常", "动态", "巩固", "常年", "一直",
                "始终", "随时", "不定期", "并坚持", "不断", "一以贯之", "永久", "实时", "不间断", "长抓", "长效坚持", "常规工作", "常规性",
                "适时", "保持", "接续", "终身", "无限期", "至今", "不懈",
            ].map { ($0, .ongoing) }
            + [
                "立行立改", "立即", "即知即改", "马上", "即刻", "即行", "即时", "立刻", "立整立改", "即改", "边查边改", "边学边改", "边整边改",
                "随到随办", "第一时间", "当即", "即日", "当天", "当日", "及时", "尽快", "尽早", "抓紧", "现场整改", "随查随改", "立查立改",
                "即查即改", "即接即办", "即办", "立改", "立办", "即日起",
            ].map { ($0, .immediate) })
}
