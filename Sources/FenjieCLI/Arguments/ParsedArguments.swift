/// What a command line says: the options that were used, and the inputs.
package struct ParsedArguments: Sendable {
    /// The values of each option that was used, in order; empty lists for flags.
    private var values: [String: [String]] = [:]
    /// Everything that is no option, in order.
    package private(set) var inputs: [String] = []

    package init() {}

    /// Whether an option was used.
    package func contains(_ option: some DeclaredOption) -> Bool { values[option.spec.name] != nil }

    /// Whether a flag was given.
    package subscript(_ flag: Flag) -> Bool { contains(flag) }

    /// The value of an option, the last where it was used several times.
    package subscript<Value>(_ option: ValueOption<Value>) -> Value? {
        // The parser has checked every value already.
        values[option.spec.name]?.last.flatMap { try? option.read($0) }
    }

    /// The value of an option, or its default.
    package subscript<Value>(_ option: DefaultedOption<Value>) -> Value {
        self[option.option] ?? option.defaultValue
    }

    /// All values of an option that may be repeated.
    package func all<Value>(_ option: ValueOption<Value>) -> [Value] {
        (values[option.spec.name] ?? []).compactMap { try? option.read($0) }
    }

    /// What the options say that name something that is read.
    ///
    /// - Parameter options: what the verb declares.
    /// - Returns: the words as the user wrote them.
    package func inputs(of options: [OptionSpec]) -> [String] {
        options.filter(\.isInput).flatMap { values[$0.name] ?? [] }
    }

    mutating func add(_ option: OptionSpec, value: String?) {
        var list = values[option.name] ?? []
        if let value { list.append(value) }
        values[option.name] = list
    }

    mutating func add(input: String) { inputs.append(input) }
}
