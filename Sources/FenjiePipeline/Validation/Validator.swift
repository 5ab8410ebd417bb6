public import FenjieFiles
internal import FenjieFormats
internal import FenjieLedger
public import FenjieModel
internal import FenjieRules
internal import FenjieTasks
internal import FenjieTemplates

/// What was found in one input.
public struct Validation: Sendable {
    /// The input as the user named it.
    public var file: String
    /// Everything that was found, with the file in every place.
    public var findings: [Finding]
    /// How many tasks were checked.
    public var tasks: Int
    /// What the input holds; `nil` where it was checked row by row.
    public var document: Document?
    /// The unit whose worksheet it is, where that is known.
    public var unit: String?
    /// The rows of each table with its header, by the name of its sheet.
    var tableRows: [String: ClosedRange<Int>] = [:]
}

/// Checks inputs against a template, and worksheets against what was issued.
public struct Validator: Sendable {
    private let options: ValidationOptions
    private let weights: RuleWeights

    /// Findings of the reader of tables that a rule states better.
    private static let superseded: Set<String> = [
        "column-missing", "number-supplied", "number-missing", "number-repeated",
    ]
    /// Findings about keys, where rows have keys of their own.
    private static let supersededByKeys: Set<String> = ["key-repeated", "key-missing", "numbers-restart"]

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
        if options.issued.isEmpty, options.sheet == nil, file.size > options.streamsAbove,
            try InputForm(of: file, options: options.reading) == .csv,
            let validation = try RowValidation(options, weights).validate(file)
        {
            return validation
        }
        return try validateWhole(file)
    }

    private func validateWhole(_ file: InputFile) throws -> Validation {
        let reading = try ReturnedReader(
            reading: options.reading, template: form, sheet: options.sheet,
            followsPassport: options.followsPassport
        ).read(file)
        let weights = reading.template.name == options.template.name ? weights : RuleWeights(reading.template)
        var validation = Validation(
            file: file.name, findings: reading.findings.filter { !Self.superseded.contains($0.code) }, tasks: 0,
            document: reading.document)
        for sheet in reading.sheets {
            validation.tasks += sheet.table.tasks.count
            if let first = sheet.table.headerRows?.lowerBound, let last = sheet.table.tasks.last?.place.row,
                last >= first
            {
                validation.tableRows[sheet.sheet.name] = first...last
            }
            validation.findings += findings(of: sheet, reading.template, weights, file: file.name, &validation.unit)
        }
        if validation.findings.contains(where: { $0.code == "header-missing" }) {
            validation.findings.removeAll { $0.code == "no-tasks" }
        }
        // All of a file that holds one worksheet concerns its unit.
        let unit = reading.sheets.count == 1 ? validation.unit : nil
        validation.findings = weights.weighed(validation.findings).map { finding in
            var finding = finding
            finding.place.file = file.name
            finding.unit = finding.unit ?? unit
            return finding
        }
        return validation
    }

    /// The form of sheets that have no passport: that of what was issued.
    private var form: Template {
        let name = options.issued.lazy.map(\.passport.form).first { !$0.isEmpty }
        guard options.followsPassport, let name, let form = try? Template(builtIn: name) else {
            return options.template
        }
        return form
    }

    private func findings(
        of sheet: ReturnedWorksheet, _ template: Template, _ weights: RuleWeights, file: String, _ unit: inout String?
    ) -> [Finding] {
        var findings: [Finding] = []
        var hasKeys = sheet.passport != nil
        if sheet.passport != nil || !options.issued.isEmpty {
            let identity = ReturnedIdentity(sheet, among: options.issued, file: file)
            findings += identity.findings
            // Of a sheet of another issue nothing else matters.
            if sheet.passport != nil, findings.contains(where: { $0.code == "issue-unknown" }) {
                unit = sheet.passport?.unit ?? unit
                return findings
            }
            if let issued = identity.issued {
                // Of another period or unit the lines above the table say so too.
                let isOther = findings.contains { $0.code == "period-wrong" || $0.code == "unit-wrong" }
                findings += sheet.compare(with: issued, template: template)
                    .filter { !isOther || $0.code != "line-changed" }
                hasKeys = true
            }
            // Nothing can be said of columns that are not known.
            if findings.contains(where: { $0.code == "header-missing" }) { return findings }
            let name = sheet.passport?.unit ?? identity.issued?.passport.unit ?? ""
            unit = name.isEmpty ? unit : name
        }
        var rules = options.rules
        rules.isText = !sheet.isWorkbook
        let checked = sheet.table.check(
            against: template, options: rules, source: sheet.sheet, unit: unit, weights: weights)
        return findings + (hasKeys ? checked.filter { !Self.supersededByKeys.contains($0.code) } : checked)
    }
}
