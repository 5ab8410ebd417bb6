import Synchronization

/// Counts what several workers do.
final class Counter: Sendable {
    private let state: Mutex<[Int]>

    init(_ size: Int) { state = Mutex(Array(repeating: 0, count: size)) }

    func add(_ item: Int) { state.withLock { $0[item] += 1 } }

    var counts: [Int] { state.withLock { $0 } }
}
