public import FenjieGrammar
internal import FenjieModel

extension TaskTable {
    /// The unit columns of a table, with the role that each gives.
    package var unitColumns: [(index: Int, role: Role)] {
        columns.enumerated().compactMap { index, column in
            switch column.field {
            case .leadUnit: (index, .lead)
            case .responsibleUnit: (index, .responsible)
            case .assistingUnit: (index, .assisting)
            default: nil
            }
        }
    }

    /// The units of a task, read from its unit columns.
    ///
    /// The column gives the role, unless a label or a verb in the cell says otherwise.
    ///
    /// - Parameters:
    ///   - task: one of the tasks.
    ///   - noneValues: cells that say that there is none.
    ///   - options: how units are read.
    /// - Returns: one reading for each unit column that holds text.
    public func units(
        of task: Task, noneValues: Set<String> = [], options: UnitGrammar.Options = .standard
    ) -> [UnitCell] {
        unitColumns.compactMap { column in
            let text = task.cells[column.index]
            guard !TextMarks.isBlank(text), !noneValues.contains(TextMarks.squeezed(text)) else { return nil }
            return UnitCell(parsing: text, role: column.role, options: options)
        }
    }
}
