internal import FenjieModel

/// Supplies the numbers that a table lacks.
enum TaskNumbers {
    /// Numbers the tasks from 1 where none has a number, and fills single gaps.
    ///
    /// - Returns: what was supplied, and numbers that occur twice.
    static func complete(_ table: inout TaskTable) -> [Finding] {
        guard let column = table.column(.number), !table.tasks.isEmpty else { return [] }
        let blanks = table.tasks.indices.filter { TextMarks.isBlank(table.tasks[$0].cells[column]) }
        if blanks.count == table.tasks.count {
            for index in table.tasks.indices { table.tasks[index].cells[column] = String(index + 1) }
            return [
                Finding(
                    "number-supplied", .info, at: table.tasks[0].place, field: Field.number.rawValue,
                    message: Message(
                        "原表没有序号，已编为 1—\(table.tasks.count)",
                        "the table has no numbers; numbered 1 to \(table.tasks.count)"))
            ]
        }
        return fillGaps(blanks, column, &table) + repeated(column, table)
    }

    private static func fillGaps(_ blanks: [Int], _ column: Int, _ table: inout TaskTable) -> [Finding] {
        var taken = Set(table.tasks.map { TextMarks.squeezed($0.cells[column]) })
        var findings: [Finding] = []
        for index in blanks {
            let before = index > 0 ? Int(TextMarks.squeezed(table.tasks[index - 1].cells[column])) : 0
            let place = table.tasks[index].place
            if let before, before < .max, taken.insert(String(before + 1)).inserted {
                table.tasks[index].cells[column] = String(before + 1)
                findings.append(
                    Finding(
                        "number-supplied", .info, at: place, field: Field.number.rawValue, number: String(before + 1),
                        message: Message("缺少序号，已编为 \(before + 1)", "the number is missing; numbered \(before + 1)")))
            } else {
                findings.append(
                    Finding(
                        "number-missing", .warning, at: place, field: Field.number.rawValue,
                        message: Message("缺少序号", "the number is missing"),
                        hint: Message("请补填序号", "fill in the number")))
            }
        }
        return findings
    }

    private static func repeated(_ column: Int, _ table: TaskTable) -> [Finding] {
        var rows: [String: Int] = [:]
        var findings: [Finding] = []
        for task in table.tasks {
            let number = TextMarks.squeezed(task.cells[column])
            guard !number.isEmpty else { continue }
            rows[number, default: 0] += 1
            if rows[number] == 2 {
                findings.append(
                    Finding(
                        "number-repeated", .info, at: task.place, field: Field.number.rawValue, number: number,
                        message: Message("序号 \(number) 重复出现", "the number \(number) occurs more than once")))
            }
        }
        return findings
    }
}
