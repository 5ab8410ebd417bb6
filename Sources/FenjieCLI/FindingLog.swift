package import FenjieModel
package import FenjiePipeline
internal import Synchronization

/// The findings and failures of one run; any task may add to it.
package final class FindingLog: Sendable {
    private let state = Mutex(State())

    private struct State {
        var findings: [Finding] = []
        var failures: [any Failure] = []
    }

    package init() {}

    package func add(_ finding: Finding) { state.withLock { $0.findings.append(finding) } }

    package func add(_ findings: some Sequence<Finding>) { state.withLock { $0.findings.append(contentsOf: findings) } }

    /// Notes that an input or an output failed while the rest goes on.
    package func add(_ failure: any Failure) { state.withLock { $0.failures.append(failure) } }

    /// The findings by file, then by place; those of one place in the order in which they came.
    package var findings: [Finding] { state.withLock { $0.findings }.sorted { $0.place.isBefore($1.place) } }

    /// The failures in the order in which they came.
    package var failures: [any Failure] { state.withLock { $0.failures } }

    /// How the run ends: the gravest failure, else 1 where a finding reaches the threshold.
    package func status(failingOn threshold: FailureThreshold) -> ExitStatus {
        state.withLock { state in
            // Ranked by what the user has to attend to first: our bug, the command line, outputs, inputs.
            let ranking: [FailureKind] = [.bug, .usage, .output, .input]
            for kind in ranking where state.failures.contains(where: { $0.kind == kind }) { return ExitStatus(kind) }
            return state.findings.contains { threshold.includes($0.severity) } ? .findings : .done
        }
    }
}

extension Place {
    /// Reading order: by file, line, sheet, row and column. What has no such number comes first.
    package func isBefore(_ other: Place) -> Bool {
        if file != other.file { return (file ?? "") < (other.file ?? "") }
        if line != other.line { return (line ?? 0) < (other.line ?? 0) }
        if sheet != other.sheet { return (sheet ?? "") < (other.sheet ?? "") }
        if row != other.row { return (row ?? 0) < (other.row ?? 0) }
        return (column ?? 0, byte ?? 0) < (other.column ?? 0, other.byte ?? 0)
    }
}
