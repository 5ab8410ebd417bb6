public import FenjieFiles
public import FenjieFormats
public import FenjieLedger
public import FenjieModel
internal import FenjieTasks
public import FenjieTemplates

/// What a file that came back holds.
public struct ReturnedReading: Sendable {
    /// The worksheets: one for each passport, or every table where there is no passport.
    public var sheets: [ReturnedWorksheet]
    /// The passports of the file.
    public var passports: [Passport]
    /// The document.
    public var document: Document
    /// The form by which it was read.
    public var template: Template
    /// What was noticed on the way, with the file in every place.
    public var findings: [Finding]
    /// Further sheets with the tasks of a worksheet of the same file.
    public var copies: [ReturnedWorksheet] = []
    /// What other sheets say that show and hold no worksheet.
    public var remarks: [SheetRemark] = []
}

/// Reads worksheets that came back, whatever became of them.
public struct ReturnedReader: Sendable {
    private var reading: ReadingOptions
    private let template: Template
    private let sheet: String?
    private let followsPassport: Bool

    /// A reader.
    ///
    /// - Parameters:
    ///   - reading: what is known about the files.
    ///   - template: the form expected.
    ///   - sheet: the one sheet to read, by name or by number from 1.
    ///   - followsPassport: whether the form that a passport names counts rather than `template`.
    public init(reading: ReadingOptions, template: Template, sheet: String? = nil, followsPassport: Bool) {
        self.reading = reading
        self.reading.readsNumbersAsShown = true
        self.template = template
        self.sheet = sheet
        self.followsPassport = followsPassport
    }

    /// Reads a file.
    ///
    /// - Parameter file: a workbook or delimited text.
    /// - Returns: its worksheets.
    /// - Throws: a ``Failure`` where it cannot be read or holds no table.
    public func read(_ file: InputFile) throws -> ReturnedReading {
        let document = try DocumentReader(options: reading).read(file)
        let (passports, isSheet) = ReturnedWorksheet.passports(of: document)
        var form = template
        if followsPassport, let name = passports.first?.form, name != form.name,
            let named = try? Template(builtIn: name)
        {
            form = named
        }
        let reader = TableReader(options: reading, template: form, sheet: sheet)
        // Only text is read with the headings of its form in mind.
        let read = document.form == "xlsx" ? try reader.read(document) : try reader.read(file)
        var result = ReturnedReading(
            sheets: [], passports: passports, document: read.document, template: form, findings: read.findings)
        let isWorkbook = read.document.form == "xlsx"
        let tables = read.tables.map { table in
            var sheet = ReturnedWorksheet(
                table: table, sheet: read.document.sheets.first { $0.name == table.sheetName } ?? Sheet(name: ""),
                passport: nil, isWorkbook: isWorkbook)
            sheet.modified = document.modified
            return sheet
        }
        guard !passports.isEmpty else {
            result.sheets = tables
            let known = Set(tables.map(\.sheet.name))
            if isWorkbook { result.remarks = Self.remarks(in: read.document, beside: known) }
            return result
        }
        result.sheets = Self.assign(passports, to: tables, isSheet: isSheet)
        result.findings.removeAll { Self.isUsual($0, in: read.document) || $0.code == "sheet-without-table" }
        let known = Set(result.sheets.map(\.sheet.name))
        let others = Set(tables.map(\.sheet.name))
        for sheet in read.document.sheets where !known.contains(sheet.name) {
            // Beside the one worksheet nothing else shows; a sheet of passports is ours even where somebody has shown it.
            let isOther = others.contains(sheet.name) || passports.count == 1 && sheet.visibility == .visible
            guard isOther, !sheet.rows.isEmpty, Passport.all(in: sheet.rows).isEmpty else { continue }
            result.findings.append(Self.otherSheet(sheet.name, file: file.name))
        }
        result.copies = Self.copies(of: passports, in: tables.filter { !known.contains($0.sheet.name) })
        if passports.count == 1 {
            let all = known.union(result.copies.map(\.sheet.name))
            result.remarks = Self.remarks(in: read.document, beside: all)
        }
        return result
    }

    /// Gives each passport the table that has most of its rows.
    private static func assign(
        _ passports: [Passport], to tables: [ReturnedWorksheet], isSheet: Bool
    ) -> [ReturnedWorksheet] {
        var free = Array(tables.indices)
        var sheets: [ReturnedWorksheet] = []
        for passport in passports {
            let scored = free.map { ($0, ReturnedWorksheet.likeness(of: tables[$0].table, to: passport)) }
            guard let best = scored.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }), best.1 > 0 || free.count == 1 else {
                continue
            }
            free.removeAll { $0 == best.0 }
            var sheet = tables[best.0]
            sheet.passport = passport
            sheet.hasPassportSheet = isSheet
            sheets.append(sheet)
        }
        return sheets
    }

    /// Tables that show and have at least half of the rows of a passport, beside the one that was taken.
    private static func copies(of passports: [Passport], in tables: [ReturnedWorksheet]) -> [ReturnedWorksheet] {
        tables.compactMap { table in
            guard table.sheet.visibility == .visible else { return nil }
            let scored = passports.map { ($0, ReturnedWorksheet.likeness(of: table.table, to: $0)) }
            guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 > 0, best.1 * 2 >= best.0.rows.count else {
                return nil
            }
            var copy = table
            copy.passport = best.0
            copy.isCopy = true
            return copy
        }
    }

    /// What the sheets say that show and are no worksheets.
    private static func remarks(in document: Document, beside known: Set<String>) -> [SheetRemark] {
        document.sheets.compactMap { sheet in
            guard sheet.visibility == .visible, !known.contains(sheet.name), Passport.all(in: sheet.rows).isEmpty else {
                return nil
            }
            return SheetRemark(sheet)
        }
    }

    /// Whether something is so in every worksheet that goes out, hidden sheets and columns for programs, or was told of the
    /// table when it went out.
    private static func isUsual(_ finding: Finding, in document: Document) -> Bool {
        switch finding.code {
        case "hidden-columns", "column-missing": return true
        case "heading-repeated", "unit-columns-joined", "unit-column-left-out", "further-unit-column": return true
        case "filled-from-above", "filler-row": return true
        case "hidden-sheet":
            let sheet = document.sheets.first { $0.name == finding.place.sheet }
            return sheet.map { $0.visibility != .visible } ?? false
        default: return false
        }
    }

    private static func otherSheet(_ name: String, file: String) -> Finding {
        Finding(
            "several-sheets", .info, at: Place(file: file, sheet: name),
            message: Message("这张工作表不是下发的任务表，未核对", "this sheet is not the worksheet and was not compared"),
            hint: Message("无关的工作表请删去", "delete sheets that do not belong"))
    }
}
