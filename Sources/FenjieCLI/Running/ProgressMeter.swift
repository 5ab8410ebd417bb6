internal import FenjieFiles
internal import FenjieModel
internal import Synchronization

/// How far a long run is: a bar on a terminal, a line now and then elsewhere, nothing where the user wants quiet.
final class ProgressMeter: Sendable {
    private struct State {
        var total = 0
        var start = ContinuousClock.now
        var lastShown = ContinuousClock.now
        var isShown = false
    }

    private let console: Console
    private let state = Mutex(State())

    /// Seconds between two lines where nobody watches.
    private static let lineInterval = 10.0
    /// Seconds between two drawings of the bar.
    private static let barInterval = 0.1

    init(_ console: Console) { self.console = console }

    func begin(total: Int) {
        state.withLock { state in
            state = State()
            state.total = total
        }
    }

    /// Shows how far it is, if it is time.
    func update(_ finished: Int) {
        guard !console.isQuiet else { return }
        let now = ContinuousClock.now
        let line: String? = state.withLock { state in
            let interval = console.error.isTerminal ? Self.barInterval : Self.lineInterval
            guard state.total > 0, Self.seconds(now - state.lastShown) >= interval, finished < state.total else {
                return nil
            }
            state.lastShown = now
            state.isShown = console.error.isTerminal
            let elapsed = Self.seconds(now - state.start)
            return console.error.isTerminal
                ? "\r" + bar(finished, state.total, elapsed) + "\u{1B}[K"
                : words(finished, state.total, elapsed) + "\n"
        }
        if let line { console.talk(line) }
    }

    /// Takes the bar away, so that something else can be said.
    func clear() {
        let wasShown = state.withLock { state in
            defer { state.isShown = false }
            return state.isShown
        }
        if wasShown { console.talk("\r\u{1B}[K") }
    }

    /// `[######······] 1234/2000  523 个/秒  剩余 0:02`.
    private func bar(_ finished: Int, _ total: Int, _ elapsed: Double) -> String {
        let words = words(finished, total, elapsed)
        let room = min(30, console.width - TextWidth.columns(words) - 4)
        guard room >= 5 else { return words }
        let filled = finished * room / max(1, total)
        return "[" + String(repeating: "#", count: filled) + String(repeating: "·", count: room - filled) + "] " + words
    }

    private func words(_ finished: Int, _ total: Int, _ elapsed: Double) -> String {
        let rate = elapsed > 0 ? Double(finished) / elapsed : 0
        guard rate > 0 else { return "\(finished)/\(total)" }
        let left = Self.clock(Double(total - finished) / rate)
        let shown = rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate))"
        return Message(
            "\(finished)/\(total)  \(shown) 个/秒  剩余 \(left)", "\(finished)/\(total)  \(shown)/s  \(left) left"
        ).text(in: console.language)
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(min(seconds.rounded(.up), 359_999))
        let tail = (whole % 60 < 10 ? ":0" : ":") + String(whole % 60)
        guard whole >= 3_600 else { return "\(whole / 60)" + tail }
        return "\(whole / 3_600)" + (whole / 60 % 60 < 10 ? ":0" : ":") + String(whole / 60 % 60) + tail
    }

    static func seconds(_ duration: Duration) -> Double {
        let parts = duration.components
        return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }
}
