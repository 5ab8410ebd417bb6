public import FenjieFiles
public import FenjieModel
internal import FenjieText

/// One pipeline, ready to run over inputs.
///
/// ```swift
/// let batch = try Batch(pipeline, options, observer: observer)
/// let inputs = try BatchInputs(pipeline.inputs, base: "", extensions: batch.extensions, output: options.output)
/// let summary = try batch.open().run(inputs)
/// ```
public final class Batch {
    private let batch: BatchSetup
    private let observer: any BatchObserver
    /// The plan that was checked last, so that the run need not make it again.
    private var checked: BatchPlan?

    /// The extensions of files that the steps take from folders.
    public let extensions: [String]

    /// Prepares the steps: templates, unit directories and issued worksheets are read.
    ///
    /// - Parameters:
    ///   - pipeline: what is to be done.
    ///   - options: how.
    ///   - observer: is told what happens.
    /// - Throws: a ``Failure`` where something that a step needs cannot be read; nothing was touched then.
    public init(_ pipeline: Pipeline, _ options: BatchOptions, observer: any BatchObserver) throws {
        self.observer = observer
        let jobs = Workers(options.jobs ?? pipeline.jobs).count
        let threshold = options.failOn ?? pipeline.failOn
        var setup = StepSetup(
            pipeline, language: options.language, renderer: options.renderer, workers: Workers(jobs),
            inputs: options.replacing.inputs)
        options.replacing.inputs.add(pipeline.file)
        var items: [any ItemStep] = []
        var whole: [(name: String, step: any WholeStep)] = []
        var extensions: [String] = []
        for (number, step) in pipeline.steps.enumerated() {
            guard let type = PipelineSteps.named(step.name) else { continue }
            let made = try type.init(step.options, &setup)
            if let step = made as? any ItemStep { items.append(step) }
            if let step = made as? any WholeStep { whole.append(("\(number + 1) \(type.name)", step)) }
            extensions += type.extensions.filter { !extensions.contains($0) }
        }
        self.extensions = extensions
        batch = BatchSetup(
            options: options, itemSteps: items, wholeSteps: whole, consequence: pipeline.consequence,
            threshold: threshold, fingerprint: Self.fingerprint(pipeline, setup, threshold), jobs: jobs)
        observer.note(setup.findings)
    }

    /// Everything but the inputs that decides on what outputs hold.
    private static func fingerprint(
        _ pipeline: Pipeline, _ setup: StepSetup, _ threshold: FailureThreshold
    ) -> String {
        var parts = [pipeline.canonical]
        // Where findings hold an input back, their weight decides on what is written.
        if pipeline.consequence != .continue { parts.append(threshold.rawValue) }
        parts += setup.resources.map { "\($0.name) \($0.digest)" }
        return Digest(of: parts.joined(separator: "\0")).description
    }

    /// What would be done, in the order of the inputs.
    ///
    /// - Parameters:
    ///   - inputs: the inputs.
    ///   - report: is given each input, what is to become of it, and what would be written.
    /// - Throws: a ``Failure`` where the pipeline cannot run over these inputs.
    public func plan(
        _ inputs: BatchInputs, report: (Input, PlannedState, [String]) throws -> Void
    ) throws {
        observer.note(inputs.findings)
        let plan = try BatchPlan(inputs, batch)
        let options = batch.options
        let manifest = Manifest.read(folder: options.output)
        observer.note(manifest.findings)
        let looker = PlanLooker(
            proof: ManifestProof(manifest, folder: options.output), batch: batch,
            readsInputs: options.resumes || options.shard != nil)
        // So many at a time that memory does not grow with their number.
        for start in stride(from: 0, to: plan.items.count, by: 1_024) {
            let part = Array(plan.items[start..<min(start + 1_024, plan.items.count)])
            for (item, state) in zip(part, Workers(batch.jobs).map(part, looker.state)) {
                try report(item.input, state, batch.itemSteps.flatMap { $0.targets(for: item.input) })
            }
        }
    }

    /// Makes sure that no two steps write the same file; ``open(isLasting:)`` touches the output folder already.
    ///
    /// - Parameter inputs: the inputs.
    /// - Throws: ``PipelineFailure`` where the pipeline cannot run over these inputs.
    public func check(_ inputs: BatchInputs) throws {
        checked = try BatchPlan(inputs, batch)
    }

    /// What the steps with all inputs would write.
    public var wholeTargets: [(step: String, paths: [String])] { batch.wholeSteps.map { ($0.name, $0.step.targets) } }

    /// Opens the output folder for one or several runs; no other run can be at work there meanwhile.
    ///
    /// - Parameter isLasting: whether the runs of the session build on each other, as when a folder is watched.
    /// - Returns: the session, which holds the folder as long as it lives.
    /// - Throws: a ``Failure`` where the folder is in use or cannot be written.
    public func open(isLasting: Bool = false) throws -> BatchSession {
        let options = batch.options
        for path in Manifest.paths(folder: options.output, shard: options.shard) {
            try options.replacing.checkInputs(path)
        }
        try Folder.create(options.output)
        let manifest = try Manifest(folder: options.output, shard: options.shard, remembers: isLasting)
        let mark = options.shard?.mark ?? "run"
        TemporaryFiles.mark = mark + "-"
        let isWhole = options.shard == nil
        let removed = TemporaryFiles.removeLeftOver(in: options.output) { found in
            isWhole ? found.hasPrefix("run") : found == mark
        }
        observer.note(manifest.contents.findings)
        if removed > 0 { observer.note([Self.removed(removed, options.output)]) }
        return BatchSession(
            batch, manifest: manifest, observer: observer, plan: checked.take(), isLasting: isLasting)
    }

    private static func removed(_ count: Int, _ folder: String) -> Finding {
        Finding(
            "temporary-files-removed", .info, at: Place(file: folder),
            message: Message(
                "清理了上次中断留下的 \(count) 个临时文件", "temporary files of an interrupted run were removed: \(count)"))
    }
}

/// What is to become of an input.
public enum PlannedState: Sendable {
    /// It is worked on.
    case work
    /// The manifest proves it done.
    case done
    /// Another machine has it.
    case elsewhere
    /// It cannot be worked on.
    case failure(any Failure)
}

/// Looks at inputs for a plan.
private struct PlanLooker: Sendable {
    let proof: ManifestProof
    let batch: BatchSetup
    let readsInputs: Bool

    func state(of item: BatchItem) -> PlannedState {
        if let failure = item.failure { return .failure(failure) }
        guard readsInputs else { return .work }
        do throws(FileFailure) {
            let reading = try ItemReading(path: item.input.path)
            if let shard = batch.options.shard, !shard.contains(reading.digest) { return .elsewhere }
            var entry = batch.entry(for: item.input)
            entry.digest = reading.digest.description
            entry.size = reading.size
            return batch.options.resumes && proof.proof(of: entry) != nil ? .done : .work
        } catch {
            return .failure(error)
        }
    }
}
