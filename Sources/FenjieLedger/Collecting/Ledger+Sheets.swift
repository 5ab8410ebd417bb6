public import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates

/// The ledger as tables.
extension Ledger {
    /// One row for each task of each unit, as a plain sheet with a header; what a CSV file holds.
    public var sheet: Sheet {
        Sheet(name: Self.unitSheetName, rows: [rowColumns.map(\.heading)] + rows.map(cells(of:)))
    }

    /// The ledger as a workbook: 总表, 按单位, 未报送, 问题, 重复报送, 文件.
    public var printout: Printout {
        Printout(
            sheets: [taskSheet, unitSheet, missingSheet, findingSheet, repeatedSheet, fileSheet],
            properties: DocumentProperties(
                title: heading, subject: "工作任务落实台账",
                custom: [Self.property]))
    }

    /// What tells that a workbook is a ledger.
    static let property = CustomProperty(name: "fenjie-ledger", value: "1")
    /// The sheet with one row for each task.
    static let taskSheetName = "总表"
    /// The sheet with one row for each task of each unit.
    static let unitSheetName = "按单位"
    /// The heading that only the sheet of returns that came twice has.
    static let standingHeading = "是否计入"

    /// The title of a ledger of an issued table.
    static func heading(title: String, period: String) -> String {
        title + (period.isEmpty ? "" : "（\(period)）") + "落实台账"
    }

    private var heading: String { Self.heading(title: title, period: period) }

    private var counts: String {
        let returned = issued - missing.count
        return "共 \(tasks.count) 项任务，应报单位 \(issued) 个，已报 \(returned) 个，未报 \(missing.count) 个"
    }

    // MARK: Tasks

    /// One row for each task: what all of its units say.
    private var taskSheet: PrintedSheet {
        let kept = columns.columns.indices.filter { columns.columns[$0].source != .role }
        var printed = kept.map { printedColumn(columns.columns[$0]) }
        printed.append(PrintedColumn(heading: "报送情况", width: 14, alignment: .center))
        let body = tasks.map { members in
            kept.map { column in taskCell(column, members) } + [reported(members)]
        }
        return PrintedSheet(
            name: Self.taskSheetName, titleLines: [heading, counts], columns: printed, rows: body,
            rules: toneRules(columns: kept))
    }

    private func taskCell(_ column: Int, _ members: [Int]) -> String {
        let own = members.map { (row: rows[$0], text: rows[$0].cells[column]) }
        switch columns.columns[column].source {
        case .unit:
            return own.map { $0.row.role.isEmpty ? $0.text : "\($0.text)（\($0.row.role)）" }.joined(separator: "、")
        default:
            let said = own.filter { !$0.text.isEmpty }
            guard let first = said.first else { return "" }
            let isFilled = columns.columns[column].field?.print.isFillIn ?? false
            // What everybody says alike is said once; so is all that was issued.
            let isAlike = said.allSatisfy { $0.text == first.text }
            if !isFilled || isAlike && (said.count == own.count || own.count == 1) { return first.text }
            return said.map { "\($0.row.unit)：\($0.text)" }.joined(separator: "\n")
        }
    }

    private func reported(_ members: [Int]) -> String {
        let done = members.count { rows[$0].state == .reported }
        return done == members.count ? "全部已报" : done == 0 ? "均未报" : "已报 \(done)/\(members.count)"
    }

    // MARK: Units

    private var unitSheet: PrintedSheet {
        PrintedSheet(
            name: Self.unitSheetName, titleLines: [heading, counts], columns: rowColumns,
            rows: rows.map(cells(of:)), rules: toneRules(columns: columns.columns.indices))
    }

    private var rowColumns: [PrintedColumn] {
        columns.columns.map(printedColumn)
            + (hasAdditions ? [Self.additionsColumn] : [])
            + zip(Self.provenanceHeadings, [10.0, 24, 14, 12, 18]).map { heading, width in
                PrintedColumn(heading: heading, width: width, alignment: heading == "来源文件" ? .left : .center)
            }
    }

    private func cells(of row: LedgerRow) -> [String] {
        row.cells + (hasAdditions ? [row.additions] : []) + Self.provenance(of: row)
    }

    private static let additionsColumn = PrintedColumn(heading: additionsHeading, width: 24)

    private func printedColumn(_ column: LedgerColumn) -> PrintedColumn {
        PrintedColumn(
            heading: column.heading, width: column.field?.print.width ?? 16,
            alignment: column.field?.print.alignment ?? .left, content: column.field?.type == .date ? .date : .text)
    }

    private func toneRules(columns kept: some Sequence<Int>) -> [PrintedRule] {
        kept.enumerated().flatMap { index, column in
            (columns.columns[column].field?.print.tones ?? []).map { value, tone in
                PrintedRule(.equals(column: index + 1, text: value), tone: tone)
            }
        }
    }

