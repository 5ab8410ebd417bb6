public import FenjieGrammar
public import FenjieModel
public import FenjieTasks
public import FenjieTemplates

/// What the reader of a ledger must know from elsewhere.
public struct LedgerReadingOptions: Sendable {
    /// The form of the ledger.
    public var template: Template
    /// How unit cells are read.
    public var units = UnitGrammar.Options.standard
    /// The units that there are; aliases become canonical names.
    public var directory: UnitDirectory?
    /// The year of deadlines that name none, and the day of issue.
    public var deadlines = DeadlineOptions()
    /// The day for which the rows are checked; `nil` leaves them unchecked.
    public var asOf: CivilDate?

    /// Options for a form.
    public init(template: Template) { self.template = template }
}

extension LedgerRecord {
    /// Takes the entries of tables; those that tell no status are passed over.
    ///
    /// A ledger as ``Ledger`` writes it has one row for each task of each unit. In one that is kept by hand a row may name
    /// several units, which share what it says, unless a cell parts it by `单位：` on lines of its own.
    ///
    /// - Parameters:
    ///   - tables: the tables of one file.
    ///   - sheets: the sheets from which they were read, for the rules.
    ///   - options: what is known from elsewhere.
    /// - Throws: ``LedgerFailure`` where no table tells a status.
    public init(_ tables: [TaskTable], sheets: [Sheet], options: LedgerReadingOptions) throws(LedgerFailure) {
        let known = tables.filter { $0.has(.status) || $0.has(.completedOn) }
        guard let first = known.first else { throw .withoutStatus }
        self.init(title: known.lazy.map(\.title).first { !$0.isEmpty } ?? first.title)
        // What a program wrote as JSON stands task by task.
        isByUnit = known.contains { Ledger.isLedger($0) && !$0.sheetName.isEmpty }
        hasEvidence = known.contains { $0.has(.evidence) }
        hasCompletion = known.contains { $0.has(.completedOn) }
        for table in tables {
            guard table.has(.status) || table.has(.completedOn) else {
                findings.append(Self.noteWithoutStatus(table))
                continue
            }
            let dues = LedgerDues(table, template: options.template)
            var options = options
            options.deadlines.year = dues.year(options.deadlines)
            let rows = LedgerRows(table, options: options)
            let entries = table.tasks.flatMap(rows.entries)
            if let day = options.asOf {
                findings += dues.findings(options.deadlines)
                findings += LedgerChecks(options, day: day).findings(
                    of: dues.resolved(options.deadlines), entries, sheet: sheets.first { $0.name == table.sheetName })
            }
            self.entries += entries
        }
    }

    private static func noteWithoutStatus(_ table: TaskTable) -> Finding {
        Finding(
            "sheet-without-status", .info,
            at: Place(file: table.tasks.first?.place.file, sheet: table.sheetName.isEmpty ? nil : table.sheetName),
            message: Message("这张表没有“完成状态”一栏，未计入", "this table has no column 完成状态 and was left out"))
    }
}

extension TaskTable {
    /// Whether the source had a column of a meaning.
    func has(_ field: Field) -> Bool { column(field).map { columns[$0].printedHeading != nil } ?? false }

    /// The position of a column that is known by its heading alone.
    func column(headed heading: String) -> Int? {
        columns.firstIndex { column in
            column.printedHeading != nil
                && (column.heading == heading || FoldedText.of(column.printedHeading ?? "") == heading)
        }
    }
}

extension LedgerFailure {
    /// A table that tells no status is no ledger.
    static var withoutStatus: LedgerFailure {
        LedgerFailure(
            .input, Message("不是台账：没有“完成状态”或“完成日期”一栏", "this is no ledger: it has no column 完成状态 or 完成日期"),
            hint: Message(
                "请给出 fenjie collect 汇总的台账，或有“完成状态”一栏的表；栏名不同的，在模板的 synonyms 中加上",
                "give a ledger made by fenjie collect, or a table with 完成状态; a heading of your own goes into the template's "
                    + "synonyms"))
    }
}
