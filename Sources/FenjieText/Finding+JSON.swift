public import FenjieModel

extension Finding {
    /// The finding for programs; keys that make no sense for it are absent.
    ///
    /// - Parameter language: the language of message and hint.
    /// - Returns: an object with `code`, `severity`, the place, `field`, `number`, `unit`, `message` and `hint`.
    public func json(in language: Language) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            ("code", .string(code)), ("severity", .string(severity.rawValue)),
        ]
        if let file = place.file { members.append(("file", .string(file))) }
        if let sheet = place.sheet { members.append(("sheet", .string(sheet))) }
        // Where a text has no rows, its lines are what a person counts.
        if let row = place.row ?? place.line { members.append(("row", .integer(row))) }
        if let column = place.column { members.append(("column", .integer(column))) }
        if let cell = place.cell { members.append(("cell", .string(cell))) }
        for (name, text) in [("field", field), ("number", number), ("unit", unit)] {
            if let text { members.append((name, .string(text))) }
        }
        members.append(("message", .string(message.text(in: language))))
        if let hint { members.append(("hint", .string(hint.text(in: language)))) }
        return .object(members)
    }
}
