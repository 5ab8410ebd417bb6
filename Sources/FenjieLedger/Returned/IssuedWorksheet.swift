internal import FenjieGrammar
public import FenjieModel
internal import FenjieRules
public import FenjieTasks

/// What was issued: known by its passport alone, or word for word.
public struct IssuedWorksheet: Sendable {
    /// Who got what; made up where a whole table stands for the worksheets.
    public let passport: Passport
    /// Whether it is the whole issued table and no worksheet: then a returned sheet need not have all of its rows.
    public let isWhole: Bool
    /// The issued cells of each row by its key, in the order of the passport's columns; empty where only hashes are known.
    let texts: [String: [String]]
    /// The headings of all visible columns, those that are filled in too; empty where only hashes are known.
    let headings: [String]
    /// The day on which each row is due by its key, as it was understood when it was issued.
    private(set) var dues: [String: CivilDate] = [:]
    /// What stood around the tasks; `nil` where that is not known.
    private(set) var lines: SheetSurroundings?

    /// What a passport tells.
    ///
    /// - Parameter passport: a passport that came back.
    public init(_ passport: Passport) {
        self.passport = passport
        isWhole = false
        texts = [:]
        headings = []
    }

    /// A worksheet as it went out.
    ///
    /// - Parameters:
    ///   - passport: its passport.
    ///   - table: its table, with the column of keys.
    ///   - sheet: the sheet with the table, where what stands around it is to be known too.
    public init(_ passport: Passport, table: TaskTable, on sheet: Sheet? = nil) {
        self.passport = passport
        isWhole = false
        let map = ReturnedColumns(table, passport: passport)
        var texts: [String: [String]] = [:]
        let due = table.columns.firstIndex { FoldedText.of($0.heading) == Worksheet.dueHeading }
        let rows = RowMatching(ReturnedRows(table, columns: map), passport: passport, texts: [:])
        for (index, match) in rows.matches.enumerated() {
            guard let match, texts[passport.rows[match].key] == nil else { continue }
            texts[passport.rows[match].key] = map.issuedCells(of: table.tasks[index])
            dues[passport.rows[match].key] = due.flatMap { WrittenDate.day(of: table.tasks[index].cells[$0])?.day }
        }
        self.texts = texts
        lines = sheet.map { SheetSurroundings(table, on: $0) }
        headings = table.columns.compactMap { $0.sourceColumn == nil ? nil : $0.printedHeading }
            .filter { !ReturnedColumns.isOwn($0) }
    }

    /// The whole issued table.
    ///
    /// - Parameter table: the table from which worksheets are split.
    public init(whole table: TaskTable) {
        let columns = table.columns.indices.filter { table.columns[$0].printedHeading != nil }
        var sealer = RowSealer()
        let rows = sealer.rows(of: table, columns: columns)
        passport = Passport(
            issue: "", title: table.title, unit: "", basis: "", period: "", form: "", formVersion: "",
            columns: columns.map {
                Passport.Column(field: table.columns[$0].field.rawValue, heading: table.columns[$0].heading)
            }, rows: rows)
        isWhole = true
        texts = Dictionary(
            zip(rows.map(\.key), table.tasks.map { task in columns.map { task.cells[$0] } }), uniquingKeysWith: { $1 })
        headings = []
    }
}
