package import FenjieModel

/// A shell whose completion can be taught.
package enum CompletionShell: String, Sendable, CaseIterable {
    case bash
    case zsh
    case fish

    /// The script for a set of verbs, made from the options that they declare.
    package func script(for commands: [any Command.Type], language: Language) -> String {
        switch self {
        case .bash: BashCompletion(commands: commands).script
        case .zsh: ZshCompletion(commands: commands, language: language).script
        case .fish: FishCompletion(commands: commands, language: language).script
        }
    }

    /// A text between single quotes, as bash and zsh read it.
    static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
