internal import FenjieGrammar

/// 序时进度: how much should be done by the day of a review, and how much is.
///
/// Only tasks whose deadline is a day count, and none that was called off; 全年, 长期坚持 and deadlines that cannot be
/// read have no place in a schedule. Each task counts once, whatever the number of its units.
///
/// - `planned`, what should be done: tasks whose deadline is the day of the review or earlier, of all that have a day;
/// - `actual`, what is done: tasks done by that day, due or not yet due, of the same;
/// - `gap`: `actual` less `planned` in tenths of a percentage point; below 0 the work is behind schedule;
/// - `timely`: of the tasks that should be done, those that are;
/// - `elapsed`: of the days from 1 January of the year of the first deadline to 31 December of the year of the last, those
///   that have gone, the day of the review included.
public struct ReviewSchedule: Sendable, Hashable {
    /// How much should be done.
    public let planned: Proportion
    /// How much is done.
    public let actual: Proportion
    /// How much is done of what should be.
    public let timely: Proportion
    /// How much of the time is gone.
    public let elapsed: Proportion

    /// By how many tenths of a percentage point the work is ahead; below 0 where it is behind. `nil` without deadlines.
    public var gap: Int? {
        guard planned.whole > 0 else { return nil }
        // Rounded once; the difference of two rounded shares may be off by a tenth.
        let ahead = actual.part - planned.part
        return (ahead < 0 ? -1 : 1) * (Proportion(abs(ahead), of: planned.whole).permille ?? 0)
    }

    init(_ tasks: [ReviewedTask], on day: CivilDate) {
        let dated = tasks.filter { $0.due != nil && $0.state != .setAside }
        let due = dated.filter(\.isDue)
        let done = dated.count { $0.state == .done }
        planned = Proportion(due.count, of: dated.count)
        actual = Proportion(done, of: dated.count)
        timely = Proportion(due.count { $0.state == .done }, of: due.count)
        let years = dated.compactMap { $0.due?.year }
        guard let first = years.min().flatMap({ CivilDate(year: $0, month: 1, day: 1) }),
            let last = years.max().flatMap({ CivilDate(year: $0, month: 12, day: 31) })
        else {
            elapsed = Proportion(0, of: 0)
            return
        }
        let length = last.dayNumber - first.dayNumber + 1
        elapsed = Proportion(min(max(0, day.dayNumber - first.dayNumber + 1), length), of: length)
    }
}
