internal import FenjieModel
internal import FenjieTasks
internal import FenjieTemplates

/// One column of a worksheet and where its cells come from.
struct WorksheetColumn: Sendable {
    /// Where the cells come from.
    enum Source: Sendable, Hashable {
        /// A column of the table, counted from 0.
        case table(Int)
        /// The unit's own role.
        case role
        /// Nothing: the unit fills it in.
        case blank
    }

    var heading: String
    var source: Source
    var column: TaskColumn
    /// The template's word on it; `nil` for a column that the template does not know.
    var field: TemplateField?

    var isFillIn: Bool { field?.print.isFillIn ?? false }
}

/// The columns of the worksheets of one issue: the template's in its order, and every further one of the table.
struct WorksheetColumns: Sendable {
    private(set) var columns: [WorksheetColumn] = []
    /// Where the cells of each column come from; apart from the columns, because every cell of an issue asks for it.
    private(set) var sources: [WorksheetColumn.Source] = []
    /// The columns whose cells span rows, counted from 0.
    private(set) var spanned: [Int] = []
    /// The column of the first-level task, counted from 0.
    private(set) var task: Int?

    /// Lays out columns.
    ///
    /// - Parameters:
    ///   - table: the whole table.
    ///   - template: the form of the worksheets.
    ///   - showsRole: whether a worksheet belongs to a unit, so that it has a role.
    init(_ table: TaskTable, template: Template, showsRole: Bool) {
        var used: Set<Int> = []
        for field in template.fields {
            guard let source = Self.source(of: field, in: table, showsRole: showsRole) else { continue }
            if case .table(let index) = source { used.insert(index) }
            columns.append(
                WorksheetColumn(
                    heading: field.title, source: source,
                    column: TaskColumn(
                        heading: field.title, field: field.field, isSpanned: field.span == .merge && source != .role,
                        printedHeading: field.title), field: field))
        }
        let further = table.columns.indices.filter { !used.contains($0) && Self.isPrinted($0, in: table) }
            .map { index in
                var column = table.columns[index]
                // The second column of a list of units is known by its heading; the field leads to the first.
                if table.column(column.field) != index { column.field = .other }
                return WorksheetColumn(heading: column.heading, source: .table(index), column: column)
            }
        // What was issued stands together, before what is filled in.
        columns.insert(contentsOf: further, at: columns.firstIndex(where: \.isFillIn) ?? columns.count)
        sources = columns.map(\.source)
        spanned = columns.indices.filter { columns[$0].column.isSpanned }
        task = columns.firstIndex { $0.column.field == .task }
    }

    /// The columns of the table that are issued and not filled in, in the order of the worksheet.
    var issued: [Int] {
        columns.compactMap { column in
            if case .table(let index) = column.source, !column.isFillIn { index } else { nil }
        }
    }

    /// Says where the issued table has text of its own in a column that units fill in: it goes out as a suggestion, which
    /// may be changed and is not compared when the worksheet comes back.
    func findings(in table: TaskTable) -> [Finding] {
        columns.compactMap { column in
            guard column.isFillIn, case .table(let index) = column.source else { return nil }
            let filled = table.tasks.filter { !FoldedText.of($0.cells[index]).isEmpty }
            guard let first = filled.first else { return nil }
            let printed = table.columns[index].printedHeading ?? table.columns[index].heading
            var place = first.place
            place.column = table.columns[index].sourceColumn
            return Finding(
                "issued-text-unlocked", .warning, at: place, field: column.column.field.rawValue,
                message: Message(
                    "“\(printed)”在原表中已有 \(filled.count) 项内容，而任务表中由单位填写：内容照印，但未锁定，回收时不核对",
                    "\(printed) is for units to fill in, and has text in \(filled.count) of \(table.tasks.count) already: it is printed, but "
                        + "not locked, and not compared when it comes back"),
                hint: Message(
                    "属于下发内容的，改用不与填写栏同义的栏名，或在模板中去掉该栏的 fillIn",
                    "if it is part of what is issued, give it another heading, or drop fillIn in the template"))
        }
    }

    private static func source(
        of field: TemplateField, in table: TaskTable, showsRole: Bool
    ) -> WorksheetColumn.Source? {
        if field.name == TemplateField.ownRole { return showsRole ? .role : nil }
        let index =
            field.field == .other
            ? table.columns.firstIndex { column in
                column.field == .other
                    && ([field.title] + field.synonyms).contains { FoldedText.of($0) == FoldedText.of(column.heading) }
            } : table.column(field.field)
        if let index, field.print.isFillIn || isPrinted(index, in: table) { return .table(index) }
        return field.print.isFillIn ? .blank : nil
    }

    /// Whether the source had the column, or something fills it all the same.
    private static func isPrinted(_ index: Int, in table: TaskTable) -> Bool {
        table.columns[index].printedHeading != nil || table.tasks.contains { !$0.cells[index].isEmpty }
    }
}
