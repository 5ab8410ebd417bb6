internal import Dispatch
internal import Synchronization

/// State that several threads change and wait for.
///
/// Whoever waits names what for; a change wakes those alone that it concerns, as waking a thread costs as much as hashing
/// a small file does.
final class Monitor<State: Sendable, Topic: Hashable & Sendable>: Sendable {
    private struct Inner: Sendable {
        var state: State
        var waiters: [Topic: [DispatchSemaphore]] = [:]
    }

    /// How many of those who wait for something are woken.
    enum Wakening: Sendable {
        case one(Topic)
        case all(Topic)
    }

    private let inner: Mutex<Inner>

    init(_ state: State) { inner = Mutex(Inner(state: state)) }

    /// Changes the state; `body` says who is woken.
    func change<Result: Sendable>(_ body: (inout State, inout [Wakening]) -> Result) -> Result {
        let (result, woken) = inner.withLock { inner in
            var wakenings: [Wakening] = []
            let result = body(&inner.state, &wakenings)
            return (result, Self.take(wakenings, &inner.waiters))
        }
        for waiter in woken { waiter.signal() }
        return result
    }

    /// Looks at the state.
    func look<Result: Sendable>(_ body: (borrowing State) -> Result) -> Result { inner.withLock { body($0.state) } }

    /// Waits until `body` has a result.
    ///
    /// - Parameters:
    ///   - topic: what is waited for.
    ///   - milliseconds: how long to wait at most; `nil` for ever.
    ///   - body: looks at the state; it changes it and says who is woken only where it returns a result.
    /// - Returns: the result; `nil` where the time is up.
    func wait<Result: Sendable>(
        for topic: Topic, atMost milliseconds: Int? = nil, _ body: (inout State, inout [Wakening]) -> Result?
    ) -> Result? {
        let end = milliseconds.map { DispatchTime.now() + .milliseconds($0) }
        while true {
            let semaphore = DispatchSemaphore(value: 0)
            let (result, woken): (Result?, [DispatchSemaphore]) = inner.withLock { inner in
                var wakenings: [Wakening] = []
                guard let result = body(&inner.state, &wakenings) else {
                    inner.waiters[topic, default: []].append(semaphore)
                    return (nil, [])
                }
                return (result, Self.take(wakenings, &inner.waiters))
            }
            for waiter in woken { waiter.signal() }
            if let result { return result }
            guard let end else {
                semaphore.wait()
                continue
            }
            if semaphore.wait(timeout: end) == .timedOut {
                inner.withLock { inner in inner.waiters[topic]?.removeAll { $0 === semaphore } }
                return nil
            }
        }
    }

    private static func take(
        _ wakenings: [Wakening], _ waiters: inout [Topic: [DispatchSemaphore]]
    ) -> [DispatchSemaphore] {
        var woken: [DispatchSemaphore] = []
        for wakening in wakenings {
            switch wakening {
            case .one(let topic):
                if let waiter = waiters[topic]?.popLast() { woken.append(waiter) }
            case .all(let topic): woken += waiters.removeValue(forKey: topic) ?? []
            }
        }
        return woken
    }
}
