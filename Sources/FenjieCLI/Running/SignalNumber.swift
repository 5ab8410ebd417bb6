internal import Synchronization

/// The signal that asked for an end, told from one thread to another.
final class SignalNumber: Sendable {
    private let number = Mutex<Int32?>(nil)

    /// The signal; `nil` while there was none.
    var value: Int32? { number.withLock { $0 } }

    func set(_ value: Int32) { number.withLock { $0 = value } }
}
