internal import Dispatch
internal import Synchronization

/// State that several threads change and wait for.
final class Monitor<State: Sendable>: Sendable {
    private struct Inner: Sendable {
        var state: State
        var waiters: [DispatchSemaphore] = []
    }

    private let inner: Mutex<Inner>

    init(_ state: State) { inner = Mutex(Inner(state: state)) }

    /// Changes the state and wakes whoever waits for it.
    func change<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
        let (result, waiters) = inner.withLock { inner in
            let result = body(&inner.state)
            let waiters = inner.waiters
            inner.waiters = []
            return (result, waiters)
        }
        for waiter in waiters { waiter.signal() }
        return result
    }

    /// Waits until `body` has a result, and wakes the others: it may have changed the state.
    ///
    /// - Parameters:
    ///   - milliseconds: how long to wait at most; `nil` for ever.
    ///   - body: looks at the state; it changes it only where it returns a result.
    /// - Returns: the result; `nil` where the time is up.
    func wait<Result: Sendable>(atMost milliseconds: Int? = nil, for body: (inout State) -> Result?) -> Result? {
        let end = milliseconds.map { DispatchTime.now() + .milliseconds($0) }
        while true {
            let semaphore = DispatchSemaphore(value: 0)
            let (result, waiters): (Result?, [DispatchSemaphore]) = inner.withLock { inner in
                guard let result = body(&inner.state) else {
                    inner.waiters.append(semaphore)
                    return (nil, [])
                }
                let waiters = inner.waiters
                inner.waiters = []
                return (result, waiters)
            }
            for waiter in waiters { waiter.signal() }
            if let result { return result }
            guard let end else {
                semaphore.wait()
                continue
            }
            if semaphore.wait(timeout: end) == .timedOut {
                inner.withLock { inner in inner.waiters.removeAll { $0 === semaphore } }
                return nil
            }
        }
    }
}
