public import FenjieFiles
internal import FenjieFormats
public import FenjieModel
internal import FenjieRules
internal import FenjieTasks
internal import FenjieTemplates

/// What was found in one input.
public struct Validation: Sendable {
    /// The input as the user named it.
    public var file: String
    /// The unit whose worksheet it is, where that is known.
    public var unit: String?
    /// Everything that was found, with the file in every place.
    public var findings: [Finding]
    /// How many tasks were checked.
    public var tasks: Int
    /// What the input holds; `nil` where it was checked row by row.
    public var document: Document?
}

/// Checks inputs against a template, and against what was issued.
public struct Validator: Sendable {
    private let options: ValidationOptions
    private let weights: RuleWeights

    /// Findings of the reader of tables that a rule states better.
    private static let superseded: Set<String> = [
        "column-missing", "number-supplied", "number-missing", "number-repeated",
    ]

    /// A validator.
    ///
    /// - Parameter options: the template and all that is known.
    public init(_ options: ValidationOptions) {
        self.options = options
        weights = RuleWeights(options.template)
    }

    /// What is wrong with the template's `rules`.
    public var findings: [Finding] { weights.findings }

    /// Checks an input.
    ///
    /// - Parameter file: the input.
    /// - Returns: what was found.
    /// - Throws: a ``Failure`` where the input cannot be read or holds no table.
    public func validate(_ file: InputFile) throws -> Validation {
        if options.issued == nil, options.sheet == nil, file.size > options.streamsAbove,
            try InputForm(of: file, options: options.reading) == .csv,
            let validation = try RowValidation(options, weights).validate(file)
        {
            return validation
        }
        return try validateWhole(file)
    }

    private func validateWhole(_ file: InputFile) throws -> Validation {
        let reading = try TableReader(options: options.reading, template: options.template, sheet: options.sheet)
            .read(file)
        var validation = Validation(
            file: file.name, findings: reading.findings.filter { !Self.superseded.contains($0.code) }, tasks: 0,
            document: reading.document)
        for table in reading.tables {
            let source = reading.document.sheets.first { $0.name == table.sheetName }
            validation.tasks += table.tasks.count
            validation.findings += table.check(
                against: options.template, options: options.rules, source: source, unit: validation.unit,
                weights: weights)
        }
        validation.findings = weights.weighed(validation.findings).map { finding in
            var finding = finding
            finding.place.file = file.name
            return finding
        }
        return validation
    }
}
