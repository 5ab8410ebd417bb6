package import FenjieGrammar
package import FenjieModel

extension ValueOption {
    /// An option that takes a day.
    package static func date(
        _ name: String, letter: Character? = nil, _ help: Message
    ) -> ValueOption<CivilDate> where Value == CivilDate {
        ValueOption(name, letter: letter, placeholder: Message("日期", "DATE"), help) { text throws(ValueProblem) in
            guard let day = CivilDate(parsing: text) else {
                throw ValueProblem(
                    Message("“\(text)”不是日期", "'\(text)' is not a date"),
                    hint: Message("请写成 2022-09-30 的样子", "write it like 2022-09-30"))
            }
            return day
        }
    }
}
