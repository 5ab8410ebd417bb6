internal import FenjieGrammar
public import FenjieModel

/// The review as a workbook in Chinese: 概况, 按单位, 按分组, 按月, 核销清单, 督促整改清单, 近期到期, 比较.
extension Review {
    /// The review as a workbook with charts.
    public var printout: Printout {
        let lists = ReviewListSheets(self)
        var sheets = [overviewSheet, unitSheet]
        if !groups.isEmpty { sheets.append(groupSheet) }
        sheets += [monthSheet, lists.signOff, lists.rectification, lists.dueSoon]
        if let comparison { sheets.append(lists.comparison(comparison)) }
        return Printout(
            sheets: sheets,
            properties: DocumentProperties(title: String(heading("").prefix(200)), subject: "工作任务落实情况"))
    }

    /// The title of a sheet.
    func heading(_ part: String) -> String {
        let subject = ReviewWords.subject(title)
        return (subject.isEmpty ? "重点任务" : subject) + "落实情况" + part
    }

    /// The line below the title of a sheet.
    var dayLine: String { "截至\(ReviewWords.day(asOf).chinese)" }

    // MARK: Overview

    private var overviewSheet: PrintedSheet {
        let states = ReviewState.allCases.filter { counts[$0] > 0 } + ReviewState.allCases.filter { counts[$0] == 0 }
        let present = states.count { counts[$0] > 0 }
        var rows = states.map { state in
            row(state.title.chinese, Proportion(counts[state], of: counts.total), note(on: state))
        }
        let first = rows.count + 1
        rows += [
            row("序时应完成", schedule.planned, "完成时限在截至日期及以前的任务，占有明确日期的任务"),
            row("实际完成", schedule.actual, "截至日期已完成的任务，占有明确日期的任务"),
            row("时间已过", schedule.elapsed, "从首个时限当年1月1日起到最后一个时限当年12月31日，已过去的天数"),
            row("到期完成", schedule.timely, "到期应完成的任务中已完成的"),
        ]
        var charts: [PrintedChart] = []
        if present > 0 {
            var pie = PrintedChart(
                .pie, title: "任务状态", rows: 1...present, categories: 1, series: [2],
                colors: states.prefix(present).map(\.color))
            pie.height = 230
            charts.append(pie)
        }
        if schedule.gap != nil {
            var bars = PrintedChart(.bar, title: "序时进度（%）", rows: first...(first + 2), categories: 1, series: [3])
            bars.height = 150
            charts.append(bars)
        }
        return PrintedSheet(
            name: "概况", page: PageLayout(isLandscape: false), titleLines: [heading(""), overviewLine],
            columns: [
                PrintedColumn(heading: "指标", width: 14),
                PrintedColumn(heading: "数量", width: 8, alignment: .center, content: .number),
                PrintedColumn(heading: "占比（%）", width: 10, alignment: .center, content: .number),
                PrintedColumn(heading: "说明", width: 46),
            ], rows: rows, hasFilter: false, charts: charts)
    }

    private var overviewLine: String {
        let gap = schedule.gap.map { "，" + ReviewWords.gap($0).chinese } ?? ""
        return "\(dayLine)，任务 \(counts.total) 项，责任单位 \(units.count { $0.name != Self.nobody }) 个\(gap)"
    }

    private func row(_ name: String, _ share: Proportion, _ note: String) -> [String] {
        [name, String(share.part), share.permille.map(Proportion.tenths) ?? "", note]
    }

    private func note(on state: ReviewState) -> String {
        switch state {
        case .done where counts.doneLate > 0: "其中逾期后完成 \(counts.doneLate) 项"
        case .overdue where counts.overdueNotStarted > 0: "其中尚未启动 \(counts.overdueNotStarted) 项"
        case .unclear: "没有填报完成状态，或填报的词不认识"
        case .ongoing: "长期坚持、持续推进，不计逾期"
        case .setAside: "调整、暂停、取消，不计入完成率"
        default: ""
        }
    }

    // MARK: Counts

    private var unitSheet: PrintedSheet {
        countSheet(
            "按单位", name: "单位", lines: units.map { ($0.name, $0.counts) }, total: partCounts,
            closing: ["一项任务由几个单位承担的，在每个单位各计一次；合计为任务×单位的项次。"])
    }

    private var groupSheet: PrintedSheet {
        countSheet("按分组", name: "重点任务", lines: groups.map { ($0.name, $0.counts) }, total: counts)
    }

    private var monthSheet: PrintedSheet {
        countSheet(
            "按月", name: "完成时限", lines: months.map { ($0.month.title.chinese, $0.counts) }, total: counts,
            kind: .stackedColumn, closing: ["按完成时限所在的月份统计；没有写明日期的另列。"])
    }

    /// The most lines that one chart holds; more make the names run into each other.
    private static let chartLines = 14

    private func countSheet(
        _ sheet: String, name: String, lines: [(name: String, counts: StateCounts)], total: StateCounts,
        kind: PrintedChart.Kind = .stackedBar, closing: [String] = []
    ) -> PrintedSheet {
        let columns = ReviewColumn.needed(for: partCounts)
        let rows = lines.map { line in [line.name] + columns.map { $0.text(line.counts) } }
        let sum = ["合计"] + columns.map { $0.text(total) }
        return PrintedSheet(
            name: sheet, titleLines: [heading("（\(sheet)）"), dayLine],
            columns: [PrintedColumn(heading: name, width: 26)]
                + columns.map { column in
                    let isShare = column.text(StateCounts()).contains { !$0.isNumber }
                    return PrintedColumn(
                        heading: column.title.chinese, width: 9, alignment: .center, content: isShare ? .text : .number)
                }, rows: rows.isEmpty ? [] : rows + [sum], closingLines: closing,
            charts: charts(kind, title: "\(sheet)统计", rows: rows.count, of: columns, total))
    }

    /// Charts of the states that occur, a few lines in each.
    private func charts(
        _ kind: PrintedChart.Kind, title: String, rows: Int, of columns: [ReviewColumn], _ total: StateCounts
    ) -> [PrintedChart] {
        let shown = columns.indices.compactMap { index -> (column: Int, color: Int)? in
            guard let state = columns[index].state, total[state] > 0 else { return nil }
            return (index + 2, state.color)
        }
        guard !shown.isEmpty else { return [] }
        // Charts of one sheet hold about as many lines each.
        let count = (rows + Self.chartLines - 1) / Self.chartLines
        let size = max(1, (rows + count - 1) / max(1, count))
        return stride(from: 1, through: rows, by: size).map { first in
            let last = min(first + size - 1, rows)
            var chart = PrintedChart(
                kind, title: count > 1 ? "\(title)（\(first)—\(last)）" : title, rows: first...last,
                categories: 1, series: shown.map(\.column), colors: shown.map(\.color))
            if kind == .stackedBar { chart.height = Double(last - first + 1) * 20 + 110 }
            return chart
        }
    }
}

extension ReviewState {
    /// The colour of the state in charts, as 0xRRGGBB.
    package var color: Int {
        switch self {
        case .done: 0x2E8B57
        case .underway: 0x3B7DD8
        case .overdue: 0xC8372D
        case .notStarted: 0xA9B4BE
        case .ongoing: 0x5FB3A3
        case .unclear: 0xE0A030
        case .setAside: 0x9B86B8
        }
    }
}
