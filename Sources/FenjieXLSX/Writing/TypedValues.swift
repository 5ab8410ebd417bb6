/// Numbers that a spreadsheet holds without any loss.
package enum PlainNumber {
    /// The value of plain decimal text; `nil` for anything else, such as `007`, `1e3` or more than 15 digits.
    package static func value(of text: String) -> Double? {
        let digits = text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        guard (1...15).contains(digits), digits + 2 >= text.utf8.count else { return nil }
        let body = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && isDigits($0) }),
            parts[0] == "0" || !parts[0].hasPrefix("0")
        else { return nil }
        return Double(text)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

/// Dates as a spreadsheet counts them: days, with 1900-01-01 as 1 and a 29 February 1900 that never was.
package enum DateSerial {
    /// The number of a date written `2022-09-30`; `nil` for anything else and for dates before 1900-03-01.
    package static func value(of text: String) -> Double? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            (1900...9999).contains(year), (1...12).contains(month),
            (1...days(in: month, of: year)).contains(day)
        else { return nil }
        let serial = daysSince1970(year: year, month: month, day: day) + 25_569
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

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Years are taken to begin in March, so that the leap day comes last.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
