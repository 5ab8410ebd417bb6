public import FenjieGrammar
internal import FenjieModel

extension TaskTable {
    /// The year that the title names: 2022年平川县任务分解表.
    public var year: Int? {
        let digits = Array(title.unicodeScalars)
        for start in digits.indices where start + 4 < digits.count && digits[start + 4] == "年" {
            let text = String(String.UnicodeScalarView(digits[start..<(start + 4)]))
            if let year = Int(text), (1949...2199).contains(year) { return year }
        }
        return nil
    }

    /// The deadline of a task; `nil` where the cell is blank or the table has no such column.
    ///
    /// - Parameters:
    ///   - task: one of the tasks.
    ///   - options: the year and the day of issue; the year of the title where none is given.
    /// - Returns: what the cell says.
    public func deadline(of task: Task, options: DeadlineOptions = DeadlineOptions()) -> Deadline? {
        let text = text(.deadline, of: task)
        guard !TextMarks.isBlank(text) else { return nil }
        var options = options
        options.year = options.year ?? year
        return Deadline(parsing: text, options: options)
    }
}
