/// The verbs of the program.
package enum Commands {
    /// All of them, in the order of help.
    package static let all: [any Command.Type] = [
        ConvertCommand.self,
        InspectCommand.self,
        ValidateCommand.self,
        ExplainCommand.self,
        SplitCommand.self,
        CollectCommand.self,
        ReviewCommand.self,
        RunCommand.self,
        DumpCommand.self,
        ParseCommand.self,
        TemplateCommand.self,
        CompletionCommand.self,
    ]

    /// The verb of a name.
    package static func named(_ name: String) -> (any Command.Type)? { all.first { $0.name == name } }
}
