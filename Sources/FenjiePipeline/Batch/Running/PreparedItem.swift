internal import FenjieFiles
internal import FenjieModel
internal import FenjieXLSX

/// What one input came to, before its outputs have appeared.
struct PreparedItem: Sendable {
    var kind = BatchOutcome.Kind.worked
    var entry: ManifestEntry
    var findings: [Finding] = []
    var failure: (any Failure)?
    var digest: Digest?
    var outputs: [StagedOutput] = []
    /// Why no further input should be begun.
    var stop: BatchSummary.Stop?
    var started = ContinuousClock.now

    /// What is reported in the end.
    mutating func finish() -> BatchOutcome {
        if kind == .worked {
            entry.findings = [:]
            for finding in findings { entry.findings[finding.severity, default: 0] += 1 }
            let time = (ContinuousClock.now - started).components
            entry.seconds = Double(time.seconds) + Double(time.attoseconds) / 1e18
            entry.finished = Timestamp.now.description
        }
        return BatchOutcome(kind: kind, entry: entry, findings: findings, failure: failure, digest: digest)
    }

    /// Nothing is kept.
    mutating func fail(_ error: any Error, at path: String) {
        let failure = error as? any Failure ?? UnknownFailure(path, "\(error)")
        outputs = []
        entry.outputs = []
        note(failure)
    }

    /// What was written stays, and yet not all is done.
    mutating func note(_ failure: any Failure) {
        self.failure = failure
        entry.failure = failure.message.english
        entry.status =
            switch failure.kind {
            case .input, .usage: .unreadable
            case .output: .unwritable
            case .bug: .bug
            }
        let isLasting =
            (failure as? FileFailure)?.isLasting
            ?? ((failure as? WorkbookWritingFailure).map { $0.cause == .system } ?? false)
        if failure.kind == .output, isLasting { stop = .disk }
    }
}
