internal import FenjieModel

/// Prints a script that teaches a shell to complete verbs, options and values.
struct CompletionCommand: Command {
    static let name = "completion"
    static let summary = Message("输出命令行补全脚本", "prints a completion script for a shell")
    static let operands = Message("bash|zsh|fish", "bash|zsh|fish")
    static let commonOptions = CommonOptions.talk
    static let operandChoices = CompletionShell.allCases.map(\.rawValue)
    static let examples = [
        CommandExample(
            "source <(fenjie completion bash)", Message("在当前 bash 中启用补全", "switches completion on in this bash")),
        CommandExample(
            "fenjie completion fish > ~/.config/fish/completions/fenjie.fish",
            Message("为 fish 长期启用", "switches it on in fish for good")),
    ]

    func run(_ context: CommandContext) throws -> ExitStatus {
        let shell = try context.firstOperand(as: CompletionShell.self, of: Self.self)
        try context.checkOperands(atMost: 1)
        try context.console.write(shell.script(for: Commands.all, language: context.console.language))
        return context.status
    }
}
