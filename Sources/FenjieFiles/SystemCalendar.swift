internal import Glibc

/// The calendar of the machine.
public enum SystemCalendar {
    /// Today where the machine stands: year, month from 1, day from 1.
    public static var today: (year: Int, month: Int, day: Int) {
        var now = time(nil)
        var parts = unsafe tm()
        unsafe localtime_r(&now, &parts)
        return unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    }
}
