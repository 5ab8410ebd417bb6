internal import FenjieGrammar
internal import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates

/// One column of the ledger and where its cells come from.
struct LedgerColumn: Sendable {
    /// Where the cells come from.
    enum Source: Sendable, Hashable {
        /// The unit that reports.
        case unit
        /// Its role in the task.
        case role
        /// The day on which the task is due, as it was understood when it was issued.
        case due
        /// What was issued, else what was filled in under the same meaning.
        case field(Field)
        /// An issued column that is known by its heading alone.
        case heading(String)
    }

    var heading: String
    var source: Source
    /// The template's word on it; `nil` for a column that no template knows.
    var field: TemplateField?
}

/// The columns of the ledger: the template's in its order, and every further one that was issued or filled in.
struct LedgerColumns: Sendable {
    /// The heading of the issued cell of units, beside the unit that reports.
    static let issuedUnitHeading = "原表责任单位"
    private(set) var columns: [LedgerColumn] = []

    /// Lays out columns.
    ///
    /// - Parameters:
    ///   - issued: what went out.
    ///   - ledger: the form of the ledger.
    ///   - forms: the forms of the worksheets.
    init(_ issued: [IssuedWorksheet], ledger: Template, forms: [Template]) {
        for field in ledger.fields {
            let source: LedgerColumn.Source =
                if field.name == TemplateField.ownRole {
                    .role
                } else if field.name == TemplateField.due {
                    .due
                } else if field.field == .responsibleUnit {
                    .unit
                } else {
                    Self.source(field.field, heading: field.title)
                }
            columns.append(LedgerColumn(heading: field.title, source: source, field: field))
        }
        for column in issued.flatMap(\.passport.columns) {
            let field = Field(rawValue: column.field) ?? .other
            let isUnits = field == .responsibleUnit
            add(
                LedgerColumn(
                    heading: isUnits ? Self.issuedUnitHeading : column.heading,
                    source: Self.source(field, heading: column.heading)))
        }
        for form in forms {
            for field in form.fields where field.print.isFillIn {
                add(
                    LedgerColumn(
                        heading: field.title, source: Self.source(field.field, heading: field.title), field: field))
            }
        }
    }

    private mutating func add(_ column: LedgerColumn) {
        if !columns.contains(where: { $0.source == column.source }) { columns.append(column) }
    }

    private static func source(_ field: Field, heading: String) -> LedgerColumn.Source {
        field == .other ? .heading(FoldedText.of(heading)) : .field(field)
    }

    /// The position of a field, counted from 0.
    func column(_ field: Field) -> Int? { columns.firstIndex { $0.source == .field(field) } }

    /// For each column the position among the issued columns of a worksheet; `nil` where it was not issued.
    func issued(on passport: Passport) -> [Int?] { columns.map { Self.position(of: $0, in: passport) } }

    /// The cells of an issued row, without what is to be filled in.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - worksheet: the worksheet on which it went out.
    ///   - positions: the issued columns as ``issued(on:)`` tells them.
    /// - Returns: one text for each column.
    func cells(of row: IssuedRow, on worksheet: IssuedWorksheet, positions: [Int?]) -> [String] {
        let texts = worksheet.texts[row.key] ?? []
        return columns.indices.map { index in
            switch columns[index].source {
            case .unit: worksheet.passport.unit
            case .role: row.role
            case .due: worksheet.dues[row.key]?.description ?? ""
            case .field, .heading:
                positions[index].flatMap { texts.indices.contains($0) ? texts[$0] : nil }
                    ?? (columns[index].source == .field(.number) ? row.number : "")
            }
        }
    }

    /// For each column of the ledger the column of a returned table that is filled in; `nil` where it was issued.
    func filled(in table: TaskTable, of passport: Passport) -> [Int?] {
        columns.map { column in
            guard column.field?.print.isFillIn == true, Self.position(of: column, in: passport) == nil else {
                return nil
            }
            switch column.source {
            case .unit, .role, .due: return nil
            case .field(let field):
                return table.columns.firstIndex { $0.field == field && $0.sourceColumn != nil }
            case .heading(let heading):
                let synonyms = column.field.map { [$0.title] + $0.synonyms }?.map(FoldedText.of) ?? [heading]
                return table.columns.firstIndex { candidate in
                    candidate.sourceColumn != nil && candidate.field == .other
                        && synonyms.contains(FoldedText.of(candidate.printedHeading ?? candidate.heading))
                }
            }
        }
    }

    private static func position(of column: LedgerColumn, in passport: Passport) -> Int? {
        switch column.source {
        case .unit, .role, .due: nil
        case .field(let field): passport.columns.firstIndex { $0.field == field.rawValue }
        case .heading(let heading): passport.columns.firstIndex { FoldedText.of($0.heading) == heading }
        }
    }
}
