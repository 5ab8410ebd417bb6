internal import FenjieGrammar
internal import FenjieLedger
internal import FenjieModel

/// The lists of a review as sections of its page.
struct ReviewPageLists {
    let page: ReviewPage

    private var review: Review { page.review }

    private func say(_ chinese: String, _ english: String) -> String { page.say(chinese, english) }

    private func section(_ title: String, count: Int, _ body: String) -> String {
        "<section>\n<h2>\(title) <small>\(count)</small></h2>\n\(body)\n</section>"
    }

    private func state(_ state: ReviewState?) -> String {
        guard let state else { return "" }
        return "<span class=\"state \(ReviewPage.stateClass(state))\">\(ReviewCharts.swatch)"
            + "\(state.title.text(in: page.language))</span>"
    }

    // MARK: Rectification

    var rectification: String {
        let lists = review.rectification
        guard !lists.isEmpty else { return "" }
        var table = PageTable(
            headings: [
                say("序号", "no."), say("具体要求", "requirement"), say("完成时限", "deadline"), say("列入原因", "reason"),
                say("存在问题和措施", "problems and steps"),
            ], classes: ["short", "", "short", "reason", "words"])
        for list in lists {
            let count = list.items.count
            table.groups[table.rows.count] = heading(HTMLText.escaped(list.unit), say("\(count) 项", "\(count)"))
            table.rows += list.items.map(row)
        }
        return section(say("督促整改清单", "To be put right"), count: table.rows.count, table.html)
    }

    private func heading(_ name: String, _ count: String) -> String { "\(name) <small>\(count)</small>" }

    private func row(_ item: RectificationItem) -> [String] {
        let entry = item.part.entry
        let words = [entry.problems, entry.nextSteps].filter { !$0.isEmpty }.map(HTMLText.lines)
        let reason = HTMLText.escaped(ReviewWords.reason(item).text(in: page.language))
        return [
            HTMLText.escaped(entry.number),
            HTMLText.lines(entry.text),
            HTMLText.lines(entry.deadline?.text ?? ""),
            item.reason == .overdue ? "<b class=\"overdue\">\(reason)</b>" : reason,
            words.joined(separator: "<br>"),
        ]
    }

    // MARK: Due soon, sign-off

    var dueSoon: String {
        guard !review.dueSoon.isEmpty else { return "" }
        var table = PageTable(
            headings: [
                say("序号", "no."), say("具体要求", "requirement"), say("责任单位", "units"), say("到期日", "due"),
                say("剩余天数", "days left"), say("状态", "state"),
            ], classes: ["short", "", "unit", "short", "number", "short"])
        table.rows = review.dueSoon.map { task in
            [
                HTMLText.escaped(task.number), HTMLText.lines(task.text), units(of: task),
                task.due.map(\.description) ?? "",
                task.due.map { String($0.dayNumber - review.asOf.dayNumber) } ?? "", state(task.state),
            ]
        }
        return section(
            say(
                "\(review.horizon) 日内到期",
                "Due within \(Message.counted(review.horizon, "day"))"), count: review.dueSoon.count, table.html)
    }

    var signOff: String {
        guard !review.signOff.isEmpty else { return "" }
        var table = PageTable(
            headings: [
                say("序号", "no."), say("具体要求", "requirement"), say("责任单位", "units"), say("完成日期", "done on"),
                say("核销条件", "sign-off"),
            ], classes: ["short", "", "unit", "short", "short"])
        table.rows = review.signOff.map { item in
            [
                HTMLText.escaped(item.task.number), HTMLText.lines(item.task.text), units(of: item.task),
                item.task.completedOn.map(\.description) ?? "",
                ReviewWords.standing(item).text(in: page.language),
            ]
        }
        return section(say("核销清单", "Sign-off"), count: review.signOff.count, table.html)
    }

    private func units(of task: ReviewedTask) -> String { HTMLText.escaped(task.units.joined(separator: "、")) }

    // MARK: Comparison

    var comparison: String {
        guard let comparison = review.comparison else { return "" }
        let counts = ReviewComparison.Kind.allCases.map { kind in
            "<li><b>\(comparison.changes(kind).count)</b> \(ReviewWords.change(kind).text(in: page.language))</li>"
        }
        var table = PageTable(
            headings: [
                say("序号", "no."), say("具体要求", "requirement"), say("责任单位", "units"), say("状态", "state"),
                say("说明", "remark"),
            ], classes: ["short", "", "unit", "short", "reason"])
        for kind in ReviewComparison.Kind.allCases {
            let changes = comparison.changes(kind)
            guard !changes.isEmpty else { continue }
            let name = ReviewWords.change(kind).text(in: page.language)
            table.groups[table.rows.count] = heading(name, say("\(changes.count) 项", "\(changes.count)"))
            table.rows += changes.map(row)
        }
        return section(
            say("与上期台账比较", "Since the earlier ledger"), count: comparison.changes.count,
            "<ul class=\"tiles\">\(counts.joined())</ul>\n" + (table.rows.isEmpty ? "" : table.html))
    }

    private func row(_ change: ReviewComparison.Change) -> [String] {
        let now = change.kind == .gone ? nil : change.task.state
        let states = [change.before?.state, now == change.before?.state ? nil : now].compactMap(\.self)
        return [
            HTMLText.escaped(change.task.number), HTMLText.lines(change.task.text), units(of: change.task),
            states.map(state).joined(separator: "<br>→ "),
            HTMLText.escaped(ReviewWords.detail(change).text(in: page.language)),
        ]
    }

    // MARK: Findings

    /// Findings that one page shows; more are in the log of the program.
    private static let shownFindings = 500

    var findings: String {
        guard !review.findings.isEmpty else { return "" }
        var table = PageTable(
            headings: [say("位置", "place"), say("单位", "unit"), say("问题和办法", "finding and cure")],
            classes: ["short", "unit", ""])
        table.rows = review.findings.prefix(Self.shownFindings).map { finding in
            let place = [
                finding.place.sheet ?? "",
                finding.place.cell ?? finding.place.row.map { say("第 \($0) 行", "row \($0)") } ?? "",
            ]
            let hint = finding.hint.map { "<br><small>→ \(HTMLText.escaped($0.text(in: page.language)))</small>" } ?? ""
            return [
                HTMLText.escaped(place.filter { !$0.isEmpty }.joined(separator: " ")),
                HTMLText.escaped(finding.unit ?? ""),
                HTMLText.escaped(finding.message.text(in: page.language)) + hint,
            ]
        }
        return section(say("台账中需核实的", "To be checked in the ledger"), count: review.findings.count, table.html)
    }
}
