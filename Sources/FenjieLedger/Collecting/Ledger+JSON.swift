public import FenjieModel
internal import FenjieTemplates
public import FenjieText

extension Ledger {
    /// The ledger for programs: tasks with what each unit reports, then who is missing, returns, files and findings.
    ///
    /// - Parameter language: the language of what is said in findings.
    /// - Returns: one object.
    public func json(in language: Language) -> JSONValue {
        .object([
            ("title", .string(title)), ("period", .string(period)),
            (
                "units",
                .object([
                    ("issued", .integer(issued)), ("returned", .integer(issued - missing.count)),
                    ("missing", .array(missing.map { .string(units[$0]) })),
                ])
            ),
            ("tasks", .array(tasks.map(json(ofTask:)))),
            (
                "repeated",
                .array(
                    repeated.map { item in
                        .object([
                            ("unit", .string(item.rows.first?.unit ?? "")),
                            ("standing", .string(item.standing.rawValue)),
                            ("rows", .array(item.rows.map(json(of:)))),
                        ])
                    })
            ),
            ("files", .array(files.map(Self.json(of:)))), ("findings", .array(findings.map { $0.json(in: language) })),
        ])
    }

    private func isFilled(_ column: LedgerColumn) -> Bool { column.field?.print.isFillIn ?? false }

    private func json(ofTask members: [Int]) -> JSONValue {
        var object: [(name: String, value: JSONValue)] = []
        for (index, column) in columns.columns.enumerated() where !isFilled(column) {
            guard column.source != .unit, column.source != .role else { continue }
            let text = members.lazy.map { rows[$0].cells[index] }.first { !$0.isEmpty } ?? ""
            object.append((Self.name(of: column), .string(text)))
        }
        object.append(("reports", .array(members.map { json(of: rows[$0]) })))
        return .object(object)
    }

    /// What one unit says on one task.
    private func json(of row: LedgerRow) -> JSONValue {
        var object: [(name: String, value: JSONValue)] = [
            ("number", .string(row.number)), ("unit", .string(row.unit)), ("role", .string(row.role)),
            ("state", .string(row.state.rawValue)),
        ]
        for (index, column) in columns.columns.enumerated() where isFilled(column) {
            object.append((Self.name(of: column), .string(row.cells[index])))
        }
        if !row.additions.isEmpty { object.append(("additions", .string(row.additions))) }
        if let source = row.source {
            object.append(
                (
                    "source",
                    .object([
                        ("file", .string(source.file)), ("sheet", .string(source.sheet)),
                        ("row", source.row.map(JSONValue.integer) ?? .null), ("digest", .string(source.digest)),
                        ("reported_on", source.reportedOn.isEmpty ? .null : .string(source.reportedOn)),
                    ])
                ))
        }
        return .object(object)
    }

    private static func json(of file: FiledReturn) -> JSONValue {
        .object([
            ("file", .string(file.path)), ("standing", .string(file.standing.rawValue)),
            ("units", .array(file.units.map(JSONValue.string))), ("reason", json(of: file.reason)),
            ("digest", .string(file.digest)),
            ("reported_on", file.reportedOn.isEmpty ? .null : .string(file.reportedOn)),
            (
                "signatures",
                .object(
                    file.reports.flatMap(\.signatures).map(\.label).reduce(into: [String]()) { labels, label in
                        if !labels.contains(label) { labels.append(label) }
                    }.map { ($0, .string(file.signed($0))) })
            ),
        ])
    }

    private static func json(of message: Message?) -> JSONValue {
        guard let message else { return .null }
        return .object([("zh", .string(message.chinese)), ("en", .string(message.english))])
    }

    private static func name(of column: LedgerColumn) -> String {
        if case .field(let field) = column.source { return field.rawValue }
        return column.field?.name ?? column.heading
    }
}
