package import FenjieModel

/// A day of the calendar as an option takes it: `2022-09-30`.
package struct CalendarDay: Sendable, Hashable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Reads an ISO 8601 date; `nil` where there is no such day.
    package init?(parsing text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
            (1...2).contains(parts[2].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0,
            (1...12).contains(month)
        else { return nil }
        let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...days[month - 1]).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    package var description: String {
        let padded = [(year, 4), (month, 2), (day, 2)].map { number, width in
            String(repeating: "0", count: max(0, width - String(number).utf8.count)) + String(number)
        }
        return padded.joined(separator: "-")
    }
}

extension ValueOption where Value == CalendarDay {
    /// An option that takes a day.
    package static func date(_ name: String, letter: Character? = nil, _ help: Message) -> ValueOption {
        ValueOption(name, letter: letter, placeholder: Message("日期", "DATE"), help) { text throws(ValueProblem) in
            guard let day = CalendarDay(parsing: text) else {
                throw ValueProblem(
                    Message("“\(text)”不是日期", "'\(text)' is not a date"),
                    hint: Message("请写成 2022-09-30 的样子", "write it like 2022-09-30"))
            }
            return day
        }
    }
}
