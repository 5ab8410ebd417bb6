package import FenjieModel
package import FenjieText

extension ValueOption {
    /// An option that takes an encoding by any of its names.
    package static func encoding(
        _ name: String, _ help: Message
    ) -> ValueOption<TextEncoding> where Value == TextEncoding {
        let names = TextEncoding.allCases.map(\.rawValue)
        let placeholder = Message("编码", "NAME")
        return ValueOption(name, value: .choice(names), placeholder: placeholder, help) { text throws(ValueProblem) in
            guard let encoding = TextEncoding(parsing: text) else { throw .notAChoice(text, names) }
            return encoding
        }
    }
}
