internal import FenjieModel
internal import Glibc

/// A moment of the system's clock.
package struct Timestamp: Sendable, CustomStringConvertible {
    private let seconds: Int
    private let milliseconds: Int

    /// This moment.
    package static var now: Timestamp {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(seconds: time.tv_sec, milliseconds: time.tv_nsec / 1_000_000)
    }

    /// A moment in seconds since 1970.
    package init(seconds: Int, milliseconds: Int) {
        self.seconds = seconds
        self.milliseconds = milliseconds
    }

    /// The moment as ISO 8601 in universal time: `2026-01-31T08:15:00.125Z`.
    package var description: String {
        let day = DayCount.day(seconds / 86_400)
        let time = seconds % 86_400
        return "\(Self.digits(day.year, 4))-\(Self.digits(day.month, 2))-\(Self.digits(day.day, 2))"
            + "T\(Self.digits(time / 3_600, 2)):\(Self.digits(time / 60 % 60, 2)):\(Self.digits(time % 60, 2))"
            + ".\(Self.digits(milliseconds, 3))Z"
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}
