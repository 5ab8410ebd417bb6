public import FenjieModel
public import FenjieTemplates
internal import FenjieText

/// The sheets of a file that hold a ledger.
public enum LedgerSheets {
    /// Chooses among the sheets of a document.
    ///
    /// A workbook of ``Ledger`` says everything on its sheet of tasks by unit; its other sheets say it again or say
    /// something else. Of other workbooks all sheets count.
    ///
    /// - Parameter document: a document that was read.
    /// - Returns: the document with the sheets of the ledger, each known to be complete where a program wrote it.
    public static func choose(from document: Document) -> Document {
        var document = document
        let own = document.sheets.filter { sheet in isByUnit(sheet) }
        if !own.isEmpty {
            document.sheets = own.map { sheet in
                var sheet = sheet
                sheet.isComplete = true
                return sheet
            }
        } else if tell(document.properties),
            let tasks = document.sheets.first(where: { $0.name == Ledger.taskSheetName })
        {
            document.sheets = [tasks]
        }
        return document
    }

    /// Whether a document holds a ledger that ``Ledger`` wrote.
    package static func isLedger(_ document: Document) -> Bool {
        tell(document.properties) || document.sheets.contains(where: isByUnit)
    }

    /// Whether the properties of a workbook tell that it is a ledger.
    package static func tell(_ properties: [CustomProperty]) -> Bool {
        properties.contains { $0.name == Ledger.property.name }
    }

    /// The rows among which the headings of a ledger stand.
    private static let headDepth = 12

    /// Whether a sheet is a ledger by unit, and not the list of returns that came twice.
    private static func isByUnit(_ sheet: Sheet) -> Bool {
        sheet.rows.prefix(headDepth).contains { row in
            let headings = Set(row.map(FoldedText.of))
            return headings.isSuperset(of: Ledger.provenanceHeadings) && !headings.contains(Ledger.standingHeading)
        }
    }

    /// Reads the JSON of a ledger as the sheet by unit.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - template: the form of the ledger.
    /// - Returns: a sheet with a title, headings and one row for each task of each unit.
    /// - Throws: ``LedgerFailure`` where it is no JSON, or no ledger.
    public static func sheet(ofJSON bytes: [UInt8], template: Template) throws(LedgerFailure) -> Sheet {
        let ledger: JSONValue
        do {
            ledger = try JSONValue(parsing: bytes)
        } catch {
            throw .broken(error)
        }
        guard let tasks = ledger["tasks"]?.items else { throw .foreignJSON }
        let title = Ledger.heading(title: text(ledger["title"]), period: text(ledger["period"]))
        var rows = [[title], template.fields.map(\.title) + Ledger.provenanceHeadings]
        for task in tasks {
            guard let reports = task["reports"]?.items else { throw .foreignJSON }
            for report in reports {
                guard report.members != nil else { throw .foreignJSON }
                rows.append(template.fields.map { cell($0, task, report) } + provenance(report))
            }
        }
        var sheet = Sheet(name: "", rows: rows)
        sheet.isComplete = true
        return sheet
    }

    private static func cell(_ field: TemplateField, _ task: JSONValue, _ report: JSONValue) -> String {
        switch field.name {
        case TemplateField.ownRole: text(report["role"])
        case Field.responsibleUnit.rawValue: text(report["unit"])
        default: text(report[field.name] ?? task[field.name])
        }
    }

    private static func provenance(_ report: JSONValue) -> [String] {
        let state = ReportState(rawValue: text(report["state"]))?.title.chinese ?? ""
        return [state] + ["file", "sheet", "reported_on", "digest"].map { text(report["source"]?[$0]) }
    }

    private static func text(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        default: ""
        }
    }
}

extension LedgerFailure {
    private static var collected: Message {
        Message("请给出 fenjie collect 写出的 .json、.xlsx 或 .csv", "give a .json, .xlsx or .csv made by fenjie collect")
    }

    fileprivate static func broken(_ failure: JSONFailure) -> LedgerFailure {
        LedgerFailure(
            .input, at: Place(line: failure.line),
            Message("不是完整的 JSON：\(failure.message.chinese)", "this is no whole JSON: \(failure.message.english)"),
            hint: collected)
    }

    fileprivate static var foreignJSON: LedgerFailure {
        LedgerFailure(.input, Message("这份 JSON 不是台账", "this JSON is no ledger"), hint: collected)
    }
}
