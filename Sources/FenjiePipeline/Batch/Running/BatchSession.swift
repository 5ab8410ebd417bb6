internal import FenjieFiles
internal import FenjieModel
internal import FenjieText
internal import Synchronization

/// An output folder that is held for a pipeline, over one run or several.
public final class BatchSession {
    private let batch: BatchSetup
    private let observer: any BatchObserver
    private let manifest: Manifest
    private let isLasting: Bool
    private let created = CreatedFolders()
    /// The plan of the first run, where it was made before the session began.
    private var plan: BatchPlan?
    /// Ends the session from another thread.
    public let stopper = BatchStopper()

    /// The file that tells what became of each input.
    public var manifestPath: String { manifest.path }

    /// Whether some step works on all inputs together.
    public var hasWholeSteps: Bool { !batch.wholeSteps.isEmpty }

    init(
        _ batch: BatchSetup, manifest: Manifest, observer: any BatchObserver, plan: BatchPlan?, isLasting: Bool
    ) {
        self.plan = plan
        self.batch = batch
        self.manifest = manifest
        self.observer = observer
        self.isLasting = isLasting
    }

    /// Works on inputs, then on all of them together.
    ///
    /// - Parameter inputs: the inputs.
    /// - Returns: how it ended.
    /// - Throws: a ``Failure`` where the manifest could not be written any more.
    public func run(_ inputs: BatchInputs) throws -> BatchSummary {
        try run(inputs, isMerge: false)
    }

    /// Takes in the manifests of parts and works on all inputs together; no input is worked on alone.
    ///
    /// - Parameter inputs: the inputs of all parts.
    /// - Returns: how it ended; inputs that no part has done count as unreadable.
    /// - Throws: a ``Failure`` where the manifest could not be written.
    public func merge(_ inputs: BatchInputs) throws -> BatchSummary {
        try run(inputs, isMerge: true)
    }

    private func run(_ inputs: BatchInputs, isMerge: Bool) throws -> BatchSummary {
        observer.note(inputs.findings)
        let plan = try self.plan.take().flatMap { $0.isMade(for: inputs) ? $0 : nil } ?? BatchPlan(inputs, batch)
        observer.begin(total: plan.items.count)
        var tally = Tally(
            keepsEntries: isMerge || !isLasting && !manifest.contents.known.isEmpty,
            keepsInputs: !batch.wholeSteps.isEmpty && batch.options.shard == nil)
        tally.summary.total = plan.items.count
        let execution = BatchExecution(
            plan.items, worker: worker(for: plan, isMerge: isMerge), committer: committer)
        stopper.watch(execution)
        defer { stopper.watch(nil) }
        let end = try execution.run { outcomes in
            try manifest.append(outcomes.filter { $0.kind == .worked && !isMerge }.map(\.entry))
            for outcome in outcomes {
                tally.add(outcome)
                observer.report(outcome)
            }
        } tick: { finished in
            observer.tick(finished: finished, total: plan.items.count)
        }
        tally.summary.untried = end.untried
        tally.summary.stop = end.stop
        try finish(&tally, isMerge: isMerge)
        return tally.summary
    }

    /// Runs the steps with all inputs, and leaves the manifest in order.
    private func finish(_ tally: inout Tally, isMerge: Bool) throws {
        let isPart = batch.options.shard != nil
        if tally.keepsInputs, tally.summary.stop == nil, tally.summary.untried == 0 {
            if tally.held > 0 { observer.note([Self.leftOut(tally.held)]) }
            for (name, step) in batch.wholeSteps {
                tally.entries.append(try run(name, step, tally.inputs, &tally.summary))
            }
        }
        if tally.keepsEntries, tally.summary.stop != .disk, !isPart || tally.summary.untried == 0 {
            // Lines that newer ones replace go, and those that are left stand in the order of the inputs.
            try manifest.rewrite(tally.entries, keepingOthers: !isPart)
            if isMerge { try manifest.removeParts() }
        }
        manifest.sync()
    }

    /// Whether all is done for an input, as the manifest says.
    func isSettled(_ input: Input) -> Bool {
        manifest.contents.settledInputs.contains(input.path)
    }

    /// Puts the lines of the manifest in order when a lasting session ends.
    public func close() throws {
        guard isLasting else { return }
        try manifest.rewrite([], keepingOthers: true)
        manifest.sync()
    }

    private func worker(for plan: BatchPlan, isMerge: Bool) -> ItemWorker {
        var work = batch
        if isMerge {
            work.options.resumes = true
            work.itemSteps = [NotDoneStep()]
        }
        return ItemWorker(
            batch: work, manifest: proof, created: created,
            // Where there are fewer inputs than cores, those that are free help within one.
            inner: Workers(plan.items.count < batch.jobs ? batch.jobs / max(1, plan.items.count) : 1))
    }

