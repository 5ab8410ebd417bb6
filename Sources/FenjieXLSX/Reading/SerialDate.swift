/// Dates and times as workbooks count them, ECMA-376 Part 1, 18.17.4, written as ISO 8601.
package enum SerialDate {
    private static let dayMilliseconds = 86_400_000

    /// Adds a date, a time of day, or both.
    ///
    /// Below one it is a time of day. Day 60 of the 1900 system, a 29 February that never was, reads as the 28th.
    /// - Returns: `false` where there is no such date between 1900 and 9999; nothing is added then.
    package static func append(_ value: Double, from1904: Bool, to buffer: inout [UInt8]) -> Bool {
        guard value >= 0, value < (from1904 ? 2_957_004 : 2_958_466) else { return false }
        var day = Int(value)
        var milliseconds = Int(((value - Double(day)) * Double(dayMilliseconds)).rounded())
        if day == 0, milliseconds < dayMilliseconds {
            appendTime(milliseconds, to: &buffer)
            return true
        }
        if !from1904, value < 60 { day += 1 }
        if milliseconds >= dayMilliseconds {
            milliseconds -= dayMilliseconds
            day += 1
        }
        // Days before 1970-01-01 at which the systems begin.
        let date = CivilDate(daysSince1970: day - (from1904 ? 24_107 : 25_569))
        guard date.year <= 9_999 else { return false }
        appendPadded(date.year, width: 4, to: &buffer)
        buffer.append(UInt8(ascii: "-"))
        appendPadded(date.month, width: 2, to: &buffer)
        buffer.append(UInt8(ascii: "-"))
        appendPadded(date.day, width: 2, to: &buffer)
        if milliseconds > 0 {
            buffer.append(UInt8(ascii: "T"))
            appendTime(milliseconds, to: &buffer)
        }
        return true
    }

    /// Adds a length of time as hours, minutes and seconds.
    ///
    /// - Returns: `false` where it is longer than the calendar; nothing is added then.
    package static func appendElapsed(_ value: Double, to buffer: inout [UInt8]) -> Bool {
        guard value.magnitude < 2_958_466 else { return false }
        let milliseconds = Int((value.magnitude * Double(dayMilliseconds)).rounded())
        if value < 0, milliseconds > 0 { buffer.append(UInt8(ascii: "-")) }
        appendTime(milliseconds, to: &buffer)
        return true
    }

    private static func appendTime(_ milliseconds: Int, to buffer: inout [UInt8]) {
        appendPadded(milliseconds / 3_600_000, width: 2, to: &buffer)
        buffer.append(UInt8(ascii: ":"))
        appendPadded(milliseconds / 60_000 % 60, width: 2, to: &buffer)
        buffer.append(UInt8(ascii: ":"))
        appendPadded(milliseconds / 1_000 % 60, width: 2, to: &buffer)
        guard milliseconds % 1_000 > 0 else { return }
        buffer.append(UInt8(ascii: "."))
        appendPadded(milliseconds % 1_000, width: 3, to: &buffer)
    }

    private static func appendPadded(_ value: Int, width: Int, to buffer: inout [UInt8]) {
        let text = String(value).utf8
        buffer.append(contentsOf: repeatElement(0x30, count: max(0, width - text.count)))
        buffer.append(contentsOf: text)
    }
}

/// A day of the Gregorian calendar, found by counting in periods of 400 years.
struct CivilDate {
    let year: Int
    let month: Int
    let day: Int

    init(daysSince1970: Int) {
        // Years that begin in March put the leap day last.
        let days = daysSince1970 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}
