public import FenjieModel

/// A form of table: how its columns are recognised, spanned, checked and printed.
///
/// It is read from a Frictionless Table Schema descriptor (datapackage.org, Table Schema 2.0) whose extra properties are
/// fenjie's own; see ``Template/init(descriptor:file:)``.
public struct Template: Sendable {
    /// The name that `--template` takes.
    public var name: String
    /// What the form is called, as printed.
    public var title: String
    /// What the form is for.
    public var description: String
    /// The columns in the order in which they are printed.
    public var fields: [TemplateField]
    /// Texts that stand for a value that is missing (Table Schema, `missingValues`).
    public var missingValues: [String]
    /// Texts by which an office says that there is none, unlike an empty cell, which continues the one above.
    public var noneValues: Set<String>
    /// The names of the fields that identify a row (Table Schema, `primaryKey`).
    public var primaryKey: [String]
    /// Whether the unit listed first leads.
    public var firstLeads: Bool
    /// The version of the form, which goes out with every worksheet.
    public var version = ""
    /// How often it is filled in.
    public var periodicity = Periodicity.none
    /// What stands around the table of a worksheet.
    public var worksheet = WorksheetForm()
    /// How the columns of a table must agree with the fields; `nil` where only required ones must be there.
    public var fieldsMatch: FieldsMatch?
    /// Rules and codes that weigh more or less than usual, by name.
    public var rules: [String: RuleWeight] = [:]

    /// The column with a meaning, if the form has one.
    ///
    /// - Parameter field: the meaning; `.other` finds nothing.
    /// - Returns: the first such column.
    public func field(_ field: Field) -> TemplateField? {
        field == .other ? nil : fields.first { $0.field == field }
    }

    /// All headings that the form adds to those that fenjie knows, with what they mean.
    public var synonyms: [(heading: String, field: Field)] {
        fields.flatMap { field in
            field.field == .other ? [] : ([field.title] + field.synonyms).map { ($0, field.field) }
        }
    }
}

/// What an empty cell below a filled one means, and whether equal neighbours are merged when printed.
public enum Spanning: String, Sendable, CaseIterable {
    /// Every row has its own value; an empty cell is empty.
    case none
    /// An empty cell continues the value above; equal values are printed on each row.
    case fill
    /// An empty cell continues the value above; equal neighbours of one group are printed as one merged cell.
    case merge
}

/// How the columns of a table must agree with the fields (Table Schema, `fieldsMatch`).
public enum FieldsMatch: String, Sendable, CaseIterable {
    /// The same columns in the same order.
    case exact
    /// The same columns in any order.
    case equal
    /// No field is missing; there may be further columns.
    case subset
    /// No column is foreign; fields may be missing.
    case superset
    /// At least one column is a field.
    case partial
}

/// How much a template makes of what a rule finds.
public enum RuleWeight: String, Sendable, CaseIterable {
    /// To be put right.
    case error
    /// To be looked at.
    case warning
    /// Good to know.
    case info
    /// Not checked.
    case off
}

/// The type of a column's values (Table Schema, field types).
public enum FieldType: String, Sendable, CaseIterable {
    /// Any text.
    case string
    /// A whole number.
    case integer
    /// A number.
    case number
    /// A day, ISO 8601 or as an office writes it.
    case date
    /// Several values in one cell.
    case list
}

/// One column of a form.
public struct TemplateField: Sendable {
    /// The name in JSON; one of the 19 field names, or any other for a column of the user's own.
    public var name: String
    /// The heading as printed.
    public var title: String
    /// What the column means.
    public var field: Field
    /// What it holds, and how to fill it in.
    public var description: String
    /// The type of its values.
    public var type: FieldType
    /// What its values must satisfy.
    public var constraints: FieldConstraints
    /// Further headings that mean this column.
    public var synonyms: [String]
    /// How its cells span rows.
    public var span: Spanning
    /// How it is printed.
    public var print: FieldPrinting
    /// Of the values allowed, those that say that nothing remains to be done.
    public var done: [String] = []

    /// The name of the column that shows a worksheet's own role in each task.
    public static let ownRole = "own_role"

    /// The name of the column with the day that a ledger understands a deadline to be.
    public static let due = "due"

    /// What a note at the heading says: the description of a column that is filled in.
    public var note: String? { print.isFillIn && !description.isEmpty ? description : nil }
}

/// Constraints on the values of a column (Table Schema, `constraints`).
public struct FieldConstraints: Sendable {
    /// A value must be there.
    public var required = false
    /// No value may occur twice.
    public var unique = false
    /// The only values allowed; offered as a drop-down list where the column is filled in.
    public var allowed: [String] = []
    /// What the whole value matches.
    public var pattern: Pattern?
    /// The smallest value, in the form of the column's type.
    public var minimum: String?
    /// The largest value, in the form of the column's type.
    public var maximum: String?
    /// The least number of characters.
    public var minLength: Int?
    /// The greatest number of characters.
    public var maxLength: Int?

    /// No constraint.
    public init() {}
}

/// How a column is printed.
public struct FieldPrinting: Sendable {
    /// The width in half-width characters (a Chinese character takes two).
    public var width: Double = 16
    /// How text stands in its cell.
    public var alignment: Alignment = .left
    /// Whether the unit fills it in.
    public var isFillIn = false
    /// The colours that values take on, in the order of the values allowed.
    public var tones: [(value: String, tone: Tone)] = []

    /// The usual look.
    public init() {}
}
