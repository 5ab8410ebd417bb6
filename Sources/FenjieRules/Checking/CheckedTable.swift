internal import FenjieGrammar
package import FenjieModel
package import FenjieTemplates

/// A column of a table under check.
package struct CheckedColumn {
    /// Where its cells stand in a row that is checked, counted from 0.
    package var cell: Int
    /// Where it stands in the source, counted from 1; `nil` for one that the source does not have.
    package var position: Int?
    /// The heading as printed.
    package var heading: String
    /// What it means.
    package var meaning: Field
    /// The template's word on it; `nil` for a column that the template does not know.
    package var field: TemplateField?

    package init(cell: Int, position: Int?, heading: String, meaning: Field, field: TemplateField?) {
        self.cell = cell
        self.position = position
        self.heading = heading
        self.meaning = meaning
        self.field = field
    }

    /// The name for findings: that of the template's field, or of the meaning.
    package var fieldName: String { field?.name ?? meaning.rawValue }
}

/// A table under check: which columns it has and what is known about it.
package struct CheckedTable {
    /// The form expected.
    package let template: Template
    /// The columns that the table has.
    package let columns: [CheckedColumn]
    /// The rows of its header, counted from 1.
    package let headerRow: Int?
    /// What is known from elsewhere.
    package let options: RuleOptions
    /// Deadlines that were read before.
    let deadlines: CellCache<Deadline>
    /// Unit cells that were read before.
    let units: CellCache<UnitCell>
    /// Status cells that were read before.
    let statuses: CellCache<StatusMeaning?>
    /// The cells that say that there is nothing to say.
    let noneValues: SortedTexts

    package init(template: Template, columns: [CheckedColumn], headerRow: Int?, options: RuleOptions) {
        self.template = template
        self.columns = columns
        self.headerRow = headerRow
        self.options = options
        deadlines = CellCache { [deadlines = options.deadlines] in Deadline(parsing: $0, options: deadlines) }
        let words = StatusWords(columns.first { $0.meaning == .status }?.field)
        statuses = CellCache { words.meaning(of: $0) }
        noneValues = SortedTexts(template.noneValues)
        units = CellCache { [units = options.units] in UnitCell(parsing: $0, options: units) }
    }

    /// The column of a meaning.
    package func column(_ meaning: Field) -> CheckedColumn? {
        meaning == .other ? nil : columns.first { $0.meaning == meaning }
    }

    /// The columns that the template knows, with what it says of them.
    package var known: [(column: CheckedColumn, field: TemplateField)] {
        columns.compactMap { column in column.field.map { (column, $0) } }
    }

    /// The column that holds a field of the template.
    package func column(of field: TemplateField) -> CheckedColumn? {
        columns.first { $0.field?.name == field.name }
    }

    /// The columns that name units.
    var unitColumns: [CheckedColumn] {
        columns.filter { [.leadUnit, .responsibleUnit, .assistingUnit].contains($0.meaning) }
    }
}
