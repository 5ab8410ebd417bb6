package import FenjieGrammar

/// Days as people type them into cells: 2024-09-30, 2024.9.30, 2024/9/30, 2024年9月30日, 20240930.
package enum WrittenDate {
    /// A day, and whether it was told by a spreadsheet's day count.
    package struct Reading {
        package let day: CivilDate
        var isSerial = false
    }

    /// Whether a value is a day in the standard form, perhaps with a time of day behind it.
    static func isStandard(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count >= 10 else { return false }
        let start = range.lowerBound
        var numbers = (0, 0, 0)
        for offset in 0..<10 {
            let byte = bytes[start + offset]
            if offset == 4 || offset == 7 {
                guard byte == 0x2D else { return false }
                continue
            }
            let digit = byte &- 0x30
            guard digit < 10 else { return false }
            if offset < 4 {
                numbers.0 = numbers.0 * 10 + Int(digit)
            } else if offset < 7 {
                numbers.1 = numbers.1 * 10 + Int(digit)
            } else {
                numbers.2 = numbers.2 * 10 + Int(digit)
            }
        }
        guard (1...9999).contains(numbers.0), numbers.2 >= 1,
            numbers.2 <= CivilDate.monthLength(year: numbers.0, month: numbers.1)
        else { return false }
        return range.count == 10 || isTime(bytes, (start + 10)..<range.upperBound)
    }

    /// `T08:00`, ` 08:00:00`.
    private static func isTime(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard (6...15).contains(range.count), bytes[range.lowerBound] == 0x54 || bytes[range.lowerBound] == 0x20 else {
            return false
        }
        return range.dropFirst().allSatisfy { index in
            bytes[index] &- 0x30 < 10 || bytes[index] == 0x3A || bytes[index] == 0x2E
        }
    }

    /// The day that a text names; `nil` where it names none for certain.
    package static func day(of text: String) -> Reading? {
        guard text.utf8.count <= 64 else { return nil }
        let bytes = Array(text.utf8)
        if isStandard(bytes, 0..<bytes.count) { return CivilDate(parsing: text.prefix(10)).map { Reading(day: $0) } }
        var numbers: [(value: Int, digits: Int)] = []
        var wasDigit = false
        for scalar in text.unicodeScalars {
            if let digit = digit(scalar) {
                if wasDigit, let last = numbers.last {
                    guard last.digits < 8 else { return nil }
                    numbers[numbers.count - 1] = (last.value * 10 + digit, last.digits + 1)
                } else {
                    numbers.append((digit, 1))
                }
                wasDigit = true
            } else {
                guard "-./年月日号．／－、 ".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace else {
                    return nil
                }
                wasDigit = false
            }
        }
        if numbers.count == 3, numbers[0].digits == 4, numbers[1].digits <= 2, numbers[2].digits <= 2 {
            return CivilDate(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
                .map { Reading(day: $0) }
        }
        guard numbers.count == 1, let number = numbers.first else { return nil }
        if number.digits == 8 {
            return CivilDate(year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
                .map { Reading(day: $0) }
        }
        // A spreadsheet counts days from 1899-12-30; these are the years 1982 to 2091.
        guard number.digits == 5, (30_000...70_000).contains(number.value) else { return nil }
        return CivilDate(dayNumber: number.value - 25_569).map { Reading(day: $0, isSerial: true) }
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }
}
