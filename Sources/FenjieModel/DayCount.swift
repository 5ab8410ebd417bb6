/// The Gregorian calendar as a count of days, 0 for 1970-01-01, in both directions.
///
/// Years are taken to begin in March, so that the leap day comes last; an era is 400 of them.
package enum DayCount {
    private static let eraLength = 146_097
    /// 1970-01-01, counted from 0000-03-01.
    private static let epoch = 719_468

    /// The number of a day.
    ///
    /// - Parameters:
    ///   - year: the year, within the range of the calendar's 9999 years.
    ///   - month: the month, 1 to 12.
    ///   - day: the day of the month, from 1.
    /// - Returns: the days since 1970-01-01.
    package static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * eraLength + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - epoch
    }

    /// The day of a number.
    ///
    /// - Parameter number: days since 1970-01-01, a few million at most.
    /// - Returns: year, month and day.
    package static func day(_ number: Int) -> (year: Int, month: Int, day: Int) {
        let days = number + epoch
        let era = (days >= 0 ? days : days - eraLength + 1) / eraLength
        let dayOfEra = days - era * eraLength
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The number of days of a month; 0 where there is no such month.
    ///
    /// - Parameters:
    ///   - year: the year.
    ///   - month: the month, from 1.
    /// - Returns: 28 to 31.
    package static func monthLength(year: Int, month: Int) -> Int {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        default: 0
        }
    }
}
