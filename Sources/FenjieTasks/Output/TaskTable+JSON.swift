public import FenjieGrammar
internal import FenjieModel
public import FenjieText

extension TaskTable {
    /// The table as JSON: `{"title","preface","columns":[{"heading","field"}],"tasks":[…],"notes"}`.
    ///
    /// A task is `{"number","task","subtask","requirement","units":[{"name","role","collective","open"}],
    /// "deadline":{"text","kind","due","ongoing"},"cells":{heading: text},"source":{…}}`; `cells` holds every further column.
    ///
    /// - Parameters:
    ///   - noneValues: cells that say that there is none.
    ///   - units: how units are read.
    ///   - deadlines: how deadlines are read.
    /// - Returns: the object.
    public func json(
        noneValues: Set<String> = [], units: UnitGrammar.Options = .standard,
        deadlines: DeadlineOptions = DeadlineOptions()
    ) -> JSONValue {
        .object([
            ("title", .string(title)), ("preface", .array(preface.map(JSONValue.string))),
            (
                "columns",
                .array(
                    columns.map { .object([("heading", .string($0.heading)), ("field", .string($0.field.rawValue))]) })
            ),
            ("tasks", .array(tasks.map { json(of: $0, noneValues, units, deadlines) })),
            ("notes", .array(notes.map(JSONValue.string))),
        ])
    }

    private func json(
        of task: Task, _ noneValues: Set<String>, _ options: UnitGrammar.Options, _ deadlines: DeadlineOptions
    ) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = []
        for field in [Field.number, .task, .subtask, .requirement] where column(field) != nil {
            members.append((field.rawValue, .string(text(field, of: task))))
        }
        let readings = units(of: task, noneValues: noneValues, options: options).flatMap(\.units)
        members.append(("units", .array(readings.map { $0.json() })))
        members.append(("deadline", deadline(of: task, options: deadlines).map(Self.json) ?? .null))
        var further: [(name: String, value: JSONValue)] = []
        var names = UniqueHeadings()
        for (index, column) in columns.enumerated()
        where ![.number, .task, .subtask, .requirement].contains(column.field) {
            // Named before it is left out, so that a column has one name in all tasks.
            let name = names.unused(column.heading)
            if !task.cells[index].isEmpty { further.append((name, .string(task.cells[index]))) }
        }
        members.append(("cells", .object(further)))
        members.append(("source", Self.json(task.place)))
        return .object(members)
    }

    private static func json(_ deadline: Deadline) -> JSONValue {
        .object([
            ("text", .string(deadline.text)), ("kind", .string(deadline.kind.rawValue)),
            ("due", deadline.due.map { .string($0.description) } ?? .null), ("ongoing", .bool(deadline.ongoing)),
        ])
    }

    private static func json(_ place: Place) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = []
        if let file = place.file { members.append(("file", .string(file))) }
        if let sheet = place.sheet, !sheet.isEmpty { members.append(("sheet", .string(sheet))) }
        if let row = place.row { members.append(("row", .integer(row))) }
        if let line = place.line { members.append(("line", .integer(line))) }
        return .object(members)
    }
}
