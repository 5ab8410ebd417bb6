public import FenjieText

extension UnitCell {
    /// The line that `fenjie parse units` prints.
    public func json() -> JSONValue {
        .object([
            ("cell", .string(cell)),
            ("units", .array(units.map { $0.json() })),
        ])
    }
}

extension UnitReading {
    /// Name, role and flags.
    public func json() -> JSONValue {
        .object([
            ("name", .string(name)),
            ("role", .string(role.label)),
            ("collective", .bool(isCollective)),
            ("open", .bool(isOpen)),
        ])
    }
}
