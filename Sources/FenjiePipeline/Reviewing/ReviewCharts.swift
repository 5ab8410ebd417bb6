internal import FenjieLedger
internal import FenjieModel

/// The charts of a review as SVG inside a page.
///
/// Lengths along the page are percentages, so that text keeps its size however narrow the page is.
enum ReviewCharts {
    /// A small square in the colour of its surroundings' state.
    static let swatch =
        "<svg class=\"swatch\" width=\"12\" height=\"12\" aria-hidden=\"true\"><rect width=\"12\" height=\"12\" rx=\"2\"/></svg>"

    // MARK: Ring

    /// A ring cut into states, with the share that is done in its middle.
    static func ring(_ counts: StateCounts, in language: Language) -> String {
        var offset = 0
        var arcs = ""
        for state in ReviewState.allCases where counts[state] > 0 {
            // A round ring of `total` units: each arc is as long as its state has tasks, behind those before it.
            arcs +=
                "<circle class=\"\(ReviewPage.stateClass(state))\" cx=\"80\" cy=\"80\" r=\"60\" pathLength=\"\(counts.total)\" "
                + "stroke-dasharray=\"\(counts[state]) \(counts.total - counts[state])\" stroke-dashoffset=\"-\(offset)\"/>"
            offset += counts[state]
        }
        return """
            <svg class="ring" viewBox="0 0 160 160" width="180" height="180" role="img" aria-label="\(label(counts, in: language))">
            <g transform="rotate(-90 80 80)" fill="none" stroke-width="28">\(arcs)</g>
            <text x="80" y="80" class="middle">\(counts.completion.text)</text>
            <text x="80" y="100" class="below">\(ReviewState.done.title.text(in: language))</text>
            </svg>
            """
    }

    // MARK: Bars

    /// A bar for a share.
    static func bar(_ share: Proportion, kind: String, label: String) -> String {
        let width = percent(share.part, of: share.whole)
        return "<svg class=\"bar\" width=\"100%\" height=\"14\" role=\"img\" aria-label=\"\(label) \(share.text)\">"
            + "<rect class=\"track\" width=\"100%\" height=\"14\" rx=\"3\"/>"
            + "<rect class=\"\(kind)\" width=\"\(width)%\" height=\"14\" rx=\"3\"/></svg>"
    }

    /// A bar of full width cut into states.
    static func stack(_ counts: StateCounts, in language: Language) -> String {
        var before = 0
        var parts = ""
        for state in ReviewState.allCases where counts[state] > 0 {
            let x = percent(before, of: counts.total)
            let width = percent(counts[state], of: counts.total)
            parts +=
                "<rect class=\"\(ReviewPage.stateClass(state))\" x=\"\(x)%\" width=\"\(width)%\" height=\"14\">"
                + "<title>\(state.title.text(in: language)) \(counts[state])</title></rect>"
            before += counts[state]
        }
        return
            "<svg class=\"bar\" width=\"100%\" height=\"14\" role=\"img\" aria-label=\"\(label(counts, in: language))\">"
            + "\(parts)</svg>"
    }

    // MARK: Columns

    private static let columnHeight = 150

    /// Standing bars, one for each month.
    static func columns(_ months: [MonthLine], in language: Language) -> String {
        let most = max(1, months.map(\.counts.total).max() ?? 1)
        let base = columnHeight + 18
        var parts = "<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"\(base)\" y2=\"\(base)\"/>"
        var year: Int?
        for (index, line) in months.enumerated() {
            let left = percent(index * 10 + 2, of: months.count * 10)
            let middle = percent(index * 2 + 1, of: months.count * 2)
            let width = percent(6, of: months.count * 10)
            var top = base
            for state in ReviewState.allCases where line.counts[state] > 0 {
                let height = line.counts[state] * columnHeight * 10 / most
                let bottom = tenths(top * 10 - height)
                parts +=
                    "<rect class=\"\(ReviewPage.stateClass(state))\" x=\"\(left)%\" y=\"\(bottom.text)\" width=\"\(width)%\" "
                    + "height=\"\(tenths(height).text)\"><title>\(line.month.title.text(in: language))："
                    + "\(state.title.text(in: language)) \(line.counts[state])</title></rect>"
                top = bottom.whole
            }
            parts += "<text x=\"\(middle)%\" y=\"\(top - 4)\">\(line.counts.total)</text>"
            let (name, own) = names(of: line.month, in: language)
            parts += "<text x=\"\(middle)%\" y=\"\(base + 16)\" class=\"axis\">\(name)</text>"
            if let own, own != year {
                parts += "<text x=\"\(middle)%\" y=\"\(base + 32)\" class=\"axis\">\(own)</text>"
                year = own
            }
        }
        let label = months.map { "\($0.month.title.text(in: language)) \($0.counts.total)" }.joined(separator: "，")
        return
            "<svg class=\"columns\" width=\"100%\" height=\"\(base + 38)\" style=\"min-width:\(months.count * 26)px\" "
            + "role=\"img\" aria-label=\"\(label)\">\(parts)</svg>"
    }

    /// The name of a month below its column, and the year below that.
    private static func names(of month: DueMonth, in language: Language) -> (name: String, year: Int?) {
        switch month {
        case .month(let year, let month): (Message("\(month)月", "\(month)").text(in: language), year)
        case .yearRound: (Message("全年", "year").text(in: language), nil)
        case .periodic: (Message("定期", "per.").text(in: language), nil)
        case .ongoing: (Message("长期", "long").text(in: language), nil)
        case .undated: (Message("未定", "none").text(in: language), nil)
        }
    }

    // MARK: Numbers

    /// All states in words, for those who cannot see the chart.
    private static func label(_ counts: StateCounts, in language: Language) -> String {
        ReviewState.allCases.filter { counts[$0] > 0 }.map { "\($0.title.text(in: language)) \(counts[$0])" }
            .joined(separator: "，")
    }

    /// A share in percent with two digits behind the point.
    private static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0" }
        let hundredths = (part * 10_000 + whole / 2) / whole
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func tenths(_ number: Int) -> (text: String, whole: Int) {
        ("\(number / 10).\(number % 10)", number / 10)
    }
}
