internal import Dispatch
internal import FenjieFiles
internal import FenjieModel

/// Works on many inputs at once and hands on what became of them in their order.
///
/// Some threads read and compose, one for each core; others sync what is written, which is waiting for the disk. The
/// calling thread reports, and puts an input aside that takes too long. However many inputs there are, only so many are
/// under way: nobody begins one too far ahead of the last that was reported.
final class BatchExecution: Sendable {
    private struct State: Sendable {
        var next = 0
        var isStopping = false
        var stop: BatchSummary.Stop?
        /// Inputs that a worker has, and since when.
        var running: [Int: ContinuousClock.Instant] = [:]
        /// Inputs whose outputs are to appear.
        var queue: [(index: Int, item: PreparedItem)] = []
        var committing = 0
        /// Inputs that are done with and not reported.
        var ready: [Int: BatchOutcome] = [:]
        var pendingFindings = 0
        var reported = 0

        /// Whether somebody might wait to begin an input.
        var isCrowded: Bool {
            next - reported >= BatchExecution.window || queue.count >= BatchExecution.queueLimit - 1
                || pendingFindings >= BatchExecution.findingLimit
        }

        var isOver: Bool { isStopping && running.isEmpty && queue.isEmpty && committing == 0 }

        mutating func finish(_ index: Int, _ outcome: BatchOutcome, _ wakenings: inout [Wakening]) {
            ready[index] = outcome
            pendingFindings += outcome.findings.count
            if index == reported { wakenings.append(.all(.report)) }
            end(&wakenings)
        }

        mutating func stop(_ reason: BatchSummary.Stop?, _ wakenings: inout [Wakening]) {
            isStopping = true
            stop = stop ?? reason
            end(&wakenings)
        }

        /// Where nothing is left to do, all have to know.
        func end(_ wakenings: inout [Wakening]) {
            guard isStopping else { return }
            wakenings += [.all(.item)]
            if isOver { wakenings += [.all(.report), .all(.commit)] }
        }
    }

    /// What threads wait for.
    private enum Topic: Sendable {
        /// An input to begin.
        case item
        /// Outputs that are to appear.
        case commit
        /// An input that can be reported.
        case report
    }

    private typealias Wakening = Monitor<State, Topic>.Wakening

    /// How far ahead of the last reported input one may begin.
    private static let window = 1_024
    /// How many inputs may wait for the disk.
    private static let queueLimit = 64
    /// How many findings may wait to be reported.
    private static let findingLimit = 100_000
    /// How many threads wait for the disk: the syncs of several files share one commit of its journal.
    private static let committers = 8

    private let items: [BatchItem]
    private let worker: ItemWorker
    private let committer: OutputCommitter
    private let jobs: Int
    private let timeout: Double?
    private let failsFast: Bool
    private let monitor = Monitor<State, Topic>(State())

    init(_ items: [BatchItem], worker: ItemWorker, committer: OutputCommitter) {
        self.items = items
        self.worker = worker
        self.committer = committer
        jobs = worker.batch.jobs
        timeout = worker.batch.options.timeout
        failsFast = worker.batch.options.failsFast
    }

    /// Works on all inputs.
    ///
    /// - Parameters:
    ///   - report: is given what became of inputs, in their order.
    ///   - tick: is called now and then.
    /// - Returns: how many inputs were not begun, and why.
    /// - Throws: what `report` throws; inputs under way are finished.
    func run(
        report: ([BatchOutcome]) throws -> Void, tick: (Int) -> Void
    ) throws -> (untried: Int, stop: BatchSummary.Stop?) {
        for number in 0..<min(jobs, items.count) { start("worker.\(number)") { $0.work() } }
        for number in 0..<min(Self.committers, items.count) { start("committer.\(number)") { $0.commit() } }
        var problem: (any Error)?
        while let outcomes = takeReady() {
            do {
                if problem == nil, !outcomes.isEmpty { try report(outcomes) }
            } catch {
                problem = error
                stop(.disk)
            }
            expire()
            tick(monitor.look { $0.reported })
        }
        if let problem { throw problem }
        return monitor.look { state in (items.count - state.next, state.stop) }
    }

    /// Begins no further input.
    func stop(_ reason: BatchSummary.Stop? = nil) {
        monitor.change { state, wakenings in state.stop(reason, &wakenings) }
    }

    private func start(_ name: String, _ body: @escaping @Sendable (BatchExecution) -> Void) {
        // A serial queue gets a thread of its own.
        DispatchQueue(label: "fenjie.\(name)").async { body(self) }
    }

