import FenjieGrammar
import Testing

@Suite("Civil dates")
struct CivilDateTests {
    @Test(
        "Day numbers agree with the calendar",
        arguments: [
            ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2022-09-30", 19_265, 5), ("0001-01-01", -719_162, 1),
            ("9999-12-31", 2_932_896, 5), ("1900-03-01", -25_508, 4),
        ])
    func countsDays(_ text: String, _ number: Int, _ weekday: Int) throws {
        let date = try #require(CivilDate(parsing: text))
        #expect(date.dayNumber == number)
        #expect(date.weekday == weekday)
        #expect(CivilDate(dayNumber: number) == date)
        #expect(date.description == text)
    }

    @Test("Every day of four centuries follows the one before it")
    func walksTheCalendar() throws {
        var last = try #require(CivilDate(year: 1799, month: 12, day: 31))
        var broken: [Int] = []
        for number in (last.dayNumber + 1)...(last.dayNumber + 146_097) {
            guard let date = CivilDate(dayNumber: number) else {
                broken.append(number)
                break
            }
            let follows =
                date.day == last.day + 1 && date.month == last.month
                || date.day == 1 && last.day == CivilDate.monthLength(year: last.year, month: last.month)
            if !follows || date <= last || date.dayNumber != number { broken.append(number) }
            last = date
        }
        #expect(broken.isEmpty)
        #expect(last.description == "2199-12-31")
    }

    @Test(
        "What is no date is refused",
        arguments: ["", "2022-9-30", "2022-13-01", "2022-02-29", "2022/09/30", "2022-09-300"])
    func refuses(_ text: String) { #expect(CivilDate(parsing: text) == nil) }

    @Test("Months are added within the month's length, working days over weekends")
    func adds() throws {
        let date = try #require(CivilDate(year: 2022, month: 1, day: 31))
        #expect(date.adding(months: 1)?.description == "2022-02-28")
        #expect(date.adding(months: -2)?.description == "2021-11-30")
        #expect(date.adding(days: 30)?.description == "2022-03-02")
        #expect(date.adding(days: Int.max) == nil)
        #expect(date.adding(months: Int.max) == nil)
        let friday = try #require(CivilDate(year: 2022, month: 5, day: 20))
        #expect(friday.adding(workingDays: 1)?.description == "2022-05-23")
        #expect(friday.adding(workingDays: 7)?.description == "2022-05-31")
        let saturday = try #require(friday.adding(days: 1))
        #expect(saturday.adding(workingDays: 1)?.description == "2022-05-23")
        #expect(saturday.adding(workingDays: 5)?.description == "2022-05-27")
    }
}
