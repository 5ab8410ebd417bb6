/// Completion for bash 4.4 and later.
struct BashCompletion {
    let commands: [any Command.Type]

    var script: String {
        """
        # bash completion for \(Product.name) \(Product.version)
        _\(Product.name)() {
            local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} verb='' word index
            # bash parts --name=value at the sign.
            if [[ $current == '=' ]]; then
                current=''
            elif [[ $previous == '=' ]]; then
                previous=${COMP_WORDS[COMP_CWORD-2]}
            fi
            COMPREPLY=()
            for ((index = 1; index < COMP_CWORD; index++)); do
                word=${COMP_WORDS[index]}
                case $word in
                    \(commonWithValue)) ((index++)) ;;
                    -*) ;;
                    *) verb=$word; break ;;
                esac
            done
            case $verb in
                '') _\(Product.name)_words '\(commands.map { $0.name }.joined(separator: " ")) help --help --version' ;;
        \(commands.map(branch).joined(separator: "\n"))
                help) _\(Product.name)_words '\(commands.map { $0.name }.joined(separator: " "))' ;;
            esac
        }
        _\(Product.name)_words() {
            local IFS=$' \\t\\n'
            mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
        }
        # Where nothing is offered here, bash offers files and quotes their names.
        complete -o default -F _\(Product.name) \(Product.name)

        """
    }

    private var commonWithValue: String {
        let options = CommonOptions.all.map(\.spec).filter { $0.value != .none }
        return options.flatMap(\.spellings).joined(separator: "|")
    }

    private func branch(_ command: any Command.Type) -> String {
        var lines = ["        \(command.name))"]
        let withValue = command.allOptions.filter { $0.value != .none }
        if !withValue.isEmpty {
            lines.append("            case $previous in")
            for option in withValue {
                let reply =
                    switch option.value {
                    case .choice(let names): "_\(Product.name)_words '\(names.joined(separator: " "))'; return"
                    case .folder: "mapfile -t COMPREPLY < <(compgen -d -- \"$current\"); return"
                    default: "return"
                    }
                lines.append("                \(option.spellings.joined(separator: "|"))) \(reply) ;;")
            }
            lines.append("            esac")
        }
        let spellings = command.allOptions.flatMap(\.spellings).joined(separator: " ")
        lines.append("            if [[ $current == -* ]]; then")
        lines.append("                _\(Product.name)_words '\(spellings)'")
        if !command.operandChoices.isEmpty {
            lines.append("            elif ((COMP_CWORD == index + 1)); then")
            lines.append("                _\(Product.name)_words '\(command.operandChoices.joined(separator: " "))'")
        }
        lines.append("            fi ;;")
        return lines.map { $0.isEmpty ? $0 : "    " + $0.dropFirst(4) }.joined(separator: "\n")
    }
}
