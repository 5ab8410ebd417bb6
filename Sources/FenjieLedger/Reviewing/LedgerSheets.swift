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
        } else if document.properties.contains(where: { $0.name == Ledger.property.name }),
            let tasks = document.sheets.first(where: { $0.name == Ledger.taskSheetName })
        {
            document.sheets = [tasks]
        }
        return document
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
        let node: JSONNode
        do {
            node = JSONNode(try JSONValue(parsing: bytes))
        } catch {
            throw .brokenJSON
        }
        guard case .object(let ledger) = node, case .array(let tasks)? = ledger["tasks"] else { throw .foreignJSON }
        let title = Ledger.heading(title: text(ledger["title"]), period: text(ledger["period"]))
        var rows = [[title], template.fields.map(\.title) + Ledger.provenanceHeadings]
        for task in tasks {
            guard case .object(let task) = task, case .array(let reports)? = task["reports"] else { throw .foreignJSON }
            for report in reports {
                guard case .object(let report) = report else { throw .foreignJSON }
                rows.append(template.fields.map { cell($0, task, report) } + provenance(report))
            }
        }
        var sheet = Sheet(name: "", rows: rows)
        sheet.isComplete = true
        return sheet
    }

    private static func cell(
        _ field: TemplateField, _ task: [String: JSONNode], _ report: [String: JSONNode]
    ) -> String {
        switch field.name {
        case TemplateField.ownRole: text(report["role"])
        case Field.responsibleUnit.rawValue: text(report["unit"])
        default: text(report[field.name] ?? task[field.name])
        }
    }

    private static func provenance(_ report: [String: JSONNode]) -> [String] {
        let state = ReportState(rawValue: text(report["state"]))?.title.chinese ?? ""
        guard case .object(let source)? = report["source"] else { return [state, "", "", "", ""] }
        return [
            state, text(source["file"]), text(source["sheet"]), text(source["reported_on"]), text(source["digest"]),
        ]
    }

    private static func text(_ node: JSONNode?) -> String {
        switch node {
        case .string(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        default: ""
        }
    }
}

extension LedgerFailure {
    private static var collected: Message {
        Message("请给出 fenjie collect 写出的 .json、.xlsx 或 .csv", "give a .json, .xlsx or .csv made by fenjie collect")
    }

    fileprivate static var brokenJSON: LedgerFailure {
        LedgerFailure(.input, Message("不是完整的 JSON", "this is no whole JSON"), hint: collected)
    }

    fileprivate static var foreignJSON: LedgerFailure {
        LedgerFailure(.input, Message("这份 JSON 不是台账", "this JSON is no ledger"), hint: collected)
    }
}
