internal import FenjieGrammar
public import FenjieModel
public import FenjieTasks
internal import FenjieTemplates

/// The sheet that one unit gets.
public struct Worksheet: Sendable {
    /// What an office writes where there is nothing.
    static let none = "—"
    /// The heading of the hidden column of days on which tasks are due.
    static let dueHeading = "系统日期"
    /// The heading of the hidden column of row keys.
    static let keyHeading = "系统识别码"

    /// The part of the table that it shows.
    public let portion: Portion
    /// What it says of itself to programs.
    public let passport: Passport
    private let issue: WorksheetIssue
    /// The rows under all columns, the hidden ones included.
    private let wide: TaskTable

    init(issue: WorksheetIssue, portion: Portion, passport: Passport, wide: TaskTable) {
        self.issue = issue
        self.portion = portion
        self.passport = passport
        self.wide = wide
    }

    /// Its rows under the columns that show, as a task table of its own.
    public var table: TaskTable {
        let count = issue.columns.columns.count
        var table = wide
        table.columns = Array(wide.columns.prefix(count))
        for index in table.tasks.indices { table.tasks[index].cells = Array(wide.tasks[index].cells.prefix(count)) }
        return table
    }

    /// The title with the unit's name.
    public var title: String {
        WorksheetText.fill(issue.template.worksheet.title, with: texts) ?? "\(issue.title)（\(portion.name)）"
    }

    /// The line below the title: for whom, for when, how many; empty where there is nothing to say.
    public var issuingLine: String {
        var texts = texts
        // “单位：” before the name of a task or a deadline would be wrong.
        if issue.split.basis != .unit { texts[.unit] = nil }
        return issue.template.worksheet.issuing.compactMap { WorksheetText.fill($0, with: texts) }
            .joined(separator: "　　")
    }

    /// The lines below the table.
    public var closingLines: [String] {
        var lines = wide.notes
        let open = portion.rows.indices.filter { portion.rows[$0].isOpen }
        if !open.isEmpty, issue.split.basis == .unit { lines.append(openNote(open)) }
        return lines + issue.template.worksheet.closing.compactMap { WorksheetText.fill($0, with: texts) }
    }

    /// The worksheet as it is printed and filled in.
    ///
    /// - Parameter name: the tab's name.
    /// - Returns: the visible sheet; the passport is a sheet of its own.
    public func printedSheet(named name: String) -> PrintedSheet {
        let form = issue.template.worksheet
        let showsDue = issue.hasDues(portion)
        var columns = issue.columns.columns.map(Self.printed)
        if showsDue {
            columns.append(PrintedColumn(heading: Self.dueHeading, width: 11, content: .date, isHidden: true))
        }
        columns.append(PrintedColumn(heading: Self.keyHeading, width: 12, isHidden: true))
        return PrintedSheet(
            name: name, titleLines: [title, issuingLine].filter { !$0.isEmpty }, columns: columns,
            rows: wide.tasks.map(\.cells), merges: wide.merges, closingLines: closingLines,
            signatures: form.signatures, isProtected: form.isProtected,
            rules: rules(due: showsDue ? issue.columns.columns.count + 1 : nil))
    }

    /// Passports as a hidden sheet, one below the other.
    ///
    /// - Parameter passports: those of all worksheets of the workbook.
    /// - Returns: a table for programs.
    public static func passportSheet(_ passports: [Passport]) -> PrintedSheet {
        let rows = passports.flatMap(\.sheetRows)
        let width = rows.reduce(0) { max($0, $1.count) }
        return PrintedSheet(
            name: Passport.sheetName, visibility: .hidden, style: .data,
            columns: (0..<width).map { _ in PrintedColumn(heading: "", width: 12) }, rows: rows, hasFilter: false)
    }

    /// A workbook of this worksheet alone.
    ///
    /// - Parameter name: the tab's name.
    /// - Returns: the visible sheet, the hidden passport and the properties.
    public func printout(named name: String) -> Printout {
        Printout(
            sheets: [printedSheet(named: name), Self.passportSheet([passport])],
            properties: DocumentProperties(
                title: title, subject: issue.template.title,
                custom: passport.properties.map { CustomProperty(name: $0.name, value: $0.value) }))
    }

    /// The worksheet as a task table with everything around it, for forms that are no workbook.
    public var document: TaskTable {
        var document = table
        document.title = title
        document.preface = [issuingLine].filter { !$0.isEmpty }
        document.notes = closingLines
        let signatures = issue.template.worksheet.signatures
        if !signatures.isEmpty { document.notes.append(signatures.map { $0 + "：" }.joined(separator: "　　　　　　")) }
        document.sheetName = portion.name
        return document
    }

    private static func printed(_ column: WorksheetColumn) -> PrintedColumn {
        let field = column.field
        let isFillIn = column.isFillIn
        return PrintedColumn(
            heading: column.heading, width: field?.print.width ?? 16, alignment: field?.print.alignment ?? .left,
            content: isFillIn && field?.type == .date ? .date : .text, isFillIn: isFillIn,
            choices: isFillIn ? field?.constraints.allowed ?? [] : [], note: field?.note)
    }

    /// Overdue rows first: red wins over the colour of the status.
    private func rules(due: Int?) -> [PrintedRule] {
        var rules: [PrintedRule] = []
        let columns = issue.columns.columns
        if let due, let status = columns.firstIndex(where: { $0.column.field == .status }),
            let done = columns[status].field?.done, !done.isEmpty
        {
            rules.append(PrintedRule(.overdue(due: due, status: status + 1, done: done), tone: .bad))
        }
        for (index, column) in columns.enumerated() {
            for (value, tone) in column.field?.print.tones ?? [] {
                rules.append(PrintedRule(.equals(column: index + 1, text: value), tone: tone))
            }
        }
        return rules
    }

    private var texts: [WorksheetText: String] {
        var texts: [WorksheetText: String] = [
            .title: issue.title, .unit: portion.name, .period: issue.period, .tasks: String(portion.rows.count),
        ]
        for (text, role) in [
            (WorksheetText.lead, Assignment.Role.lead), (.responsible, .responsible), (.assisting, .assisting),
        ] {
            let count = portion.count(role)
            if count > 0 { texts[text] = String(count) }
        }
        return texts
    }

    private func openNote(_ rows: [Int]) -> String {
        let shown = 20
        let numbers = rows.prefix(shown).map { index in
            let number = passport.rows[index].number
            return number.isEmpty ? "第\(index + 1)行" : number
        }
        let rest = rows.count > shown ? "等\(rows.count)项" : ""
        return "序号 \(numbers.joined(separator: "、"))\(rest) 的责任单位在原表中以“等”列举，可能另有单位参与。"
    }
}
