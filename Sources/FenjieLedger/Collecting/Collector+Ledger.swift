internal import FenjieGrammar
internal import FenjieModel

extension Collector {
    /// Adds files up.
    ///
    /// Of several returns of one unit the one counts that has the later 填报日期; where the days do not decide, the one that
    /// was saved later, where all of them say when; then the one with more cells filled in; where these are equal too, the one with the greater digest, which is the same on every run.
    ///
    /// - Parameter files: the files in any order.
    /// - Returns: the ledger, which does not depend on that order.
    public func ledger(of files: [FiledReturn]) -> Ledger {
        var files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let reported = Set(files.flatMap(\.reports).map { issued.worksheets[$0.worksheet].passport.unit })
        for index in files.indices { files[index].settle(beside: reported) }
        var returns: [[Return]] = Array(repeating: [], count: issued.worksheets.count)
        for (index, file) in files.enumerated() {
            for (position, report) in file.reports.enumerated() {
                returns[report.worksheet].append(Return(report, file: index, position: position))
            }
        }
        var findings = files.flatMap(\.findings)
        var repeated: [RepeatedReturn] = []
        var rows: [LedgerRow] = []
        var missing: [Int] = []
        let order = taskOrder()
        var refused: [String: [String]] = [:]
        for file in files where file.standing == .rejected {
            for unit in Set(file.units.map(FoldedText.of)) { refused[unit, default: []].append(file.path) }
        }
        for position in returns.indices {
            let areDated = returns[position].allSatisfy { !$0.report.modified.isEmpty }
            let ranked = returns[position].sorted { isAhead($0, $1, in: files, byTime: areDated) }
            rows += self.rows(of: position, ranked.first, files, order.task)
            guard let counting = ranked.first else {
                missing.append(position)
                findings.append(noteMissing(position, refused))
                continue
            }
            guard ranked.count > 1 else { continue }
            for (index, other) in ranked.enumerated() {
                let isCopy = index > 0 && counting.report.saysTheSame(as: other.report)
                repeated.append(
                    RepeatedReturn(
                        standing: index == 0 ? .counts : isCopy ? .copy : .superseded,
                        rows: self.rows(of: position, other, files, order.task)))
                if index > 0 { findings.append(noteRepeated(position, other, counting, files, isCopy: isCopy)) }
            }
        }
        var tasks: [[Int]] = Array(repeating: [], count: order.count)
        for (index, row) in rows.enumerated() { tasks[row.task].append(index) }
        return Ledger(
            self, rows: rows, tasks: tasks, repeated: repeated, files: files, findings: findings, missing: missing)
    }

    /// One return of a unit.
    private struct Return {
        let report: UnitReport
        let file: Int
        /// Its place among the reports of the file.
        let position: Int
        let filled: Int

        init(_ report: UnitReport, file: Int, position: Int) {
            self.report = report
            self.file = file
            self.position = position
            filled = report.filled
        }
    }

    private func isAhead(_ left: Return, _ right: Return, in files: [FiledReturn], byTime: Bool) -> Bool {
        let days = (left.report.date?.dayNumber ?? .min, right.report.date?.dayNumber ?? .min)
        if days.0 != days.1 { return days.0 > days.1 }
        let times = (left.report.modified, right.report.modified)
        if byTime, times.0 != times.1 { return times.1.utf8.lexicographicallyPrecedes(times.0.utf8) }
        if left.filled != right.filled { return left.filled > right.filled }
        let digests = (files[left.file].digest, files[right.file].digest)
        if digests.0 != digests.1 { return digests.0.utf8.lexicographicallyPrecedes(digests.1.utf8) == false }
        // The same bytes twice: files are sorted by path, sheets by their order in the file.
        return (left.file, left.position) < (right.file, right.position)
    }

    // MARK: Rows

    /// The position of each task in the ledger, by issue and key.
    private struct Order {
        struct Name: Hashable {
            var issue: String
            var key: String
        }
        var positions: [Name: Int] = [:]
        var count = 0

        func task(_ issue: String, _ key: String) -> Int { positions[Name(issue: issue, key: key)] ?? 0 }
    }

