internal import FenjieGrammar
internal import FenjieLedger
internal import FenjieModel

/// A review as one page of HTML that needs nothing beside itself: no network, no script, on paper as on a screen.
struct ReviewPage {
    let review: Review
    let language: Language

    init(_ review: Review, language: Language) {
        self.review = review
        self.language = language
    }

    /// The page.
    var text: String {
        let lists = ReviewPageLists(page: self)
        let sections = [
            overview, lines(review.units, title: say("各单位情况", "Units"), name: say("单位", "unit")),
            lines(review.groups, title: say("各项重点任务情况", "Groups"), name: say("重点任务", "group")), months,
            lists.rectification, lists.dueSoon, lists.signOff, lists.comparison, lists.findings,
        ]
        return PageFrame(title: title, style: ReviewPageStyle.sheet, language: language).page(
            """
            <header>
            <h1>\(title)</h1>
            <p class="day">\(subtitle)</p>
            \(tiles)
            </header>
            <main>
            \(sections.filter { !$0.isEmpty }.joined(separator: "\n"))
            </main>
            """)
    }

    private var title: String {
        let subject = HTMLText.escaped(ReviewWords.subject(review.title))
        return subject.isEmpty
            ? say("重点任务落实情况", "How the tasks stand")
            : say("\(subject)落实情况", "How the tasks stand: \(subject)")
    }

    private var subtitle: String {
        let day = ReviewWords.day(review.asOf)
        let units = review.units.count
        return say(
            "截至\(day.chinese) · 任务 \(review.counts.total) 项 · 责任单位 \(units) 个",
            "as of \(day.english) · \(Message.counted(review.counts.total, "task")) · "
                + "\(Message.counted(units, "unit"))")
    }

    private var tiles: String {
        let counts = review.counts
        let states = ReviewState.allCases.filter { counts[$0] > 0 || $0 == .done || $0 == .overdue }
        var items = states.map { state in
            "<li class=\"\(Self.stateClass(state))\"><b>\(counts[state])</b> \(state.title.text(in: language))</li>"
        }
        if counts.dueSoon > 0 {
            items.append(
                "<li><b>\(counts.dueSoon)</b> "
                    + "\(say("\(review.horizon) 日内到期", "due within \(Message.counted(review.horizon, "day"))"))</li>"
            )
        }
        return "<ul class=\"tiles\">\n\(items.joined(separator: "\n"))\n</ul>"
    }

    // MARK: Overview

    private var overview: String {
        guard review.counts.total > 0 else {
            return "<section><p>\(say("台账中没有任务。", "The ledger holds no task."))</p></section>"
        }
        return """
            <section>
            <h2>\(say("总体情况", "Overall"))</h2>
            <div class="overview">
            <figure>
            \(ReviewCharts.ring(review.counts, in: language))
            <figcaption>\(legend(of: review.counts, withNumbers: true))</figcaption>
            </figure>
            <div class="schedule">
            \(schedule)
            </div>
            </div>
            </section>
            """
    }

    private var schedule: String {
        let schedule = review.schedule
        guard let gap = schedule.gap else {
            return "<p>\(say("时限都没有写明日期，不能计算序时进度。", "No deadline names a day, so that there is no schedule."))</p>"
        }
        let actual = gap < 0 ? "overdue" : "done"
        let bars = [
            (say("序时应完成", "planned"), schedule.planned, "planned"),
            (say("实际完成", "done"), schedule.actual, actual),
            (say("到期完成", "due and done"), schedule.timely, "done"),
            (say("时间已过", "time gone"), schedule.elapsed, "planned"),
        ]
        let rows = bars.map { name, share, kind in
            "<li><span>\(name)</span>\(ReviewCharts.bar(share, kind: kind, label: name))"
                + "<b>\(share.text)</b> <small>\(share.part)/\(share.whole)</small></li>"
        }
        let note = say(
            "序时应完成：完成时限在截至日期及以前的任务，占有明确日期的任务；实际完成：其中截至日期已完成的（含提前完成）。",
            "Planned: tasks due by the day, of those with a day. Done: of the same, those done by the day, due or not."
        )
        return """
            <p class="gap \(gap < 0 ? "behind" : "ahead")">\(ReviewWords.gap(gap).text(in: language))</p>
            <ul class="bars">
            \(rows.joined(separator: "\n"))
            </ul>
            <p class="note">\(note)</p>
            """
    }

    // MARK: Lines

    private func lines(_ lines: [ReviewLine], title: String, name: String) -> String {
        section(title, name: name, lines: lines.map { ($0.name, $0.counts) })
    }

    private var months: String {
        guard !review.months.isEmpty else { return "" }
        let chart = """
            <figure>
            <div class="scroll">\(ReviewCharts.columns(review.months, in: language))</div>
            <figcaption>\(legend(of: review.counts, withNumbers: false))</figcaption>
            </figure>
            """
        return section(
            say("按完成时限的月份", "Months of the deadlines"), name: say("月份", "month"), chart: chart,
            lines: review.months.map { ($0.month.title.text(in: language), $0.counts) })
    }

    private func section(
        _ title: String, name: String, chart: String? = nil, lines: [(name: String, counts: StateCounts)]
    ) -> String {
        guard !lines.isEmpty else { return "" }
        let counts = chart == nil ? review.partCounts : review.counts
        let columns = ReviewColumn.needed(for: counts)
        var table = PageTable(
            headings: [name] + (chart == nil ? [""] : []) + columns.map { $0.shortTitle.text(in: language) },
            classes: ["name"] + (chart == nil ? ["share"] : []) + columns.map { _ in "number" })
        table.kind = "counts"
        table.rows = lines.map { line in
            let bar = chart == nil ? [ReviewCharts.stack(line.counts, in: language)] : []
            return [HTMLText.escaped(line.name)] + bar + columns.map { cell($0, line.counts) }
        }
        return """
            <section>
            <h2>\(title)</h2>
            \(chart ?? "<p class=\"key\">\(legend(of: counts, withNumbers: false))</p>")
            \(table.html)
            </section>
            """
    }

    private func cell(_ column: ReviewColumn, _ counts: StateCounts) -> String {
        let text = column.text(counts)
        if text == "0" { return "<span class=\"zero\">0</span>" }
        guard let state = column.state, state == .overdue || state == .unclear else { return text }
        return "<b class=\"\(Self.stateClass(state))\">\(text)</b>"
    }

    // MARK: Words

    private func legend(of counts: StateCounts, withNumbers: Bool) -> String {
        ReviewState.allCases.filter { counts[$0] > 0 }.map { state in
            let number =
                withNumbers
                ? " <b>\(counts[state])</b> <small>\(Proportion(counts[state], of: counts.total).text)</small>" : ""
            return
                "<span class=\"key \(Self.stateClass(state))\">\(ReviewCharts.swatch)\(state.title.text(in: language))\(number)</span>"
        }.joined(separator: "\n")
    }

    /// The class of a state in the style sheet.
    static func stateClass(_ state: ReviewState) -> String {
        switch state {
        case .done: "done"
        case .underway: "underway"
        case .overdue: "overdue"
        case .notStarted: "idle"
        case .ongoing: "ongoing"
        case .unclear: "unclear"
        case .setAside: "aside"
        }
    }

    func say(_ chinese: String, _ english: String) -> String { Message(chinese, english).text(in: language) }
}