    private static func provenance(of row: LedgerRow) -> [String] {
        guard let source = row.source else { return [row.state.title.chinese, "", "", "", ""] }
        let place = [source.sheet, source.row.map { "第\($0)行" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        return [
            row.state.title.chinese, source.file, place, source.reportedOn, String(source.digest.prefix(shownDigest)),
        ]
    }

    /// How many digits of a digest are shown: enough to tell files apart, and short enough to be read out.
    private static let shownDigest = 16

    // MARK: Missing

    /// Units of which nothing came, and those whose worksheets lack rows or answers.
    private var missingSheet: PrintedSheet {
        var gaps: [Int: [LedgerRow]] = [:]
        var totals: [Int: Int] = [:]
        for row in rows {
            totals[row.worksheet, default: 0] += 1
            if row.state != .reported { gaps[row.worksheet, default: []].append(row) }
        }
        let isMissing = Set(missing)
        let ordered = gaps.keys.sorted { (isMissing.contains($0) ? 0 : 1, $0) < (isMissing.contains($1) ? 0 : 1, $1) }
        var body: [[String]] = []
        for worksheet in ordered {
            let gap = gaps[worksheet] ?? []
            let numbers = gap.prefix(30).map(\.number).filter { !$0.isEmpty }.joined(separator: "、")
            body.append([
                String(body.count + 1), units[worksheet], isMissing.contains(worksheet) ? "整表未报" : "部分未报",
                String(totals[worksheet] ?? 0), String(gap.count),
                isMissing.contains(worksheet) ? "" : numbers + (gap.count > 30 ? "等" : ""),
                isMissing.contains(worksheet) ? refused(units[worksheet]) : gap[0].source?.file ?? "",
            ])
        }
        return PrintedSheet(
            name: "未报送", titleLines: ["未报送情况", counts],
            columns: [
                PrintedColumn(heading: "序号", width: 6, alignment: .center), PrintedColumn(heading: "单位", width: 30),
                PrintedColumn(heading: "情况", width: 12, alignment: .center),
                PrintedColumn(heading: "应报任务", width: 10, alignment: .center, content: .number),
                PrintedColumn(heading: "未报任务", width: 10, alignment: .center, content: .number),
                PrintedColumn(heading: "未报序号", width: 24), PrintedColumn(heading: "说明", width: 40),
            ], rows: body)
    }

    private func refused(_ unit: String) -> String {
        let names = files.filter { $0.standing == .rejected && $0.units.contains(unit) }.map(\.path)
        return names.isEmpty ? "" : "已退回：\(names.joined(separator: "、"))"
    }

    // MARK: Findings, returns, files

    private var findingSheet: PrintedSheet {
        let sorted = findings.enumerated().sorted {
            ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
        }
        let body = sorted.enumerated().map { index, item in
            let finding = item.element
            let place = [finding.place.sheet ?? "", finding.place.cell ?? finding.place.line.map { "第\($0)行" } ?? ""]
            return [
                String(index + 1), finding.severity.title.chinese, finding.unit ?? "", finding.place.file ?? "",
                place.filter { !$0.isEmpty }.joined(separator: " "), finding.number ?? "", finding.message.chinese,
                finding.hint?.chinese ?? "", finding.code,
            ]
        }
        return PrintedSheet(
            name: "问题", titleLines: ["报送中的问题"],
            columns: zip(
                ["序号", "程度", "单位", "文件", "位置", "任务序号", "问题", "办法", "代码"], [6.0, 8, 22, 28, 16, 10, 44, 34, 22]
            ).map { PrintedColumn(heading: $0, width: $1) }, rows: body)
    }

    private var repeatedSheet: PrintedSheet {
        let words: [RepeatedReturn.Standing: String] = [.counts: "计入", .superseded: "未计入", .copy: "内容相同"]
        return PrintedSheet(
            name: "重复报送", titleLines: ["重复报送", "填报日期较晚的计入；日期相同或未填的，文件保存时间较晚的计入，其次是填报内容较多的；仍相同的按内容摘要确定"],
            columns: [PrintedColumn(heading: Self.standingHeading, width: 10, alignment: .center)] + rowColumns,
            rows: repeated.flatMap { item in
                item.rows.map { [words[item.standing] ?? ""] + cells(of: $0) }
            })
    }

    private var fileSheet: PrintedSheet {
        let labels = signatureLabels
        let body = files.enumerated().map { index, file in
            [
                String(index + 1), file.path, file.standing.title.chinese, file.units.joined(separator: "、"),
                file.reason?.chinese ?? "",
            ] + labels.map { file.signed($0) } + [file.reportedOn, String(file.digest.prefix(Self.shownDigest))]
        }
        let columns =
            zip(["序号", "文件", "处理", "单位", "说明"], [6.0, 40, 10, 26, 40]) + labels.map { ($0, 16.0) }
            + [("填报日期", 12), ("内容摘要", 18)]
        return PrintedSheet(
            name: "文件", titleLines: ["收到的文件", fileCounts.chinese],
            columns: columns.map { PrintedColumn(heading: $0, width: $1) }, rows: body)
    }

    /// The lines that anybody has signed, in the order in which they are met.
    private var signatureLabels: [String] {
        var labels: [String] = []
        for label in files.flatMap(\.reports).flatMap(\.signatures).map(\.label) where !labels.contains(label) {
            labels.append(label)
        }
        return labels
    }

    /// How many files have each standing.
    public var fileCounts: Message {
        let parts = FileStanding.allCases.map { standing in
            (standing.title, files.count { $0.standing == standing })
        }
        return Message(
            "收到文件 \(files.count) 个：" + parts.map { "\($0.chinese) \($1)" }.joined(separator: "、"),
            "\(Message.counted(files.count, "file")): "
                + parts.map { "\($1) \($0.english)" }.joined(separator: ", "))
    }
}
