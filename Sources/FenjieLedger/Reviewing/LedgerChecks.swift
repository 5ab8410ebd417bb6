internal import FenjieGrammar
internal import FenjieModel
internal import FenjieRules
internal import FenjieTasks
internal import FenjieTemplates

/// Looks in the rows of a ledger for what contradicts itself or cannot be read, by the rules for tables.
struct LedgerChecks {
    private let template: Template
    private var options = RuleOptions()

    /// The rules that concern a review; what was issued, and how, was checked when it was issued.
    private static let rules: Set<String> = ["status", "completion", "overdue", "deadline", "date-type", "primary-key"]
    private static let codes = Set(
        RuleBook.standard.sections.filter { rules.contains($0.name) }.flatMap { $0.codes.map(\.code) }
    )
    // The review lists what is overdue.
    .subtracting(["not-done-after-deadline"])

    init(_ reading: LedgerReadingOptions, day: CivilDate) {
        var template = reading.template
        // Words of the field are as good as those of the drop-down: what counts is whether they are understood.
        for index in template.fields.indices where template.fields[index].field == .status {
            template.fields[index].constraints.allowed = []
        }
        self.template = template
        options.deadlines = reading.deadlines
        options.asOf = day
        options.readsUnits = false
    }

    /// What is found in a table, in the order of its rows.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - entries: what was read from it.
    ///   - sheet: the sheet from which it was read.
    /// - Returns: the findings, each with the unit where its row names a single one.
    func findings(of table: TaskTable, _ entries: [LedgerEntry], sheet: Sheet?) -> [Finding] {
        var rows: [Int: [LedgerEntry]] = [:]
        for entry in entries { if let row = entry.place.row { rows[row, default: []].append(entry) } }
        let unreported = unreportedRows(table)
        return table.check(against: template, options: options, source: sheet).compactMap { finding in
            guard Self.codes.contains(finding.code) else { return nil }
            var finding = finding
            let own = finding.place.row.flatMap { rows[$0] } ?? []
            if own.count == 1, !own[0].unit.isEmpty { finding.unit = own[0].unit }
            switch finding.code {
            // Of several units that share a cell, those that it does not name have said nothing.
            case "status-unknown"
            where !own.isEmpty
                && own.allSatisfy({ $0.meaning != nil || $0.status.isEmpty && own.count > 1 }):
                return nil
            // A day in other words is a day; what stands for none is none.
            case "date-as-text": return nil
            case "not-a-date" where own.allSatisfy({ $0.completion.isEmpty || $0.completedOn != nil }): return nil
            // Whoever has returned nothing was told of when the ledger was made.
            case "status-missing" where finding.place.row.map(unreported.contains) ?? false: return nil
            // A look at an earlier day is no mistake of the ledger: it counts as not done on that day.
            case "completion-date-future": finding.severity = min(finding.severity, .warning)
            default: break
            }
            return finding
        }
    }

    /// The rows of units that have not reported.
    private func unreportedRows(_ table: TaskTable) -> Set<Int> {
        guard let column = table.column(headed: Ledger.provenanceHeadings[0]) else { return [] }
        let states = Set([ReportState.blank, .absent, .missing].map(\.title.chinese))
        return Set(table.tasks.filter { states.contains($0.cells[column]) }.compactMap(\.place.row))
    }
}
