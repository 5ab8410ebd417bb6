internal import FenjieModel
internal import FenjieText

extension ParsedArguments {
    /// Reads the arguments behind a verb.
    ///
    /// Options stand anywhere among the inputs: `--name value`, `--name=value`, `-o value`, `-ovalue`, flags in one group
    /// as `-qf`. Behind `--` everything is an input. So is `-`, and what looks like a negative number.
    ///
    /// - Parameters:
    ///   - arguments: the arguments without the program's name and the verb.
    ///   - options: what the verb declares.
    /// - Throws: ``UsageFailure`` for an unknown option, a missing value or one that is none.
    package init(parsing arguments: [String], options: [OptionSpec]) throws(UsageFailure) {
        var parser = ArgumentParser(rest: arguments[...], options: options)
        try parser.run()
        self = parser.result
    }
}

/// Walks through the arguments once.
private struct ArgumentParser {
    var rest: ArraySlice<String>
    let options: [OptionSpec]
    var result = ParsedArguments()

    mutating func run() throws(UsageFailure) {
        while let argument = rest.popFirst() {
            if argument == "--" {
                for input in rest { result.add(input: input) }
                return
            } else if argument.hasPrefix("--") {
                try readLong(argument)
            } else if argument.hasPrefix("-"), argument != "-", !isNegativeNumber(argument) {
                try readLetters(argument)
            } else if let meant = mistypedDash(argument) {
                throw UsageFailure(
                    Message("“\(argument)”前面的横线不是半角减号", "the dash before '\(argument)' is not a hyphen"),
                    hint: UsageFailure.didYouMean([meant]))
            } else {
                result.add(input: argument)
            }
        }
    }

    private mutating func readLong(_ argument: String) throws(UsageFailure) {
        let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let option = options.first(where: { $0.name == name }) else { throw unknown("--\(name)") }
        if option.value == .none {
            guard parts.count == 1 else {
                throw UsageFailure(Message("选项 --\(name) 不带值", "--\(name) takes no value"))
            }
            result.add(option, value: nil)
        } else if parts.count == 2 {
            try add(option, String(parts[1]))
        } else {
            try addNext(option)
        }
    }

    private mutating func readLetters(_ argument: String) throws(UsageFailure) {
        var letters = argument.dropFirst()
        while let letter = letters.popFirst() {
            guard let option = options.first(where: { $0.letter == letter }) else {
                // `-output` is a long option that lost a dash.
                throw unknown(options.contains { "-\($0.name)" == argument } ? argument : "-\(letter)")
            }
            if option.value == .none {
                result.add(option, value: nil)
            } else if letters.isEmpty {
                return try addNext(option)
            } else {
                if letters.first == "=" { letters.removeFirst() }
                return try add(option, String(letters))
            }
        }
    }

    /// Takes the next argument as a value, unless it is itself one of the options.
    private mutating func addNext(_ option: OptionSpec) throws(UsageFailure) {
        guard let value = rest.first, !isKnownOption(value) else {
            throw UsageFailure(
                Message("选项 \(option.longForm) 缺少值", "\(option.longForm) needs a value"),
                hint: Message(
                    "写法：\(option.longForm) \(option.placeholder.chinese)",
                    "write \(option.longForm) \(option.placeholder.english)"))
        }
        rest.removeFirst()
        try add(option, value)
    }

    private mutating func add(_ option: OptionSpec, _ value: String) throws(UsageFailure) {
        do {
            try option.check(value)
        } catch {
            throw UsageFailure(
                Message(
                    "选项 \(option.longForm)：\(error.message.chinese)", "\(option.longForm): \(error.message.english)"),
                hint: error.hint)
        }
        result.add(option, value: value)
    }

    private func isKnownOption(_ argument: String) -> Bool {
        if argument == "--" { return true }
        let name = argument.prefix { $0 != "=" }
        return options.contains { $0.spellings.contains(String(name)) }
    }

    private func isNegativeNumber(_ argument: String) -> Bool {
        guard let second = argument.dropFirst().utf8.first,
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(second) || second == UInt8(ascii: ".")
        else { return false }
        return !options.contains { $0.letter == argument.dropFirst().first }
    }

    /// The option that was meant where an input method made another character of the hyphen: `—output`, `－o`.
    private func mistypedDash(_ argument: String) -> String? {
        let lookalikes: Set<Character> = ["—", "–", "－", "−", "‐", "‑", "﹣", "-"]
        let dashes = argument.prefix { lookalikes.contains($0) }
        guard !dashes.isEmpty else { return nil }
        let name = argument.dropFirst(dashes.count).prefix { $0 != "=" && $0 != "＝" }
        return options.lazy.flatMap(\.spellings).first { $0.drop { $0 == "-" } == name }
    }

    private func unknown(_ spelling: String) -> UsageFailure {
        let name = String(spelling.drop { $0 == "-" })
        let near =
            name.count > 1
            ? NearestNames.suggestions(for: name, among: options.map(\.name)).map { "--\($0)" } : []
        return UsageFailure(
            Message("没有选项 \(spelling)", "there is no option \(spelling)"),
            hint: UsageFailure.didYouMean(near)
                ?? Message("--help 列出全部选项", "--help lists all options"))
    }
}
