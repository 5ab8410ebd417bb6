internal import Glibc
internal import Synchronization

/// What happens when someone stops the program: temporary files go, and the process ends at once.
///
/// The signals are blocked in every thread and one thread waits for them. That thread is an ordinary one, so it may take
/// the lock on the list of temporary files; a signal handler could not, as it may interrupt the holder of that lock.
public enum Interruption {
    private static let handler = Mutex<(@Sendable (Int32) -> Bool)?>(nil)

    /// Lets someone know of the first signal.
    ///
    /// - Parameter body: is given the number of the signal, on a thread of its own; it returns whether the program is on
    ///   its way to an end, so that it is not ended at once. A second signal always ends it.
    package static func onFirst(_ body: (@Sendable (Int32) -> Bool)?) { handler.withLock { $0 = body } }

    /// Starts to watch. Call it first thing, before any other thread exists: threads inherit the blocked signals.
    ///
    /// A signal that the caller chose to ignore (`nohup`, or a job in the background of a script) stays ignored.
    public static func watch() {
        signal(SIGPIPE, SIG_IGN)
        var signals = watched()
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        var thread = pthread_t()
        guard unsafe pthread_create(&thread, nil, { _ in Interruption.wait() }, nil) == 0 else {
            unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            return
        }
        pthread_detach(thread)
    }

    private static func wait() -> Never {
        var signals = watched()
        var number: Int32 = 0
        while true {
            while unsafe sigwait(&signals, &number) != 0 {}
            let body = handler.withLock { $0.take() }
            guard let body, body(number) else { TemporaryFiles.endProcess(status: 128 + number) }
        }
    }

    private static func watched() -> sigset_t {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { unsafe sigaddset(&signals, number) }
        return signals
    }

    /// Whether the caller had a signal ignored when the process began.
    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard unsafe sigaction(number, nil, &action) == 0 else { return false }
        // SIG_IGN is the address 1, which no function has.
        return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }
}
