public import FenjieFiles
public import FenjieFormats
public import FenjieGrammar
public import FenjieLedger
public import FenjieModel
internal import FenjieTasks
public import FenjieTemplates

/// How inputs become issues of worksheets.
public struct IssueOptions: Sendable {
    /// The form of the worksheets.
    public var form: Template
    /// What worksheets are made by.
    public var basis = SplitBasis.unit
    /// The names to select, one or several in each text; empty for all.
    public var only: [String] = []
    /// The reporting period as the user named it.
    public var period = ""
    /// What is known about the input.
    public var reading = ReadingOptions()
    /// The one sheet to split, by name or by number from 1.
    public var sheet: String?
    /// How unit cells are read.
    public var units = UnitGrammar.Options.standard
    /// The units of the office; `nil` where none are told.
    public var directory: UnitDirectory?
    /// How deadlines are read.
    public var deadlines = DeadlineOptions()

    /// The usual split into worksheets of a form.
    public init(form: Template) { self.form = form }
}

/// Reads inputs and prepares the issues of their tables.
public struct IssueMaker: Sendable {
    private let options: IssueOptions
    private let reader: TableReader

    /// A maker of issues.
    ///
    /// - Parameter options: how.
    /// - Throws: a ``Failure`` where the issued table's own template is broken.
    public init(_ options: IssueOptions) throws {
        self.options = options
        reader = TableReader(
            options: options.reading, template: try Self.template(for: options.form), sheet: options.sheet)
    }

    /// Prepares an issue for each task table of an input.
    ///
    /// - Parameter file: the input.
    /// - Returns: the issues, and what was noticed.
    /// - Throws: a ``Failure`` where the input cannot be read, holds no table, or lacks a name that was selected.
    public func issues(of file: InputFile) throws -> (issues: [WorksheetIssue], findings: [Finding]) {
        let read = try reader.read(file)
        var findings = read.findings
        var issues: [WorksheetIssue] = []
        for table in read.tables {
            let reading = TaskReading(
                table, units: options.units, directory: options.directory, deadlines: options.deadlines)
            var split = Splitter(by: options.basis, reading: reading).split(table)
            findings += (options.basis == .unit || options.basis == .role ? reading.findings : []) + split.findings
            if !options.only.isEmpty { split = try split.selecting(options.only) }
            let issue = WorksheetIssue(split, template: options.form, period: options.period, reading: reading)
            findings += issue.findings
            issues.append(issue)
        }
        for index in findings.indices where findings[index].place.file == nil {
            findings[index].place.file = file.name
        }
        return (issues, findings)
    }

    /// The issued table's template, which also knows the headings of the worksheets' form.
    private static func template(for form: Template) throws -> Template {
        var template = try Template(builtIn: "issued")
        template.firstLeads = form.firstLeads
        let taken = Set(template.fields.flatMap { [$0.title] + $0.synonyms })
        for index in template.fields.indices {
            guard let field = form.field(template.fields[index].field) else { continue }
            template.fields[index].synonyms += ([field.title] + field.synonyms).filter { !taken.contains($0) }
        }
        return template
    }
}
