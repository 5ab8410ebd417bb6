internal import FenjieModel

/// Dates and times as workbooks count them, ECMA-376 Part 1, 18.17.4, written as ISO 8601.
package enum SerialDate {
    private static let dayMilliseconds = 86_400_000
    /// The days between the beginning of the 1900 system, which counts a 29 February 1900 that never was, and 1970-01-01.
    private static let first1900 = 25_569

    /// The number of a date written `2022-09-30` in the 1900 system.
    ///
    /// - Parameter text: a date; nothing else is a number, nor are dates before 1900-03-01.
    /// - Returns: its count of days.
    package static func value(of text: String) -> Double? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            (1900...9999).contains(year), day >= 1, day <= DayCount.monthLength(year: year, month: month)
        else { return nil }
        let serial = DayCount.number(year: year, month: month, day: day) + first1900
        return serial >= 61 ? Double(serial) : nil
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

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
        let date = DayCount.day(day - (from1904 ? 24_107 : first1900))
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

    /// Adds a month as `2026年9月`, and a date within it, or one with a time of day, as ISO 8601.
    ///
    /// - Returns: `false` where there is no such date between 1900 and 9999; nothing is added then.
    static func appendMonth(_ value: Double, from1904: Bool, to buffer: inout [UInt8]) -> Bool {
        let start = buffer.count
        guard append(value, from1904: from1904, to: &buffer) else { return false }
        let date = Array(buffer[start...])
        guard date.count == 10, date[8...].elementsEqual("01".utf8) else { return true }
        buffer.replaceSubrange((start + 4)..., with: "年".utf8)
        buffer.append(contentsOf: date[5..<7].drop { $0 == 0x30 })
        buffer.append(contentsOf: "月".utf8)
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
