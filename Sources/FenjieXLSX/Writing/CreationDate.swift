internal import Dispatch
internal import Synchronization

/// Keeps workbooks with different creation dates from being written at the same time.
///
/// The library below turns the date into text with `gmtime`, which all threads share. Equal dates do no harm.
enum CreationDate {
    private struct Use {
        var date = 0
        var count = 0
        /// Those who wait for another date than the one in use, in the order in which they came.
        var waiters: [(date: Int, semaphore: DispatchSemaphore)] = []
    }

    private static let use = Mutex(Use())

    /// Enters with a date; waits while another date is in use, or waited for before.
    static func enter(_ date: Int) {
        let semaphore: DispatchSemaphore? = use.withLock { use in
            if use.count == 0 || use.date == date && use.waiters.isEmpty {
                use.date = date
                use.count += 1
                return nil
            }
            let semaphore = DispatchSemaphore(value: 0)
            use.waiters.append((date, semaphore))
            return semaphore
        }
        semaphore?.wait()
    }

    /// Leaves; the last one hands over to all who wait for the date that was asked for first.
    static func leave() {
        let admitted: [DispatchSemaphore] = use.withLock { use in
            use.count -= 1
            guard use.count == 0, let next = use.waiters.first?.date else { return [] }
            let admitted = use.waiters.filter { $0.date == next }.map(\.semaphore)
            use.waiters.removeAll { $0.date == next }
            use.date = next
            use.count = admitted.count
            return admitted
        }
        for semaphore in admitted { semaphore.signal() }
    }
}
