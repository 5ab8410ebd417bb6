public import FenjieModel
public import FenjieTasks
public import FenjieTemplates

/// A sheet that came back, as it was read.
public struct ReturnedWorksheet: Sendable {
    /// Its table.
    public var table: TaskTable
    /// The sheet from which the table was read.
    public var sheet: Sheet
    /// Its passport, where it still has one.
    public var passport: Passport?
    /// Whether the passport was told by the hidden sheet, and not by document properties alone.
    public var hasPassportSheet: Bool
    /// Whether it is a workbook, which can have a passport, hidden columns and merged cells.
    public var isWorkbook: Bool
    /// Whether it is another sheet of the same file beside the worksheet, with the same tasks.
    public var isCopy = false
    /// When the file was saved last by its own account, as ISO 8601; empty where it does not say.
    public var modified = ""

    /// A sheet that came back.
    ///
    /// - Parameters:
    ///   - table: its table.
    ///   - sheet: the sheet from which it was read.
    ///   - passport: its passport.
    ///   - hasPassportSheet: whether the passport came from the hidden sheet.
    ///   - isWorkbook: whether it is a workbook.
    public init(
        table: TaskTable, sheet: Sheet, passport: Passport?, hasPassportSheet: Bool = true, isWorkbook: Bool = true
    ) {
        self.table = table
        self.sheet = sheet
        self.passport = passport
        self.hasPassportSheet = hasPassportSheet
        self.isWorkbook = isWorkbook
    }

    /// The passports of a document: those of its hidden sheet, else the one among its properties.
    ///
    /// - Parameter document: a document that was read.
    /// - Returns: the passports, and whether they stood on a sheet.
    public static func passports(of document: Document) -> (passports: [Passport], isSheet: Bool) {
        for sheet in document.sheets {
            let passports = Passport.all(in: sheet.rows)
            if !passports.isEmpty { return (passports, true) }
        }
        let properties = document.properties.map { ($0.name, $0.value) }
        return (Passport(properties: properties).map { [$0] } ?? [], false)
    }

    /// How many rows of a table are known to a passport.
    ///
    /// - Parameters:
    ///   - table: a table that came back.
    ///   - passport: what was issued.
    /// - Returns: the number of its rows that are issued ones by their key or their text.
    public static func likeness(of table: TaskTable, to passport: Passport) -> Int {
        let columns = ReturnedColumns(table, passport: passport)
        let keys = Set(passport.rows.map(\.key))
        let rows = ReturnedRows(table, columns: columns).rows
        let unknown = rows.filter { !keys.contains($0.key) && !keys.contains($0.identity) }
        guard !unknown.isEmpty else { return rows.count }
        let wordings = RowWordings(unknown, passport: passport, texts: [:])
        let issued = Set(wordings.issued)
        return rows.count - unknown.count + wordings.returned.count { !$0.isEmpty && issued.contains($0) }
    }

    /// What became of the sheet since it was issued.
    ///
    /// - Parameters:
    ///   - issued: what was issued to its unit.
    ///   - template: the form, for the columns that are filled in.
    /// - Returns: the findings in the order of the sheet.
    public func compare(with issued: IssuedWorksheet, template: Template) -> [Finding] {
        ReturnedComparison(self, issued: issued, template: template).findings
    }
}
