public import FenjieFiles
public import FenjieModel

/// How a pipeline is run.
public struct BatchOptions: Sendable {
    /// The folder into which everything goes.
    public var output: String
    /// How many inputs are worked on at a time; `nil` for one a core.
    public var jobs: Int?
    /// Whether what the manifest proves done is left alone.
    public var resumes = false
    /// The part of the inputs to work on; `nil` for all.
    public var shard: Shard?
    /// Whether the first input that fails ends the run.
    public var failsFast = false
    /// How many seconds an input may take.
    public var timeout: Double?
    /// Whether files that are not ours may be replaced; the run adds its inputs to those that never are.
    public var replacing: Replacement = false
    /// The program that runs, for the manifest.
    public var version: String
    /// The language of reports.
    public var language: Language
    /// From what weight on findings count.
    public var failOn: FailureThreshold?
    /// How reports about one input look.
    public var renderer: any ReportRenderer

    /// The usual.
    public init(output: String, version: String, language: Language, renderer: any ReportRenderer) {
        self.output = output
        self.version = version
        self.language = language
        self.renderer = renderer
    }
}

/// What became of one input, or of one step with all of them.
public struct BatchOutcome: Sendable {
    /// How it ended.
    public enum Kind: Sendable {
        /// It was worked on; the entry says how that went.
        case worked
        /// The manifest proved it done.
        case proven
        /// Another machine has it.
        case elsewhere
    }

    /// How it ended.
    public let kind: Kind
    /// What the manifest says of it.
    public let entry: ManifestEntry
    /// What was noticed.
    public let findings: [Finding]
    /// What went wrong.
    public let failure: (any Failure)?
    /// The digest of the input, for steps with all inputs.
    let digest: Digest?
}

/// Is told what a run does, on one thread and in the order of the inputs.
public protocol BatchObserver: AnyObject {
    /// The inputs are known.
    func begin(total: Int)
    /// Something that concerns no input alone.
    func note(_ findings: [Finding])
    /// An input, or a step with all of them, is done with.
    func report(_ outcome: BatchOutcome)
    /// Time has passed.
    func tick(finished: Int, total: Int)
}

/// How a run ended.
public struct BatchSummary: Sendable {
    /// How many inputs there are.
    public internal(set) var total = 0
    /// How many were worked on, by how that went.
    public internal(set) var counts: [ManifestEntry.Status: Int] = [:]
    /// How many steps with all inputs were done, by how that went.
    public internal(set) var steps: [ManifestEntry.Status: Int] = [:]
    /// How many the manifest proved done.
    public internal(set) var proven = 0
    /// How many other machines have.
    public internal(set) var elsewhere = 0
    /// How many were not begun.
    public internal(set) var untried = 0
    /// How many findings there are of each weight, those of proven inputs among them.
    public internal(set) var findings: [Severity: Int] = [:]
    /// Why the run ended before its time.
    public internal(set) var stop: Stop?

    /// Why a run ended before its time.
    public enum Stop: Sendable {
        /// An input failed, and that was to end it.
        case failure
        /// Something was found, and that was to end it.
        case finding
        /// Nothing can be written any more.
        case disk
    }

    /// How many inputs ended in some way.
    public func count(_ status: ManifestEntry.Status) -> Int { counts[status] ?? 0 }

    /// Whether an input, or a step with all of them, ended in some way.
    public func has(_ status: ManifestEntry.Status) -> Bool { count(status) > 0 || (steps[status] ?? 0) > 0 }

    mutating func add(_ outcome: BatchOutcome) {
        for (severity, count) in outcome.entry.findings { findings[severity, default: 0] += count }
        if outcome.entry.step != nil {
            if outcome.kind == .worked { steps[outcome.entry.status, default: 0] += 1 }
            return
        }
        switch outcome.kind {
        case .elsewhere: elsewhere += 1
        case .proven: proven += 1
        case .worked: counts[outcome.entry.status, default: 0] += 1
        }
    }
}
