internal import FenjieModel

extension TextLayouts {
    /// A layout and how well it fits.
    public struct Candidate: Sendable {
        /// The layout.
        public let layout: any TextLayout
        /// Its score.
        public let score: LayoutScore
    }

    /// The score from which no other layout is asked.
    static let certainty = 0.94
    /// The score from which a layout is believed.
    public static let threshold = 0.5

    /// The layout with a registered name.
    public func named(_ name: String) -> (any TextLayout)? { all.first { $0.name == name } }

    /// All layouts, best first; equal ones in the order of the registry.
    public func candidates(for text: LayoutText) -> [Candidate] { candidates(for: text, upTo: .infinity) }

    /// The layouts up to the first that is sure, best first: those that weigh every line come last and are not asked about
    /// a text whose marks leave no doubt.
    private func candidates(for text: LayoutText, upTo certainty: Double) -> [Candidate] {
        var scored: [Candidate] = []
        for layout in all {
            scored.append(Candidate(layout: layout, score: layout.score(text)))
            if scored[scored.count - 1].score.value >= certainty { break }
        }
        return scored.enumerated().sorted {
            ($1.element.score.value, $0.offset) < ($0.element.score.value, $1.offset)
        }.map(\.element)
    }

    /// The layout that fits best.
    ///
    /// - Throws: ``LayoutFailure`` where none fits well enough.
    public func choose(for text: LayoutText) throws(LayoutFailure) -> any TextLayout {
        try Self.best(of: candidates(for: text))
    }

    private static func best(of candidates: [Candidate]) throws(LayoutFailure) -> any TextLayout {
        guard let best = candidates.first, best.score.value >= threshold else {
            throw unrecognised(nearest: candidates.first)
        }
        return best.layout
    }

    private static func unrecognised(nearest candidate: Candidate?) -> LayoutFailure {
        var hint = Message(
            "请确认文件含有表头和任务行，或用 --from 指定版式", "make sure that headings and rows are there, or name a layout with --from")
        if let candidate, candidate.score.value > 0 {
            let reason = candidate.score.reason
            hint = Message(
                "\(hint.chinese)；最接近的是 \(candidate.layout.name)（\(reason.chinese)）",
                "\(hint.english); the nearest is \(candidate.layout.name) (\(reason.english))")
        }
        return LayoutFailure(
            Message("未识别出任务分解表的版式", "no layout of a task table was recognised"), hint: hint, isNoTable: true)
    }

    /// Reads a text by the layout that fits best, and notes a tie.
    ///
    /// - Throws: ``LayoutFailure`` where no layout fits or the best one cannot read the text.
    public func read(_ text: LayoutText) throws(LayoutFailure) -> (layout: any TextLayout, reading: LayoutReading) {
        let candidates = candidates(for: text, upTo: Self.certainty)
        let layout = try Self.best(of: candidates)
        var reading = try layout.read(text)
        if candidates.count > 1, candidates[0].score.value - candidates[1].score.value < 0.05 {
            let other = candidates[1].layout
            reading.findings.append(
                Finding(
                    "layout-tie", .info,
                    message: Message(
                        "版式判为“\(layout.title.chinese)”，但“\(other.title.chinese)”得分相近",
                        "read as \(layout.title.english), but \(other.title.english) scored nearly the same"),
                    hint: Message("如有误，请加 --from \(other.name)", "if wrong, use --from \(other.name)")))
        }
        return (layout, reading)
    }
}
