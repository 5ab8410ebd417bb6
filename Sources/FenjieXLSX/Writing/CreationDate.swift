internal import Synchronization

/// Keeps workbooks with different creation dates from being written at the same time.
///
/// The library below turns the date into text with `gmtime`, which all threads share. Equal dates do no harm.
enum CreationDate {
    private struct Use {
        var date = 0
        var count = 0
    }

    private static let use = Mutex(Use())

    /// Enters with a date; `false` where another date is in use.
    static func enter(_ date: Int) -> Bool {
        use.withLock { use in
            guard use.count == 0 || use.date == date else { return false }
            use.date = date
            use.count += 1
            return true
        }
    }

    /// Leaves.
    static func leave() { use.withLock { $0.count -= 1 } }
}
