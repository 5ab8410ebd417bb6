internal import FenjieModel
internal import FenjieTasks
public import FenjieTemplates

/// Takes worksheets in: finds out what each file is, and adds all of them up to a ledger.
///
/// What a file is does not depend on other files, so that files can be taken by several workers in any order.
public struct Collector: Sendable {
    /// What went out.
    public let issued: IssuedCollection
    let template: Template
    let columns: LedgerColumns

    /// Findings with which a sheet is not one of this issue, or not for this unit.
    private static let refusals: Set<String> = ["issue-unknown", "period-wrong", "unit-wrong"]

    /// A collector.
    ///
    /// - Parameters:
    ///   - issued: what went out.
    ///   - ledger: the form of the ledger.
    ///   - forms: the forms of the worksheets.
    public init(_ issued: IssuedCollection, ledger: Template, forms: [Template]) {
        self.issued = issued
        template = ledger
        columns = LedgerColumns(issued.worksheets, ledger: ledger, forms: forms)
    }

    /// Finds out what a file is and what it reports.
    ///
    /// - Parameter file: the file as it was read.
    /// - Returns: its standing and its reports.
    public func take(_ file: CollectedFile) -> FiledReturn {
        var filed: FiledReturn
        switch file.content {
        case .passedOver(let reason): filed = FiledReturn(file, .noTable, reason: reason)
        case .noTable(let reason):
            filed = FiledReturn(file, .noTable, reason: reason)
            filed.namedUnits = issued.unitsNamed(in: String(file.path.split(separator: "/").last ?? ""))
        case .unreadable(let reason, let hint):
            filed = FiledReturn(file, .rejected, reason: reason)
            filed.units = issued.unitsNamed(in: file.path)
            filed.findings.append(filed.unreadable(hint))
        case .worksheets(let sheets, let form):
            if sheets.contains(where: { Ledger.isLedger($0.table) }) {
                filed = FiledReturn(
                    file, .noTable, reason: Message("是汇总后的台账，不是任务表", "it is a ledger and no worksheet"))
            } else {
                filed = take(sheets, form, of: file)
            }
        }
        filed.findings = filed.findings.map { finding in
            var finding = finding
            finding.place.file = file.path
            return finding
        }
        return filed
    }

    private func take(_ sheets: [ReturnedWorksheet], _ form: Template, of file: CollectedFile) -> FiledReturn {
        var filed = FiledReturn(file, .unknown)
        filed.findings = file.findings.filter {
            $0.severity > .info && $0.code != "column-missing" || $0.code == "hidden-rows"
        }
        var standings: [(standing: FileStanding, reason: Message?)] = []
        for sheet in sheets { standings.append(take(sheet, form, into: &filed)) }
        keep(file.remarks, in: &filed)
        // One good sheet makes a good file; the others are told by their findings.
        for standing in [FileStanding.reported, .rejected, .unknown] {
            guard let found = standings.first(where: { $0.standing == standing }) else { continue }
            filed.standing = standing
            filed.reason = found.reason
            return filed
        }
        filed.reason = Message("没有任务表", "it holds no worksheet")
        return filed
    }

    /// Keeps what further sheets say with the first task of the return.
    private func keep(_ remarks: [SheetRemark], in filed: inout FiledReturn) {
        guard !filed.reports.isEmpty else { return }
        for remark in remarks {
            let text = "工作表“\(remark.sheet)”：\(remark.text)"
            let additions = filed.reports[0].additions[0]
            filed.reports[0].additions[0] = additions.map { "\($0)\n\(text)" } ?? text
            filed.findings.append(
                Finding(
                    "note-added", .info, at: Place(sheet: remark.sheet),
                    unit: issued.worksheets[filed.reports[0].worksheet].passport.unit,
                    message: Message(
                        "另一张工作表写有：\(remark.text)", "another sheet says: \(remark.text)")))
        }
    }

    private func take(
        _ sheet: ReturnedWorksheet, _ form: Template, into filed: inout FiledReturn
    ) -> (standing: FileStanding, reason: Message?) {
        let known: Int?
        if let passport = sheet.passport {
            let identity = ReturnedIdentity(
                sheet, among: issued.relatives(of: passport), file: filed.path, units: issued.unitsNamed)
            if !sheet.isCopy {
                filed.findings += identity.findings
                filed.units.append(passport.unit)
            }
            if let refusal = identity.findings.first(where: { Self.refusals.contains($0.code) }) {
                return (.rejected, refusal.message)
            }
            known = identity.issued.flatMap { issued.position(of: $0.passport) }
        } else {
            switch issued.recognize(sheet, path: filed.path) {
            case .known(let position):
                let worksheet = issued.worksheets[position]
                filed.findings += ReturnedIdentity(sheet, among: [worksheet], file: worksheet.passport.unit).findings
                filed.units.append(worksheet.passport.unit)
                known = position
            case .ambiguous(let positions):
                let finding = unclear(sheet, positions)
                filed.findings.append(finding)
                return (.unknown, finding.message)
            case .none: known = nil
            }
        }
        guard let known else {
            let reason = Message("不是本次下发的任务表", "it is no worksheet of this issue")
            filed.findings.append(
                Finding(
                    "return-unknown", .warning, at: place(sheet), message: reason,
                    hint: Message("请用下发的原表填报", "fill in the file that was issued")))
            return (.unknown, reason)
        }
        return report(sheet, known, form, into: &filed)
    }

