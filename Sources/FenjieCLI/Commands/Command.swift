package import FenjieModel

/// One verb of the command line. A new verb is one new file and one line in `Command+All.swift`.
package protocol Command: Sendable {
    /// The verb: `convert`.
    static var name: String { get }
    /// What it does, in one line.
    static var summary: Message { get }
    /// What stands behind the options, as help shows it; empty for a verb that takes no inputs.
    static var operands: Message { get }
    /// Further words for help, a paragraph each.
    static var discussion: [Message] { get }
    /// The options that belong to this verb alone.
    static var options: [any DeclaredOption] { get }
    /// The common options that make sense here.
    static var commonOptions: [any DeclaredOption] { get }
    /// Groups of options of which one at most may be used.
    static var conflicts: [[any DeclaredOption]] { get }
    /// Options that say nothing without another one.
    static var requirements: [(option: any DeclaredOption, needs: any DeclaredOption)] { get }
    /// Options that go with some of ``operandChoices`` only.
    static var operandOptions: [(option: any DeclaredOption, choices: [String])] { get }
    /// Examples for help.
    static var examples: [CommandExample] { get }
    /// Words that may stand as the first operand, for verbs with verbs of their own: `units`, `deadlines`.
    static var operandChoices: [String] { get }
    /// Whether `--json` prints something of the verb's own; otherwise it prints the findings.
    static var hasOwnJSON: Bool { get }

    init()

    /// Does the work.
    ///
    /// - Parameter context: the options, the inputs, and where results and findings go.
    /// - Returns: how it ended; mostly `context.status`.
    /// - Throws: a ``Failure`` that stops the whole run.
    func run(_ context: CommandContext) throws -> ExitStatus
}

/// A command line that shows a use, and what it does.
package struct CommandExample: Sendable {
    package let line: String
    package let meaning: Message

    package init(_ line: String, _ meaning: Message) {
        self.line = line
        self.meaning = meaning
    }
}

extension Command {
    package static var operands: Message { Message("输入…", "INPUT…") }
    package static var discussion: [Message] { [] }
    package static var options: [any DeclaredOption] { [] }
    package static var commonOptions: [any DeclaredOption] { CommonOptions.all }
    package static var conflicts: [[any DeclaredOption]] { [] }
    package static var requirements: [(option: any DeclaredOption, needs: any DeclaredOption)] { [] }
    package static var operandOptions: [(option: any DeclaredOption, choices: [String])] { [] }
    package static var examples: [CommandExample] { [] }
    package static var operandChoices: [String] { [] }
    package static var hasOwnJSON: Bool { false }

    /// Every option in the order of help: the verb's own first.
    package static var allOptions: [OptionSpec] { (options + commonOptions).map(\.spec) }
}
