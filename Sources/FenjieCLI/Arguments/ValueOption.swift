package import FenjieModel
internal import FenjieText

/// An option with a value of a certain type.
package struct ValueOption<Value: Sendable>: DeclaredOption {
    package private(set) var spec: OptionSpec
    package let read: @Sendable (String) throws(ValueProblem) -> Value

    /// Declares an option whose value `read` understands.
    ///
    /// - Parameters:
    ///   - name: the long name without dashes.
    ///   - letter: the letter of the short form.
    ///   - value: what completion offers.
    ///   - placeholder: what help calls the value.
    ///   - help: what the option is for.
    ///   - read: turns the text into the value, or says why it is none.
    package init(
        _ name: String, letter: Character? = nil, value: OptionSpec.Value = .text, placeholder: Message,
        _ help: Message, read: @escaping @Sendable (String) throws(ValueProblem) -> Value
    ) {
        spec = OptionSpec(name: name, letter: letter, value: value, placeholder: placeholder, help: help)
        spec.check = { text throws(ValueProblem) in _ = try read(text) }
        self.read = read
    }

    /// The same option, usable several times.
    package var repeated: ValueOption {
        var option = self
        option.spec.isRepeated = true
        return option
    }

    /// The same option with a value that holds when it is not used.
    package func withDefault(_ value: Value, shownAs text: String) -> DefaultedOption<Value> {
        DefaultedOption(option: self, value: value, text: text)
    }
}

/// An option that always has a value.
package struct DefaultedOption<Value: Sendable>: DeclaredOption {
    package let option: ValueOption<Value>
    package let defaultValue: Value
    package let spec: OptionSpec

    fileprivate init(option: ValueOption<Value>, value: Value, text: String) {
        self.option = option
        defaultValue = value
        var spec = option.spec
        spec.defaultText = text
        self.spec = spec
    }
}

extension ValueOption where Value == String {
    /// An option that takes any text but none at all.
    package static func text(
        _ name: String, letter: Character? = nil, placeholder: Message, _ help: Message
    ) -> ValueOption {
        ValueOption(name, letter: letter, placeholder: placeholder, help, read: nonEmpty)
    }

    /// An option that takes the path of a file that is read, or of a folder of such.
    package static func inputFile(
        _ name: String, letter: Character? = nil, placeholder: Message = Message("文件", "FILE"), _ help: Message
    ) -> ValueOption {
        ValueOption(name, letter: letter, value: .file(.input), placeholder: placeholder, help, read: nonEmpty)
    }

    /// An option that takes the path of a file that is written.
    package static func outputFile(
        _ name: String, letter: Character? = nil, placeholder: Message = Message("文件", "FILE"), _ help: Message
    ) -> ValueOption {
        ValueOption(name, letter: letter, value: .file(.output), placeholder: placeholder, help, read: nonEmpty)
    }

    /// An option that takes the path of a folder into which something is written.
    package static func outputFolder(
        _ name: String, letter: Character? = nil, placeholder: Message = Message("文件夹", "FOLDER"), _ help: Message
    ) -> ValueOption {
        ValueOption(name, letter: letter, value: .folder(.output), placeholder: placeholder, help, read: nonEmpty)
    }

    /// An option that takes one of some names, for lists that are only known at run time.
    package static func choice(
        _ name: String, letter: Character? = nil, among names: [String], placeholder: Message, _ help: Message
    ) -> ValueOption {
        ValueOption(name, letter: letter, value: .choice(names), placeholder: placeholder, help) {
            text throws(ValueProblem) in
            guard let match = names.first(where: { $0.lowercased() == text.lowercased() }) else {
                throw .notAChoice(text, names)
            }
            return match
        }
    }

    private static func nonEmpty(_ text: String) throws(ValueProblem) -> String {
        guard !text.isEmpty else { throw ValueProblem(Message("值是空的", "the value is empty")) }
        return text
    }
}

extension ValueOption where Value: RawRepresentable<String> & CaseIterable {
    /// An option that takes one of the names of an enumeration.
    package static func choice(
        _ name: String, letter: Character? = nil, _ type: Value.Type, placeholder: Message? = nil,
        _ help: Message
    ) -> ValueOption {
        let names = Value.allCases.map(\.rawValue)
        let shown = placeholder ?? Message(names.joined(separator: "|"), names.joined(separator: "|"))
        return ValueOption(name, letter: letter, value: .choice(names), placeholder: shown, help) {
            text throws(ValueProblem) in
            guard let value = Value(rawValue: text) ?? Value(rawValue: text.lowercased()) else {
                throw .notAChoice(text, names)
            }
            return value
        }
    }

    /// The same option with a case that holds when it is not used.
    package func withDefault(_ value: Value) -> DefaultedOption<Value> {
        withDefault(value, shownAs: value.rawValue)
    }
}

extension ValueOption where Value == Int {
    /// An option that takes a whole number.
    package static func integer(
        _ name: String, letter: Character? = nil, in range: ClosedRange<Int>, placeholder: Message, _ help: Message
    ) -> ValueOption {
        ValueOption(name, letter: letter, placeholder: placeholder, help) { text throws(ValueProblem) in
            guard let number = Int(text), range.contains(number) else {
                throw ValueProblem(
                    Message(
                        "“\(text)”不是 \(range.lowerBound) 到 \(range.upperBound) 之间的整数",
                        "'\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)"))
            }
            return number
        }
    }
}

extension ValueProblem {
    /// A text that is none of some names.
    package static func notAChoice(_ text: String, _ names: [String]) -> ValueProblem {
        ValueProblem(
            Message(
                "没有“\(text)”这个值；可用：\(names.joined(separator: "、"))",
                "there is no '\(text)'; it can be \(names.joined(separator: ", "))"),
            hint: UsageFailure.didYouMean(NearestNames.suggestions(for: text, among: names)))
    }
}