    /// What can be reported next; nothing now and then, `nil` when all is done.
    private func takeReady() -> [BatchOutcome]? {
        let outcomes: [BatchOutcome]?? = monitor.wait(for: .report, atMost: 100) { state, wakenings in
            var outcomes: [BatchOutcome] = []
            let wasCrowded = state.isCrowded
            while let outcome = state.ready.removeValue(forKey: state.reported) {
                outcomes.append(outcome)
                state.pendingFindings -= outcome.findings.count
                state.reported += 1
            }
            if wasCrowded, !outcomes.isEmpty { wakenings.append(.all(.item)) }
            if !outcomes.isEmpty { return .some(outcomes) }
            return state.isOver ? .some(nil) : nil
        }
        switch outcomes {
        case .some(let outcomes): return outcomes
        case nil: return []
        }
    }

    private func work() {
        while let index = takeItem() {
            var item = worker.prepare(items[index])
            if item.stop == nil, item.failure != nil, failsFast { item.stop = .failure }
            let prepared = item
            let isCurrent = monitor.change { state, wakenings in
                // An input that took too long was given up, and another worker has this one's place.
                guard state.running.removeValue(forKey: index) != nil else { return false }
                if prepared.outputs.isEmpty {
                    var prepared = prepared
                    state.finish(index, prepared.finish(), &wakenings)
                } else {
                    state.queue.append((index, prepared))
                    wakenings.append(.one(.commit))
                }
                if let reason = prepared.stop { state.stop(reason, &wakenings) }
                return true
            }
            guard isCurrent else { return }
        }
    }

    private func takeItem() -> Int? {
        let index: Int?? = monitor.wait(for: .item) { state, wakenings in
            guard state.next < items.count, !state.isStopping else {
                state.stop(nil, &wakenings)
                return .some(nil)
            }
            let isNextToReport = state.next == state.reported
            guard
                isNextToReport
                    || state.next - state.reported < Self.window && state.queue.count < Self.queueLimit
                        && state.pendingFindings < Self.findingLimit
            else { return nil }
            let index = state.next
            state.next += 1
            state.running[index] = .now
            return index
        }
        return index ?? nil
    }

    private func commit() {
        while let (index, prepared) = takePrepared() {
            var item = prepared
            committer.commit(&item)
            if item.stop == nil, item.failure != nil, failsFast { item.stop = .failure }
            let outcome = item.finish()
            let reason = item.stop
            monitor.change { state, wakenings in
                state.committing -= 1
                state.finish(index, outcome, &wakenings)
                if let reason { state.stop(reason, &wakenings) }
            }
        }
    }

    private func takePrepared() -> (Int, PreparedItem)? {
        let taken: (Int, PreparedItem)?? = monitor.wait(for: .commit) { state, wakenings in
            guard !state.queue.isEmpty else { return state.isOver ? .some(nil) : nil }
            if state.isCrowded { wakenings.append(.all(.item)) }
            let first = state.queue.removeFirst()
            state.committing += 1
            return .some((first.index, first.item))
        }
        return taken ?? nil
    }

    /// Gives up inputs that take too long. Their threads cannot be ended; others take their places.
    private func expire() {
        guard let timeout else { return }
        let limit = BatchSeconds.duration(timeout)
        let late = monitor.change { state, wakenings in
            let late = state.running.filter { ContinuousClock.now - $0.value > limit }.keys.sorted()
            for index in late {
                state.running[index] = nil
                state.finish(index, timedOut(index, timeout), &wakenings)
                if failsFast { state.stop(.failure, &wakenings) }
            }
            return late
        }
        for index in late { start("replacement.\(index)") { $0.work() } }
    }

    private func timedOut(_ index: Int, _ timeout: Double) -> BatchOutcome {
        let input = items[index].input
        let seconds = Int(exactly: timeout)
        var item = PreparedItem(entry: worker.batch.entry(for: input))
        item.fail(
            FileFailure(
                .input, path: input.path,
                Message(
                    "\(seconds.map(String.init) ?? "\(timeout)") 秒内没有处理完，已放弃",
                    "it was given up after \(seconds.map { Message.counted($0, "second") } ?? "\(timeout) seconds")"),
                hint: Message("请检查该文件，或用 --timeout 放宽", "look at the file, or allow more with --timeout")),
            at: input.path)
        return item.finish()
    }
}
