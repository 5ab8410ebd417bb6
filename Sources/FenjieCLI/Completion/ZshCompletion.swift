internal import FenjieModel

/// Completion for zsh, by `_arguments`.
struct ZshCompletion {
    let commands: [any Command.Type]
    let language: Language

    var script: String {
        """
        #compdef \(Product.name)
        # zsh completion for \(Product.name) \(Product.version)
        _\(Product.name)() {
            local curcontext=$curcontext state line
            local -a verbs
            verbs=(
        \(commands.map { "        \(described($0.name, $0.summary))" }.joined(separator: "\n"))
            )
            _arguments -C '1: :->verb' '*:: :->rest' '--version' '--help'
            case $state in
                verb) _describe verb verbs ;;
                rest)
                    case $words[1] in
        \(commands.map(branch).joined(separator: "\n"))
                    esac ;;
            esac
        }
        if [[ $funcstack[1] == _\(Product.name) ]]; then
            _\(Product.name) "$@"
        else
            compdef _\(Product.name) \(Product.name)
        fi

        """
    }

    private func branch(_ command: any Command.Type) -> String {
        var words = command.allOptions.flatMap(arguments)
        if !command.operandChoices.isEmpty {
            words.append("'1:word:(\(command.operandChoices.joined(separator: " ")))'")
        }
        words.append("'*:file:_files'")
        let lines = words.map { " \\\n                        \($0)" }.joined()
        return "                \(command.name)) _arguments -s -S\(lines) ;;"
    }

    private func arguments(of option: OptionSpec) -> [String] {
        option.spellings.map { spelling in
            let isLong = spelling.hasPrefix("--")
            var text = option.isRepeated ? "*" : ""
            text += spelling
            if option.value != .none { text += isLong ? "=" : "+" }
            text += "[\(escaped(option.help.text(in: language)))]"
            switch option.value {
            case .none: break
            case .text: text += ":value: "
            case .choice(let names): text += ":value:(\(names.joined(separator: " ")))"
            case .file: text += ":file:_files"
            case .folder: text += ":folder:_files -/"
            }
            return CompletionShell.quoted(text)
        }
    }

    private func described(_ name: String, _ summary: Message) -> String {
        CompletionShell.quoted("\(name):\(escaped(summary.text(in: language)))")
    }

    /// The text with the marks escaped by which zsh parts a specification.
    private func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if ["[", "]", ":", "\\"].contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