    private func taskOrder() -> Order {
        var order = Order()
        var issues: [String] = []
        for worksheet in issued.worksheets where !issues.contains(worksheet.passport.issue) {
            issues.append(worksheet.passport.issue)
        }
        for issue in issues {
            var seen: [String: Int] = [:]
            var keys: [String] = []
            var numbers: [String] = []
            var sequences: [[Int]] = []
            for worksheet in issued.worksheets where worksheet.passport.issue == issue {
                var sequence: [Int] = []
                for row in worksheet.passport.rows {
                    if seen[row.key] == nil {
                        seen[row.key] = keys.count
                        keys.append(row.key)
                        numbers.append(row.number)
                    }
                    sequence.append(seen[row.key] ?? 0)
                }
                sequences.append(sequence)
            }
            for task in TaskOrder(numbers: numbers, sequences: sequences).order {
                order.positions[Order.Name(issue: issue, key: keys[task])] = order.count
                order.count += 1
            }
        }
        return order
    }

    private func rows(
        of position: Int, _ counting: Return?, _ files: [FiledReturn], _ task: (String, String) -> Int
    ) -> [LedgerRow] {
        let worksheet = issued.worksheets[position]
        let passport = worksheet.passport
        let positions = columns.issued(on: passport)
        return passport.rows.enumerated().map { index, issuedRow in
            var cells = columns.cells(of: issuedRow, on: worksheet, positions: positions)
            var state = counting == nil ? ReportState.missing : .absent
            let report = counting?.report.rows[index]
            if let report {
                state = report.filled > 0 ? .reported : .blank
                for column in cells.indices where !report.cells[column].isEmpty { cells[column] = report.cells[column] }
            }
            let source = counting.map { counting in
                Provenance(
                    file: files[counting.file].path, sheet: counting.report.sheet, row: report?.row,
                    digest: files[counting.file].digest, reportedOn: counting.report.date?.description ?? "")
            }
            return LedgerRow(
                worksheet: position, task: task(passport.issue, issuedRow.key), number: issuedRow.number,
                unit: passport.unit, role: issuedRow.role, state: state, cells: cells,
                additions: counting?.report.additions[index] ?? "", source: source)
        }
    }

    // MARK: Findings

    private func noteMissing(_ position: Int, _ refused: [String: [String]]) -> Finding {
        let passport = issued.worksheets[position].passport
        let count = passport.rows.count
        let names = refused[FoldedText.of(passport.unit)] ?? []
        let because = names.isEmpty ? "" : "（已退回：\(names.joined(separator: "、"))）"
        let becauseInEnglish = names.isEmpty ? "" : " (rejected: \(names.joined(separator: ", ")))"
        return Finding(
            "return-missing", .warning, unit: passport.unit,
            message: Message(
                "“\(passport.unit)”未报送，\(count) 项任务\(because)",
                "\(passport.unit) returned nothing for \(Message.counted(count, "task"))\(becauseInEnglish)"),
            hint: Message("请催报；补交后重新汇总即可", "ask for it; collect again when it has come"))
    }

    private func noteRepeated(
        _ position: Int, _ other: Return, _ counting: Return, _ files: [FiledReturn], isCopy: Bool
    ) -> Finding {
        let unit = issued.worksheets[position].passport.unit
        let isSameFile = counting.file == other.file
        let file = isSameFile ? "“\(counting.report.sheet)”" : files[counting.file].path
        let sheet = other.report.sheet
        return Finding(
            isCopy ? "return-copied" : "return-repeated", isCopy ? .info : .warning,
            at: Place(file: files[other.file].path, sheet: sheet.isEmpty ? nil : sheet), unit: unit,
            message: isCopy
                ? Message("与 \(file) 内容相同，只计一次", "it says the same as \(file) and counts once")
                : Message("同一单位报了两次且内容不同，以 \(file) 为准", "the unit sent two that differ; \(file) counts"),
            hint: isCopy
                ? nil : Message("请与该单位核对，去掉不用的一份", "ask the unit which is right, and take the other away"))
    }
}
