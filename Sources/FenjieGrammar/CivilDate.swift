internal import FenjieModel

/// A day of the Gregorian calendar, without time or zone: `2022-09-30`.
public struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Makes a date; `nil` where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.monthLength(year: year, month: month)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2022-09-30`, ISO 8601 in its extended form and nothing else.
    public init?(parsing text: some StringProtocol) {
        var numbers = [0, 0, 0]
        var length = 0
        for byte in text.utf8 {
            switch (length, byte) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
            case (0..<10, UInt8(ascii: "0")...UInt8(ascii: "9")) where length != 4 && length != 7:
                let field = length < 4 ? 0 : length < 7 ? 1 : 2
                numbers[field] = numbers[field] * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            length += 1
        }
        guard length == 10 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// Makes the date that lies a number of days after 1970-01-01; `nil` outside the years 1 to 9999.
    public init?(dayNumber: Int) {
        guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
        let (year, month, day) = DayCount.day(dayNumber)
        self.init(year: year, month: month, day: day)
    }

    /// The number of days since 1970-01-01.
    public var dayNumber: Int { DayCount.number(year: year, month: month, day: day) }

    /// The day of the week, from 1 (Monday) to 7 (Sunday).
    public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

    /// The number of days of a month; 0 where there is no such month.
    public static func monthLength(year: Int, month: Int) -> Int {
        DayCount.monthLength(year: year, month: month)
    }

    /// The last day of a month.
    public static func lastDay(year: Int, month: Int) -> CivilDate? {
        CivilDate(year: year, month: month, day: monthLength(year: year, month: month))
    }

    /// The date a number of days later; `nil` beyond the year 9999.
    public func adding(days: Int) -> CivilDate? {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        return overflow ? nil : CivilDate(dayNumber: sum)
    }

    /// The date a number of months later, on the month's last day where it has no such day.
    public func adding(months: Int) -> CivilDate? {
        guard abs(months) < 200_000 else { return nil }
        let total = year * 12 + month - 1 + months
        guard total >= 12 else { return nil }
        let length = Self.monthLength(year: total / 12, month: total % 12 + 1)
        return CivilDate(year: total / 12, month: total % 12 + 1, day: min(day, length))
    }

    /// The date a number of working days later, Monday to Friday; public holidays are not known here.
    public func adding(workingDays: Int) -> CivilDate? {
        // A count that begins on a weekend begins as if on the Friday before.
        guard (0...3_000_000).contains(workingDays), let friday = adding(days: min(0, 5 - weekday)) else { return nil }
        guard workingDays > 0 else { return self }
        let rest = workingDays % 5
        guard let date = friday.adding(days: workingDays / 5 * 7) else { return nil }
        return date.adding(days: rest + (date.weekday + rest > 5 ? 2 : 0))
    }

    /// The date as `2022-09-30`.
    public var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        for (number, divisor) in [(year, 1000), (month, 10), (day, 10)] {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
            var place = divisor
            while place > 0 {
                bytes.append(UInt8(ascii: "0") + UInt8(number / place % 10))
                place /= 10
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Earlier dates first.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