    private var proof: ManifestProof {
        ManifestProof(manifest.contents, folder: batch.options.output)
    }

    private var committer: OutputCommitter { OutputCommitter(manifest: proof, replacing: batch.options.replacing) }

    /// Runs a step with all inputs, unless the manifest proves it done.
    private func run(
        _ name: String, _ step: any WholeStep, _ inputs: [WholeInput], _ summary: inout BatchSummary
    ) throws -> ManifestEntry {
        let options = batch.options
        var prepared = PreparedItem(
            entry: ManifestEntry(step: name, input: "", name: "", options: batch.fingerprint, version: options.version))
        let list = inputs.map { "\($0.input.relativePath)\0\($0.digest?.description ?? "")" }.joined(separator: "\0")
        prepared.entry.digest = Digest(of: list).description
        prepared.entry.size = inputs.count
        if options.resumes, let entry = proof.proof(of: prepared.entry) {
            prepared.kind = .proven
            prepared.entry = entry
        } else {
            let outputs = StepOutputs(folder: options.output, created: created)
            do {
                let result = try step.run(inputs, outputs)
                prepared.findings = result.findings
                prepared.outputs = outputs.take()
                committer.commit(&prepared)
                if let failure = result.failure, prepared.failure == nil { prepared.note(failure) }
            } catch {
                prepared.fail(error, at: options.output)
            }
        }
        let outcome = prepared.finish()
        if outcome.kind == .worked { try manifest.append([outcome.entry]) }
        summary.add(outcome)
        observer.report(outcome)
        return outcome.entry
    }

    private static func leftOut(_ count: Int) -> Finding {
        Finding(
            "input-held", .warning,
            message: Message(
                "有 \(count) 个文件因发现问题未进入汇总",
                "inputs that were left out of the steps with all, for what was found: \(count)"),
            hint: Message("改好后重新运行", "run again when they are put right"))
    }
}

/// Ends a run in good order: no further input is begun, those under way are finished. Any thread may ask for it.
public final class BatchStopper: Sendable {
    private let state = Mutex<(execution: BatchExecution?, isStopped: Bool)>((nil, false))

    init() {}

    /// Whether somebody asked.
    public var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Asks.
    public func stop() {
        state.withLock { state in
            state.isStopped = true
            state.execution?.stop()
        }
    }

    func watch(_ execution: BatchExecution?) {
        state.withLock { state in
            state.execution = execution
            if state.isStopped { execution?.stop() }
        }
    }
}

/// Stands for the steps in a merge: whatever the manifests do not prove done is missing.
private struct NotDoneStep: ItemStep {
    static let name = "merge"
    static let summary = Message("合并", "merges")
    static let options: [StepOption] = []

    init() {}

    init(_ options: StepOptions, _ setup: inout StepSetup) throws {}

    func targets(for input: Input) -> [String] { [] }

    func run(_ item: StepItem, _ outputs: StepOutputs) throws -> [Finding] {
        throw FileFailure(
            .input, path: item.input.path,
            Message("没有哪一份处理过它，或结果已被改动", "no part has done it, or its outputs were changed"),
            hint: Message("请重新运行相应的一份（--resume）后再合并", "run the parts again with --resume, then merge"))
    }
}

/// What has come out of the inputs of a run so far.
private struct Tally {
    /// Whether the lines of the manifest are needed again at the end.
    let keepsEntries: Bool
    /// Whether the inputs are needed again, by steps that work on all of them.
    let keepsInputs: Bool
    var summary = BatchSummary()
    var entries: [ManifestEntry] = []
    private(set) var inputs: [WholeInput] = []
    /// How many inputs were held back for what was found in them.
    private(set) var held = 0

    init(keepsEntries: Bool, keepsInputs: Bool) {
        self.keepsEntries = keepsEntries
        self.keepsInputs = keepsInputs
    }

    mutating func add(_ outcome: BatchOutcome) {
        summary.add(outcome)
        if keepsEntries, outcome.kind != .elsewhere { entries.append(outcome.entry) }
        guard keepsInputs else { return }
        guard outcome.entry.status != .held else {
            held += 1
            return
        }
        inputs.append(
            WholeInput(
                input: Input(path: outcome.entry.input, relativePath: outcome.entry.name), digest: outcome.digest,
                failure: outcome.digest == nil ? outcome.failure as? FileFailure : nil))
    }
}