    /// Compares a sheet with what was issued and takes what was filled in.
    private func report(
        _ sheet: ReturnedWorksheet, _ position: Int, _ form: Template, into filed: inout FiledReturn
    ) -> (standing: FileStanding, reason: Message?) {
        let worksheet = issued.worksheets[position]
        let comparison = ReturnedComparison(sheet, issued: worksheet, template: form)
        let filled = columns.filled(in: sheet.table, of: worksheet.passport)
        var rows: [Int: UnitReport.Row] = [:]
        for (index, task) in sheet.table.tasks.enumerated() {
            guard let match = comparison.matching.matches[index] else { continue }
            let cells = filled.map { $0.map { task.cells[$0] } ?? "" }
            rows[match] = UnitReport.Row(
                row: task.place.row, cells: cells, filled: cells.count { !FoldedText.of($0).isEmpty })
        }
        let report = UnitReport(
            worksheet: position, sheet: sheet.sheet.name,
            date: ReportDate(period: worksheet.passport.period, modified: sheet.modified)
                .find(in: sheet.sheet, outside: Set(rows.values.compactMap(\.row))),
            signatures: comparison.surroundings.signatures.filter { !ReportDate.isLabel($0.label) },
            modified: sheet.modified, rows: rows, additions: ReturnedAdditions(comparison, filled: filled).texts)
        if let headless = comparison.findings.first(where: { $0.code == ReturnedComparison.headerMissing }) {
            filed.findings.append(headless)
            return (.rejected, headless.message)
        }
        guard report.filled > 0 || !report.additions.isEmpty else {
            // A blank copy beside the worksheet says nothing.
            guard !sheet.isCopy else { return (.unknown, nil) }
            let reason = Message("没有填报任何内容", "nothing was filled in")
            filed.findings.append(
                Finding(
                    "return-blank", .warning, at: place(sheet), unit: worksheet.passport.unit, message: reason,
                    hint: Message("请填报后重新报送", "fill it in and send it again")))
            return (.rejected, reason)
        }
        filed.findings += comparison.findings
        if let finding = incomplete(report, sheet) { filed.findings.append(finding) }
        filed.reports.append(report)
        return (.reported, nil)
    }

    /// What is to be said of a return in which some tasks were left blank.
    private func incomplete(_ report: UnitReport, _ sheet: ReturnedWorksheet) -> Finding? {
        let passport = issued.worksheets[report.worksheet].passport
        let blank = passport.rows.indices.filter { report.rows[$0]?.filled == 0 }
        guard !blank.isEmpty, report.filled > 0 else { return nil }
        let shown = 20
        let numbers = blank.prefix(shown).map { passport.rows[$0].number }.filter { !$0.isEmpty }
        let list = numbers.isEmpty ? "" : "：序号 \(numbers.joined(separator: "、"))\(blank.count > shown ? "等" : "")"
        let listInEnglish = numbers.isEmpty ? "" : ": \(numbers.joined(separator: ", "))"
        return Finding(
            "return-incomplete", .warning, at: place(sheet), unit: passport.unit,
            message: Message(
                "\(passport.rows.count) 项任务中 \(blank.count) 项没有填报\(list)",
                "\(blank.count) of \(passport.rows.count) tasks were left blank\(listInEnglish)"),
            hint: Message("请该单位补报", "ask the unit for them"))
    }

    private func unclear(_ sheet: ReturnedWorksheet, _ positions: [Int]) -> Finding {
        let names = positions.prefix(3).map { issued.worksheets[$0].passport.unit }
        let rest = positions.count > names.count
        return Finding(
            "return-unit-unclear", .warning, at: place(sheet),
            message: Message(
                "认不出是哪个单位的：\(names.joined(separator: "、"))\(rest ? "等" : "")的任务相同",
                "it may be of \(names.joined(separator: ", "))\(rest ? " and others" : ""), which have the same tasks"),
            hint: Message("请在文件名或表内写明填报单位后再汇总", "name the unit in the file's name or on the sheet"))
    }

    private func place(_ sheet: ReturnedWorksheet) -> Place {
        Place(sheet: sheet.sheet.name.isEmpty ? nil : sheet.sheet.name)
    }
}
