internal import FenjieGrammar
internal import FenjieModel

/// The lists of a review as sheets to print and to sign.
struct ReviewListSheets {
    private let review: Review

    init(_ review: Review) { self.review = review }

    private static let numberColumn = PrintedColumn(heading: "序号", width: 6, alignment: .center)

    // MARK: Sign-off

    /// 核销清单.
    var signOff: PrintedSheet {
        let rows = review.signOff.map { item -> [String] in
            let task = item.task
            let evidence = Set(task.deciding.map(\.entry.evidence).filter { !$0.isEmpty }).sorted().joined(
                separator: "\n")
            let day = task.completedOn.map(\.description) ?? ""
            return [
                task.number, task.text, task.units.joined(separator: "、"), task.deadline, day, evidence,
                ReviewWords.standing(item).chinese, "",
            ]
        }
        let ready = review.signOff.count { $0.standing == .ready }
        return PrintedSheet(
            name: "核销清单",
            titleLines: [review.heading("核销清单"), "\(review.dayLine)，已完成 \(rows.count) 项，其中具备核销条件 \(ready) 项"],
            columns: [
                Self.numberColumn, PrintedColumn(heading: "具体要求", width: 44),
                PrintedColumn(heading: "责任单位", width: 18, alignment: .center),
                PrintedColumn(heading: "完成时限", width: 14, alignment: .center),
                PrintedColumn(heading: "完成日期", width: 12, alignment: .center, content: .date),
                PrintedColumn(heading: "佐证材料", width: 20),
                PrintedColumn(heading: "核销条件", width: 14, alignment: .center),
                PrintedColumn(heading: "核销意见", width: 12, isFillIn: true),
            ], rows: rows, signatures: ["核销人", "审核人", "核销日期"],
            rules: [
                PrintedRule(.equals(column: 7, text: "可核销"), tone: .good),
                PrintedRule(.equals(column: 7, text: "已核销"), tone: .muted),
            ])
    }

    // MARK: Rectification

    /// 督促整改清单.
    var rectification: PrintedSheet {
        var rows: [[String]] = []
        var merges: [CellRange] = []
        for list in review.rectification {
            let first = rows.count + 1
            for item in list.items {
                let entry = item.part.entry
                let days = item.part.daysOverdue
                rows.append([
                    list.unit, entry.number, entry.text,
                    entry.role.chinese,
                    entry.deadline?.text ?? "", days > 0 ? String(days) : "", entry.status,
                    ReviewWords.reason(item).chinese, entry.problems, entry.nextSteps, "", "",
                ])
            }
            if rows.count > first { merges.append(CellRange(rows: first...rows.count, columns: 1...1)) }
        }
        return PrintedSheet(
            name: "督促整改清单",
            titleLines: [
                review.heading("督促整改清单"), "\(review.dayLine)，涉及单位 \(review.rectification.count) 个，共 \(rows.count) 项次",
            ],
            columns: [
                PrintedColumn(heading: "责任单位", width: 16, alignment: .center), Self.numberColumn,
                PrintedColumn(heading: "具体要求", width: 36), PrintedColumn(heading: "职责", width: 6, alignment: .center),
                PrintedColumn(heading: "完成时限", width: 13, alignment: .center),
                PrintedColumn(heading: "逾期天数", width: 8, alignment: .center, content: .number),
                PrintedColumn(heading: "完成状态", width: 10, alignment: .center),
                PrintedColumn(heading: "列入原因", width: 14), PrintedColumn(heading: "存在问题", width: 18),
                PrintedColumn(heading: "下一步措施", width: 18), PrintedColumn(heading: "整改措施", width: 18, isFillIn: true),
                PrintedColumn(heading: "整改时限", width: 12, alignment: .center, isFillIn: true),
            ], rows: rows, merges: merges, signatures: ["督办人", "审核人", "下发日期"])
    }

    // MARK: Due soon

    /// 近期到期.
    var dueSoon: PrintedSheet {
        let rows = review.dueSoon.map { task -> [String] in
            let left = task.due.map { $0.dayNumber - review.asOf.dayNumber } ?? 0
            return [
                task.number, task.text, task.units.joined(separator: "、"), task.deadline,
                task.due.map(\.description) ?? "",
                String(left), task.state.title.chinese,
            ]
        }
        return PrintedSheet(
            name: "近期到期",
            titleLines: [
                review.heading("近期到期任务"), "\(review.dayLine)，今后 \(review.horizon) 日内到期而未完成的任务 \(rows.count) 项",
            ],
            columns: [
                Self.numberColumn, PrintedColumn(heading: "具体要求", width: 50),
                PrintedColumn(heading: "责任单位", width: 24, alignment: .center),
                PrintedColumn(heading: "完成时限", width: 14, alignment: .center),
                PrintedColumn(heading: "到期日", width: 12, alignment: .center, content: .date),
                PrintedColumn(heading: "剩余天数", width: 9, alignment: .center, content: .number),
                PrintedColumn(heading: "状态", width: 11, alignment: .center),
            ], rows: rows)
    }

    // MARK: Comparison

    /// 比较.
    func comparison(_ comparison: ReviewComparison) -> PrintedSheet {
        let rows = comparison.changes.map { change -> [String] in
            let now = change.kind == .gone ? "" : change.task.state.title.chinese
            return [
                ReviewWords.change(change.kind).chinese, change.task.number, change.task.text,
                change.task.units.joined(separator: "、"), change.before?.state.title.chinese ?? "", now,
                ReviewWords.detail(change).chinese,
            ]
        }
        let counts = ReviewComparison.Kind.allCases.map { kind in
            "\(ReviewWords.change(kind).chinese) \(comparison.changes(kind).count) 项"
        }
        return PrintedSheet(
            name: "比较", titleLines: [review.heading("与上期比较"), review.dayLine + "，" + counts.joined(separator: "，")],
            columns: [
                PrintedColumn(heading: "变化", width: 11, alignment: .center), Self.numberColumn,
                PrintedColumn(heading: "具体要求", width: 46),
                PrintedColumn(heading: "责任单位", width: 22, alignment: .center),
                PrintedColumn(heading: "上期状态", width: 11, alignment: .center),
                PrintedColumn(heading: "本期状态", width: 11, alignment: .center), PrintedColumn(heading: "说明", width: 30),
            ], rows: rows,
            rules: [
                PrintedRule(.equals(column: 1, text: ReviewWords.change(.newlyDone).chinese), tone: .good),
                PrintedRule(.equals(column: 1, text: ReviewWords.change(.slipped).chinese), tone: .bad),
                PrintedRule(.equals(column: 1, text: ReviewWords.change(.unchanged).chinese), tone: .attention),
            ])
    }
}
