package import FenjieModel

/// One option as help, parsing and completion see it: its names, what it takes, and what it is for.
package struct OptionSpec: Sendable {
    /// What stands behind an option.
    package enum Value: Sendable, Equatable {
        /// Nothing: the option is there or not.
        case none
        /// Any text.
        case text
        /// One of some names.
        case choice([String])
        /// A path; completion offers files.
        case file(Direction)
        /// A path; completion offers folders.
        case folder(Direction)
    }

    /// Which way bytes go.
    package enum Direction: Sendable, Equatable {
        /// The file, or what lies in the folder, is read and never replaced.
        case input
        /// The file, or what lies in the folder, is written.
        case output
    }

    /// Whether it names something that is read.
    package var isInput: Bool { value == .file(.input) || value == .folder(.input) }

    /// The long name without its dashes: `output`.
    package var name: String
    /// The letter of the short form, as in `-o`.
    package var letter: Character?
    package var value: Value
    /// What help calls the value: `PATH`.
    package var placeholder: Message
    /// Whether each further use adds a value; otherwise the last use counts.
    package var isRepeated = false
    /// The value that holds when the option is not used, as help shows it.
    package var defaultText: String?
    package var help: Message
    /// Throws ``ValueProblem`` where a text is no value.
    package var check: @Sendable (String) throws(ValueProblem) -> Void = { _ throws(ValueProblem) in }

    /// The long form: `--output`.
    package var longForm: String { "--\(name)" }

    /// The spellings in the order of help: `-o`, `--output`.
    package var spellings: [String] { (letter.map { ["-\($0)"] } ?? []) + [longForm] }
}

/// Why a text is not a value of an option; the parser adds which option it is.
package struct ValueProblem: Error, Sendable {
    package var message: Message
    package var hint: Message?

    package init(_ message: Message, hint: Message? = nil) {
        self.message = message
        self.hint = hint
    }
}

/// Something that a command declares among its options.
package protocol DeclaredOption: Sendable {
    var spec: OptionSpec { get }
}

/// An option that is there or not.
package struct Flag: DeclaredOption {
    package let spec: OptionSpec

    package init(_ name: String, letter: Character? = nil, _ help: Message) {
        spec = OptionSpec(name: name, letter: letter, value: .none, placeholder: Message("", ""), help: help)
    }
}
