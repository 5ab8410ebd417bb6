package import FenjieFiles
package import FenjieModel
internal import FenjieText

/// The two streams of the program, and how it speaks on them.
package struct Console: Sendable {
    /// Results.
    package let output: ByteStream
    /// Everything else.
    package let error: ByteStream
    package var language: Language
    /// How talk on `error` looks.
    package var style: Style
    /// How results for people look on `output`.
    package var outputStyle: Style
    package var isQuiet: Bool
    /// How many columns help and tables may take.
    package let width: Int

    /// A console that speaks as the environment asks, before any option is known.
    package init(output: ByteStream, error: ByteStream, environment: [String: String]) {
        self.output = output
        self.error = error
        language = Language(environment: environment)
        style = Style(choice: .auto, isTerminal: error.isTerminal, environment: environment)
        outputStyle = Style(choice: .auto, isTerminal: output.isTerminal, environment: environment)
        isQuiet = false
        let columns = environment["COLUMNS"].flatMap { Int($0) } ?? 80
        width = min(max(columns, 40), 120)
    }

    /// The same console after the options of a command line.
    package func applying(_ options: ParsedArguments, environment: [String: String]) -> Console {
        var console = self
        let choice = options[CommonOptions.color]
        console.style = Style(choice: choice, isTerminal: error.isTerminal, environment: environment)
        console.outputStyle = Style(choice: choice, isTerminal: output.isTerminal, environment: environment)
        console.isQuiet = options[CommonOptions.quiet]
        return console
    }

    /// Prints a line of results.
    package func print(_ line: String = "") throws { try output.write(line + "\n") }

    /// Adds text to the results.
    package func write(_ text: String) throws { try output.write(text) }

    /// Says something in passing, unless the user wants quiet.
    package func say(_ message: Message) {
        guard !isQuiet else { return }
        talk(Printable.escaping(message.text(in: language)) + "\n")
    }

    /// Writes talk. Where nobody can be told, nobody is told.
    func talk(_ text: String) { try? error.write(text) }
}

extension Language {
    /// The variables that say how to speak, and in what colours.
    package static let variables = ["FENJIE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]

    /// The language that the environment asks for: Chinese where the locale is, else English.
    package init(environment: [String: String]) {
        let locale = Self.variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }
}
