internal import FenjieFiles
internal import FenjieModel
internal import FenjieText

/// One command line on its way from words to a verb at work.
struct Invocation {
    let arguments: [String]
    let process: Entrypoint.Process
    let console: Console

    func run() throws -> ExitStatus {
        let (leading, verb, trailing) = try split()
        guard let verb else { return try runWithoutVerb(leading) }
        if verb == "help" { return try runHelp(about: trailing.first) }
        guard let command = Commands.named(verb) else { throw Self.unknownVerb(verb) }
        let words = leading + trailing
        if Self.asksForHelp(words) { return try show { $0.page(of: command) } }
        let options = try Self.options(of: command, in: words)
        return try run(command, options)
    }

    private func run(_ command: any Command.Type, _ options: ParsedArguments) throws -> ExitStatus {
        let console = console.applying(options, environment: process.environment)
        let log = FindingLog()
        let context = CommandContext(options: options, console: console, log: log, standardInput: process.input)
        let status: ExitStatus
        do {
            status = try command.init().run(context)
        } catch {
            if !(error is ReaderGone) { console.report(log) }
            throw error
        }
        console.report(log)
        if options[CommonOptions.json], !command.hasOwnJSON {
            let report = FindingReport.json(log, language: console.language).text() + "\n"
            // Where the result itself went to standard output, the report must not follow it there.
            if console.output.isUsed { console.talk(report) } else { try console.output.write(report) }
        }
        return status
    }

    /// Parts the words into those before the verb, the verb, and those behind it.
    private func split() throws -> (leading: [String], verb: String?, trailing: [String]) {
        var index = arguments.startIndex
        while index < arguments.endIndex, arguments[index].hasPrefix("-"), arguments[index] != "--" {
            let word = arguments[index]
            let takesNext = CommonOptions.all.contains { option in
                option.spec.value != .none && option.spec.spellings.contains(word)
            }
            index += takesNext ? 2 : 1
        }
        guard index < arguments.endIndex else { return (arguments, nil, []) }
        return (Array(arguments[..<index]), arguments[index], Array(arguments[(index + 1)...]))
    }

    private func runWithoutVerb(_ words: [String]) throws -> ExitStatus {
        if words.contains("--version") || words.contains("-V") {
            try console.print(Product.versionLine)
            return .done
        }
        if Self.asksForHelp(words) { return try show(\.overview) }
        _ = try ParsedArguments(parsing: words, options: CommonOptions.all.map(\.spec))
        throw UsageFailure(
            Message("没有写明要做什么", "no verb is given"),
            hint: Message("\(Product.name) --help 列出全部动作", "\(Product.name) --help lists the verbs"))
    }

    private func runHelp(about verb: String?) throws -> ExitStatus {
        guard let verb, !verb.hasPrefix("-") else { return try show(\.overview) }
        guard let command = Commands.named(verb) else { throw Self.unknownVerb(verb) }
        return try show { $0.page(of: command) }
    }

    private func show(_ page: (HelpPage) -> String) throws -> ExitStatus {
        try console.output.write(
            page(HelpPage(language: console.language, width: console.width, style: console.outputStyle)))
        return .done
    }

    private static func options(of command: any Command.Type, in words: [String]) throws -> ParsedArguments {
        let options = try ParsedArguments(parsing: words, options: command.allOptions)
        try CombinationCheck(options).check(command)
        return options
    }

    private static func asksForHelp(_ words: [String]) -> Bool {
        words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    }

    private static func unknownVerb(_ verb: String) -> UsageFailure {
        UsageFailure(
            Message("没有动作“\(verb)”", "there is no verb '\(verb)'"),
            hint: UsageFailure.didYouMean(NearestNames.suggestions(for: verb, among: Commands.all.map { $0.name }))
                ?? Message("\(Product.name) --help 列出全部动作", "\(Product.name) --help lists the verbs"))
    }
}
