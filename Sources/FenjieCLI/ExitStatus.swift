package import FenjieModel

/// How the program ends, as scripts see it.
package enum ExitStatus: Int32, Sendable, CaseIterable {
    /// Done, with no finding at or above `--fail-on`.
    case done = 0
    /// Done, with such findings; every output and report is written.
    case findings = 1
    /// The command line or a template or pipeline file is wrong; nothing was touched.
    case usage = 2
    /// An input could not be read; the other inputs are done.
    case input = 3
    /// An output could not be written.
    case output = 4
    /// A batch finished with some items in state `input` or `output`; the manifest says which.
    case batch = 5
    /// A bug of ours.
    case bug = 70
    /// Interrupted from the keyboard; nothing is half-written.
    case interrupted = 130
    /// Asked to end; nothing is half-written.
    case terminated = 143

    /// The status that one failure leads to.
    package init(_ kind: FailureKind) {
        switch kind {
        case .usage: self = .usage
        case .input: self = .input
        case .output: self = .output
        case .bug: self = .bug
        }
    }
}
