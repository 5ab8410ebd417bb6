internal import FenjieXLSX
import Testing

@Suite("Serial dates")
struct SerialDateTests {
    @Test(
        "A serial number is a date, a time of day, or both",
        arguments: [
            (0, "00:00:00"), (0.5, "12:00:00"), (0.999_999_999_9, "1900-01-01"), (1, "1900-01-01"), (59, "1900-02-28"),
            (60, "1900-02-28"), (61, "1900-03-01"), (44_834, "2022-09-30"),
            (44_834.416_666_666_7, "2022-09-30T10:00:00"),
            (44_834.000_001_446_8, "2022-09-30T00:00:00.125"), (36_585, "2000-02-29"), (2_958_465, "9999-12-31"),
            (44_834.999_999_999_9, "2022-10-01"),
        ])
    func since1900(value: Double, text: String) {
        #expect(date(value) == text)
    }

    @Test(
        "Days count from 1904 where the workbook says so",
        arguments: [
            (0, "00:00:00"), (1, "1904-01-02"), (60, "1904-03-01"), (43_372, "2022-09-30"), (2_957_003, "9999-12-31"),
        ])
    func since1904(value: Double, text: String) {
        #expect(date(value, from1904: true) == text)
    }

    @Test(
        "What lies outside 1900 to 9999 is no date",
        arguments: [-1, -0.5, 2_958_466, 1e10, 1e300, .infinity, -.infinity, .nan])
    func outside(value: Double) {
        #expect(date(value) == nil)
        #expect(date(value, from1904: true) == nil)
    }

    @Test(
        "Lengths of time may pass 24 hours",
        arguments: [
            (0, "00:00:00"), (0.25, "06:00:00"), (1.0625, "25:30:00"), (-0.0625, "-01:30:00"), (100, "2400:00:00"),
            (0.000_005_787_037, "00:00:00.500"),
        ])
    func elapsed(value: Double, text: String) {
        var buffer: [UInt8] = []
        #expect(SerialDate.appendElapsed(value, to: &buffer))
        #expect(String(decoding: buffer, as: UTF8.self) == text)
    }

    @Test("Every day from 1900-03-01 to 2100 follows the one before")
    func calendar() {
        var (year, month, day) = (1900, 3, 1)
        for serial in 61...73_415 {
            let pad = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
            #expect(date(Double(serial)) == "\(year)-\(pad(month))-\(pad(day))")
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    private func date(_ value: Double, from1904: Bool = false) -> String? {
        var buffer: [UInt8] = []
        guard SerialDate.append(value, from1904: from1904, to: &buffer) else {
            #expect(buffer.isEmpty)
            return nil
        }
        return String(decoding: buffer, as: UTF8.self)
    }
}
