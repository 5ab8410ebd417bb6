internal import FenjieFiles
internal import FenjieModel
internal import FenjiePipeline
internal import FenjieText

/// Says what a run does: findings and failures as they come, progress, the sums in the end, and a log for machines.
final class BatchReporter: BatchObserver {
    private let console: Console
    let progress: ProgressMeter
    private var log: RunLog?
    /// What is to be logged once the log is open; `nil` from then on.
    private var earlier: [[Finding]]? = []
    private var hasLogFailed = false
    private var start = ContinuousClock.now

    init(_ console: Console) {
        self.console = console
        progress = ProgressMeter(console)
    }

    /// Opens the log, if there is to be one, when it is known what the run reads.
    func open(log path: String?, sparing inputs: InputRegister) throws {
        log = try path.map { try RunLog(path: $0, sparing: inputs, language: console.language) }
        for findings in earlier.take() ?? [] { record { try $0.note(findings) } }
    }

    /// The run begins.
    func start(pipeline: String, _ options: BatchOptions) {
        record { try $0.start(pipeline: pipeline, options) }
    }

    func begin(total: Int) {
        start = .now
        progress.begin(total: total)
    }

    func note(_ findings: [Finding]) {
        guard !findings.isEmpty else { return }
        earlier?.append(findings)
        record { try $0.note(findings) }
        show(findings.filter { !console.isQuiet || $0.severity > .info })
    }

    func report(_ outcome: BatchOutcome) {
        if outcome.kind != .elsewhere { record { try $0.item(outcome) } }
        if let failure = outcome.failure {
            progress.clear()
            console.report(failure)
        }
        // Notes on each of thousands of files would bury what has to be seen; they are in the log.
        show(outcome.findings.filter { $0.severity > .info })
    }

    func tick(finished: Int, total: Int) { progress.update(finished) }

    /// The run is over.
    func end(_ summary: BatchSummary, of session: BatchSession, output: String, asJSON: Bool) throws {
        progress.clear()
        record { try $0.end(summary) }
        if asJSON {
            try console.print(BatchSummaryText(summary).json(output: output).text())
        } else {
            console.say(BatchSummaryText(summary).message(seconds: ProgressMeter.seconds(.now - start)))
            if summary.has(.unreadable) || summary.has(.unwritable), !output.isEmpty {
                console.say(
                    Message(
                        "哪些文件没有做成，见 \(session.manifestPath)；改正后加 --resume 再运行",
                        "\(session.manifestPath) tells which failed; run again with --resume when they are put right"))
            }
        }
    }

    /// How the program ends.
    func status(of summary: BatchSummary, failingOn threshold: FailureThreshold) -> ExitStatus {
        if summary.has(.bug) { return .bug }
        if summary.stop == .disk || hasLogFailed { return .output }
        if summary.has(.unreadable) || summary.has(.unwritable) { return .batch }
        return summary.findings.contains { $0.value > 0 && threshold.includes($0.key) } ? .findings : .done
    }

    private func show(_ findings: [Finding]) {
        guard !findings.isEmpty else { return }
        progress.clear()
        let sorted = findings.sorted { $0.place.isBefore($1.place) }
        console.talk(FindingList(sorted, language: console.language, style: console.style, listing: "--log").text)
    }

    /// Writes to the log; one that cannot be written any more is told of once, and the run goes on.
    private func record(_ body: (RunLog) throws -> Void) {
        guard let log else { return }
        do {
            try body(log)
        } catch {
            self.log = nil
            hasLogFailed = true
            progress.clear()
            if let failure = error as? any Failure { console.report(failure) }
        }
    }
}
