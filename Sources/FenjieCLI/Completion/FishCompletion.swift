internal import FenjieModel

/// Completion for fish.
struct FishCompletion {
    let commands: [any Command.Type]
    let language: Language

    var script: String {
        var lines = ["# fish completion for \(Product.name) \(Product.version)"]
        let start = "complete -c \(Product.name)"
        let beforeVerb = "-n __fish_use_subcommand"
        lines.append("\(start) \(beforeVerb) -f -l version")
        lines.append("\(start) \(beforeVerb) -f -l help -s h")
        for command in commands {
            lines.append("\(start) \(beforeVerb) -f -a \(command.name) -d \(quoted(command.summary))")
            let behindVerb = "-n '__fish_seen_subcommand_from \(command.name)'"
            for option in command.allOptions { lines.append("\(start) \(behindVerb) \(words(of: option))") }
            if !command.operandChoices.isEmpty {
                lines.append("\(start) \(behindVerb) -f -a '\(command.operandChoices.joined(separator: " "))'")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func words(of option: OptionSpec) -> String {
        var words = ["-l \(option.name)"]
        if let letter = option.letter { words.append("-s \(letter)") }
        switch option.value {
        case .none: break
        case .text: words.append("-x")
        case .choice(let names): words.append("-x -a '\(names.joined(separator: " "))'")
        case .file: words.append("-r -F")
        case .folder: words.append("-x -a '(__fish_complete_directories)'")
        }
        return (words + ["-d \(quoted(option.help))"]).joined(separator: " ")
    }

    /// The text between single quotes, in which fish lets a backslash escape quote and backslash.
    private func quoted(_ message: Message) -> String {
        var result = "'"
        for character in message.text(in: language) {
            if character == "'" || character == "\\" { result.append("\\") }
            result.append(character)
        }
        return result + "'"
    }
}
