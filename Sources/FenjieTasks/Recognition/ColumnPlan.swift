internal import FenjieModel
internal import FenjieTemplates

/// How the columns of a sheet become those of a task table: the template's first, then every further one.
struct ColumnPlan {
    /// The columns of the task table.
    private(set) var columns: [TaskColumn] = []
    /// Where each column takes its text from.
    private var sources: [Source] = []
    private var headings = UniqueHeadings()

    private enum Source: Equatable {
        /// A column of the sheet, counted from 0.
        case sheet(Int)
        /// The group heading of a level, counted from 0.
        case group(Int)
        case nothing
    }

    /// Whether headings keep their 一、 and （一）.
    private let keepsNumbering: Bool

    init(_ map: ColumnMap, template: Template, groupDepth: Int, keepsNumbering: Bool) {
        self.keepsNumbering = keepsNumbering
        var positions: [Field: Int] = [:]
        for (index, column) in map.columns.enumerated() where column.field != .other {
            guard positions[column.field] == nil, !map.furtherUnits.contains(index) else { continue }
            positions[column.field] = index
        }
        let headings = Self.headingSources(positions, groupDepth: groupDepth)
        var used: Set<Int> = []
        for field in template.fields {
            let source = headings[field.field] ?? Self.source(of: field, positions, map)
            var printed: String?
            if case .sheet(let index) = source {
                used.insert(index)
                printed = map.columns[index].heading
            }
            add(
                TaskColumn(
                    heading: field.title, field: field.field, isSpanned: field.span == .merge, printedHeading: printed),
                source)
        }
        for (index, column) in map.columns.enumerated() where !used.contains(index) && !map.empty.contains(index) {
            let spanning = Self.spanning(of: column.field, in: template)
            add(
                TaskColumn(
                    heading: column.heading, field: column.field, isSpanned: spanning == .merge,
                    printedHeading: column.heading), .sheet(index))
        }
        for level in 0..<groupDepth where !sources.contains(.group(level)) {
            let heading = groupDepth == 1 ? "任务分组" : "任务分组\(level + 1)"
            add(TaskColumn(heading: heading, field: .other, isSpanned: true), .group(level))
        }
    }

    private mutating func add(_ column: TaskColumn, _ source: Source) {
        var column = column
        if case .sheet(let index) = source { column.sourceColumn = index + 1 }
        if !column.heading.isEmpty { column.heading = headings.unused(column.heading) }
        columns.append(column)
        sources.append(source)
    }

    /// Group rows take the heading levels that the table's own columns leave free, the highest first.
    private static func headingSources(_ positions: [Field: Int], groupDepth: Int) -> [Field: Source] {
        guard groupDepth > 0 else { return [:] }
        switch (positions[.task], positions[.subtask]) {
        case (nil, nil): return groupDepth > 1 ? [.task: .group(0), .subtask: .group(1)] : [.task: .group(0)]
        case (let task?, nil):
            return groupDepth > 1
                ? [.task: .group(0), .subtask: .group(1)] : [.task: .group(0), .subtask: .sheet(task)]
        case (nil, .some): return [.task: .group(0)]
        case (.some, .some): return [:]
        }
    }

    private static func source(of field: TemplateField, _ positions: [Field: Int], _ map: ColumnMap) -> Source {
        if field.field != .other { return positions[field.field].map(Source.sheet) ?? .nothing }
        let wanted = Set(([field.title] + field.synonyms).map(TextMarks.squeezed))
        let index = map.columns.firstIndex { $0.field == .other && wanted.contains(TextMarks.squeezed($0.heading)) }
        return index.map(Source.sheet) ?? .nothing
    }

    /// How the cells of a column span rows; the template's word, or what is usual for its meaning.
    static func spanning(of field: Field, in template: Template) -> Spanning {
        if let own = template.field(field) { return own.span }
        return switch field {
        case .task, .subtask, .leadUnit, .responsibleUnit, .assistingUnit: .merge
        case .deadline, .leader: .fill
        default: .none
        }
    }

    /// Whether group rows fill a column that the sheet does not have.
    func isFilledByGroups(_ column: TaskColumn) -> Bool {
        guard let index = columns.firstIndex(of: column), case .group = sources[index] else { return false }
        return true
    }

    /// The cells of a task.
    ///
    /// - Parameters:
    ///   - row: the filled cells, one for each column of the sheet.
    ///   - groups: the group headings above the row.
    /// - Returns: one text for each column of the task table.
    func cells(_ row: [String], groups: [String]) -> [String] {
        zip(columns, sources).map { column, source in
            switch source {
            case .sheet(let index):
                keepsNumbering || column.field != .task && column.field != .subtask
                    ? row[index] : GroupHeading.unnumbered(row[index])
            case .group(let level): groups.indices.contains(level) ? groups[level] : ""
            case .nothing: ""
            }
        }
    }
}
