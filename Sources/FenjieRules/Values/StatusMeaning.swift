/// What a word for the state of a task means.
public enum StatusMeaning: String, Sendable, CaseIterable {
    /// Nothing remains to be done.
    case done
    /// Under way, on time or ahead.
    case underway
    /// Under way, and late.
    case behind
    /// Not begun.
    case notStarted = "not-started"
    /// Goes on for good.
    case ongoing
    /// Something else that offices write.
    case other

    /// Understands a word as offices use it; `nil` for any other text.
    ///
    /// - Parameter text: the text of a cell.
    public init?(_ text: String) {
        guard let meaning = Self.words[Self.parts(of: text)[0]] else { return nil }
        self = meaning
    }

    /// Whether a text says that a done task was signed off (核销), by its word or by what stands in brackets behind it.
    ///
    /// That it waits for being signed off (待核销), or was put up for it (申请核销), are other words.
    package static func saysSignedOff(_ text: String) -> Bool {
        parts(of: text).contains { ["核销", "已核销", "销号", "已销号"].contains($0) }
    }

    /// The word of a cell and what stands in brackets behind it, without white space and full stops.
    private static func parts(of text: String) -> [String] {
        let parts = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "（" || $0 == "(" }
        return parts.enumerated().map { index, part in
            let inside = index == 0 ? part : part.prefix { $0 != "）" && $0 != ")" }
            var word = String.UnicodeScalarView(inside.filter { !$0.properties.isWhitespace })
            while let last = word.last, stops.contains(last) { word.removeLast() }
            return String(word)
        }
    }

    private static let stops = "。．.；;，,！!".unicodeScalars

    private static let words: [String: StatusMeaning] = {
        var words: [String: StatusMeaning] = [:]
        let lists: [(StatusMeaning, [String])] = [
            (
                .done,
                [
                    "已完成", "完成", "提前完成", "超额完成", "按期完成", "按时完成", "全部完成", "基本完成", "办结", "已办结", "销号", "已销号", "核销",
                    "已核销", "已整改", "整改到位", "整改完成", "已落实", "完成整改", "已完成整改",
                ]
            ),
            (
                .underway,
                [
                    "正在推进", "推进中", "进行中", "在推进", "正在办理", "办理中", "在办", "正在实施", "达到序时进度", "按序时进度推进", "达序时进度", "达进度",
                    "正常推进", "超序时进度", "超进度", "有序推进", "正在整改", "整改中", "部分完成", "阶段性完成", "已启动", "序时推进",
                ]
            ),
            (
                .behind,
                [
                    "未达到序时进度", "未达序时进度", "欠进度", "慢于序时", "慢于序时进度", "滞后", "进度滞后", "推进缓慢", "未完成", "未办结", "未整改", "逾期",
                    "超期", "逾期未完成",
                ]
            ),
            (.notStarted, ["未启动", "未开工", "未开展", "尚未启动", "未开始", "未实施", "未推进"]),
            (.ongoing, ["长期坚持", "持续推进", "长期推进", "持续整改", "常年坚持", "持续坚持", "长期"]),
            (.other, ["其它", "其他", "调整", "取消", "暂停", "暂缓"]),
        ]
        for (meaning, list) in lists { for word in list { words[word] = meaning } }
        return words
    }()
}
