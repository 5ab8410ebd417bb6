internal import FenjieGrammar
internal import FenjieModel
internal import FenjieRules
internal import FenjieTasks
internal import FenjieTemplates

/// The days that a ledger itself gives for its deadlines.
///
/// A deadline such as 9月30日前 means a day by the title of the table and the day of issue, of which a CSV ledger has
/// neither. The day that was understood when the ledger was made stands in a column, and wins over the text.
struct LedgerDues {
    /// The heading where the form has no such column.
    private static let heading = "截止日期"

    private let table: TaskTable
    private let column: Int?

    init(_ table: TaskTable, template: Template) {
        self.table = table
        column = table.column(headed: template.fields.first { $0.name == TemplateField.due }?.title ?? Self.heading)
    }

    /// The day that a row gives; `nil` where it gives none.
    func day(of task: Task) -> CivilDate? { column.flatMap { WrittenDate.day(of: task.cells[$0])?.day } }

    /// The year of deadlines that name none: that of the options, of the title, else the one that the days tell.
    func year(_ options: DeadlineOptions) -> Int? {
        if let year = options.year ?? table.year { return year }
        for task in table.tasks {
            guard let day = day(of: task) else { continue }
            let text = table.text(.deadline, of: task)
            var options = options
            guard !text.isEmpty, Deadline(parsing: text, options: options).due == nil else { continue }
            options.year = day.year
            if Deadline(parsing: text, options: options).due == day { return day.year }
        }
        return nil
    }

    /// Reads a deadline.
    ///
    /// - Parameters:
    ///   - text: the deadline as written; may be empty.
    ///   - day: the day that the row gives.
    ///   - options: the year and the day of issue.
    /// - Returns: what the text says, on the day that the row gives; `nil` where there is neither.
    static func deadline(_ text: String, on day: CivilDate?, options: DeadlineOptions) -> Deadline? {
        guard let day else { return text.isEmpty ? nil : Deadline(parsing: text, options: options) }
        guard !text.isEmpty else { return Deadline(parsing: day.description) }
        var deadline = Deadline(parsing: text, options: options)
        guard deadline.due != day else { return deadline }
        var options = options
        options.year = day.year
        deadline = Deadline(parsing: text, options: options)
        deadline.due = day
        return deadline
    }

    /// The table with the day in place of each deadline that means another one by its text, or none, for the rules.
    func resolved(_ options: DeadlineOptions) -> TaskTable {
        guard column != nil, let deadline = table.column(.deadline) else { return table }
        var resolved = table
        var reader = DueReader(options: options)
        for (index, task) in table.tasks.enumerated() {
            let text = task.cells[deadline]
            guard let day = day(of: task), !text.isEmpty, reader.due(text) != day else { continue }
            resolved.tasks[index].cells[deadline] = day.description
        }
        return resolved
    }

    /// What the text of a deadline and the day beside it say differently, each row of its own.
    func findings(_ options: DeadlineOptions) -> [Finding] {
        guard let column, let deadline = table.column(.deadline), column != deadline else { return [] }
        var reader = DueReader(options: options)
        return table.tasks.compactMap { task in
            let text = table.text(.deadline, of: task)
            guard let day = day(of: task), !text.isEmpty, let due = reader.due(text), due != day else { return nil }
            // Tables of several years may stand in one ledger.
            var own = options
            own.year = day.year
            guard Deadline(parsing: text, options: own).due != day else { return nil }
            let number = table.text(.number, of: task)
            var place = task.place
            place.column = table.columns[deadline].sourceColumn
            return Finding(
                "due-differs", .warning, at: place, field: Field.deadline.rawValue,
                number: number.isEmpty ? nil : number,
                message: Message(
                    "完成时限“\(text)”是 \(due)，截止日期写的是 \(day)，以截止日期为准",
                    "the deadline “\(text)” means \(due), and 截止日期 says \(day), which counts"),
                hint: Message("时限有调整的，请把截止日期一并改过来", "if the deadline was changed, change 截止日期 too"))
        }
    }
}

/// The days that deadlines mean by their texts; each different text is read once.
private struct DueReader {
    let options: DeadlineOptions
    private var known: [String: CivilDate?] = [:]

    init(options: DeadlineOptions) { self.options = options }

    mutating func due(_ text: String) -> CivilDate? {
        if let due = known[text] { return due }
        let due = Deadline(parsing: text, options: options).due
        known[text] = .some(due)
        return due
    }
}
