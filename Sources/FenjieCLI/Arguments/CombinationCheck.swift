internal import FenjieModel

/// Refuses options that say nothing in the company they are in: nobody should believe that they did something.
struct CombinationCheck {
    private let arguments: ParsedArguments

    /// A check of what a command line says.
    init(_ arguments: ParsedArguments) { self.arguments = arguments }

    /// Checks the options that a verb declares to depend on each other.
    ///
    /// - Parameter command: the verb.
    /// - Throws: ``UsageFailure`` for the first that does not go with the rest.
    func check(_ command: any Command.Type) throws(UsageFailure) {
        for group in command.conflicts {
            let used = group.filter { arguments.contains($0) }.map(\.spec.longForm)
            guard used.count > 1 else { continue }
            throw UsageFailure(
                Message(
                    "\(used.joined(separator: "、")) 不能同时使用", "\(used.joined(separator: " and ")) exclude each other"))
        }
        for (option, needed) in command.requirements where arguments.contains(option) && !arguments.contains(needed) {
            let (name, other) = (option.spec.longForm, needed.spec.longForm)
            throw UsageFailure(Message("\(name) 要与 \(other) 同用", "\(name) belongs to \(other)"))
        }
        guard let word = arguments.inputs.first, command.operandChoices.contains(word) else { return }
        for (option, choices) in command.operandOptions where arguments.contains(option) && !choices.contains(word) {
            let name = option.spec.longForm
            throw UsageFailure(
                Message(
                    "\(name) 只用于 \(command.name) \(choices.joined(separator: "、"))",
                    "\(name) belongs to \(command.name) \(choices.joined(separator: ", "))"))
        }
    }
}
