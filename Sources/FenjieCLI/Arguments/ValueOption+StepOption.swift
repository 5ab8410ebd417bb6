package import FenjieGrammar
package import FenjieModel
package import FenjiePipeline
package import FenjieText

// An option of the command line that a step of a pipeline has too is declared once, as that of the step; what is said here
// is how it looks on a command line.

extension Flag {
    /// The flag of a step.
    package init(_ option: StepOption) { self.init(option.name, option.summary) }
}

extension ValueOption {
    /// An option of a step whose value `read` understands.
    package init(
        _ option: StepOption, placeholder: Message, read: @escaping @Sendable (String) throws(ValueProblem) -> Value
    ) {
        self.init(option.name, placeholder: placeholder, option.summary, read: read)
    }

    /// An option of a step that takes a day.
    package static func date(_ option: StepOption) -> ValueOption<CivilDate> where Value == CivilDate {
        .date(option.name, option.summary)
    }

    /// An option of a step that takes an encoding.
    package static func encoding(_ option: StepOption) -> ValueOption<TextEncoding> where Value == TextEncoding {
        .encoding(option.name, option.summary)
    }
}

extension ValueOption where Value == String {
    /// An option of a step that takes any text but none at all.
    package static func text(_ option: StepOption, placeholder: Message) -> ValueOption {
        .text(option.name, placeholder: placeholder, option.summary)
    }

    /// An option of a step that takes the path of a file that is read.
    package static func inputFile(
        _ option: StepOption, placeholder: Message = Message("文件", "FILE")
    ) -> ValueOption { .inputFile(option.name, placeholder: placeholder, option.summary) }

    /// An option of a step that takes one of some names.
    package static func choice(_ option: StepOption, placeholder: Message? = nil) -> ValueOption {
        let names: [String] = if case .choice(let names) = option.kind { names } else { [] }
        let shown = Message(names.joined(separator: "|"), names.joined(separator: "|"))
        return .choice(option.name, among: names, placeholder: placeholder ?? shown, option.summary)
    }
}

extension ValueOption where Value: RawRepresentable<String> & CaseIterable {
    /// An option of a step that takes one of the names of an enumeration.
    package static func choice(_ option: StepOption, _ type: Value.Type) -> ValueOption {
        .choice(option.name, type, option.summary)
    }
}

extension ValueOption where Value == Int {
    /// An option of a step that takes a whole number.
    package static func integer(_ option: StepOption, placeholder: Message) -> ValueOption {
        let range = if case .integer(let range) = option.kind { range } else { Int.min...Int.max }
        return .integer(option.name, in: range, placeholder: placeholder, option.summary)
    }
}
