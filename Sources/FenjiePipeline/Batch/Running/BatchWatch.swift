internal import Dispatch
internal import FenjieFiles
internal import FenjieModel

/// Works on files as they arrive.
///
/// A file counts as arrived when it has not changed from one look to the next and nobody has it open for writing; one that
/// changes later is worked on again.
public final class BatchWatch {
    /// How files are watched for.
    public struct Options: Sendable {
        /// Seconds between two looks.
        public var interval = 1.0
        /// The folder into which files are moved that are done; `nil` to leave them where they are.
        public var moveTo: String?

        /// The usual.
        public init() {}
    }

    private let session: BatchSession
    private let options: Options
    private let find: () throws -> BatchInputs
    private let observer: any BatchObserver
    private var seen: [String: FileStamp] = [:]
    private var treated: [String: FileStamp] = [:]
    private var told: Set<String> = []

    /// A watch.
    ///
    /// - Parameters:
    ///   - session: a lasting session that resumes.
    ///   - options: how often to look, and what to do with files that are done.
    ///   - observer: is told what happens.
    ///   - find: finds what lies there now.
    public init(
        _ session: BatchSession, _ options: Options, observer: any BatchObserver,
        find: @escaping () throws -> BatchInputs
    ) {
        self.session = session
        self.options = options
        self.observer = observer
        self.find = find
    }

    /// Watches until the session is stopped.
    ///
    /// - Parameter report: is given how each round ended.
    /// - Throws: a ``Failure`` where nothing can be written any more, or what `report` throws.
    public func run(report: (BatchSummary) throws -> Void) throws {
        while !session.stopper.isStopped {
            let found = try find()
            let arrived = found.inputs.filter(hasArrived)
            seen = Dictionary(
                found.inputs.compactMap { input in
                    FileStatus(path: input.path).map { (input.path, $0.stamp) }
                }, uniquingKeysWith: { $1 })
            tellOnce(found)
            if !arrived.isEmpty {
                // Steps with all inputs see those that were treated before too; the manifest spares the work.
                let fresh = Set(arrived.map(\.path))
                let all =
                    session.hasWholeSteps
                    ? found.inputs.filter { treated[$0.path] != nil || fresh.contains($0.path) } : arrived
                let summary = try session.run(BatchInputs(all))
                for input in arrived { treated[input.path] = seen[input.path] }
                if options.moveTo != nil, summary.stop == nil { move(arrived) }
                try report(summary)
                guard summary.stop == nil else { return }
            }
            wait()
        }
    }

    private func hasArrived(_ input: Input) -> Bool {
        guard let status = FileStatus(path: input.path), status.kind == .file, seen[input.path] == status.stamp,
            treated[input.path] != status.stamp
        else { return false }
        return !FileStatus.isBeingWritten(input.path)
    }

    /// What cannot be read is told of when it is first seen. An empty folder is nothing to be told of.
    private func tellOnce(_ found: BatchInputs) {
        for failure in found.failures {
            let path = failure.place.file ?? ""
            guard FileStatus(path: path)?.kind != .folder, told.insert(path).inserted else { continue }
            observer.note([
                Finding("input-unreadable", .error, at: failure.place, message: failure.message, hint: failure.hint)
            ])
        }
        let fresh = found.findings.filter { finding in
            told.insert("\(finding.code)\0\(finding.place.file ?? "")\0\(finding.message.english)").inserted
        }
        if !fresh.isEmpty { observer.note(fresh) }
    }

    /// Moves files that are done and have not changed since.
    private func move(_ inputs: [Input]) {
        guard let folder = options.moveTo else { return }
        for input in inputs where session.isSettled(input) && FileStatus(path: input.path)?.stamp == seen[input.path] {
            let target = PathText.joined(folder, input.relativePath)
            do throws(FileFailure) {
                try Folder.create(PathText.folder(of: target))
                try Folder.moveFile(input.path, to: target)
                treated[input.path] = nil
            } catch {
                observer.note([
                    Finding(
                        "input-not-moved", .warning, at: Place(file: input.path),
                        message: Message("没有移走：\(error.message.chinese)", "it was not moved: \(error.message.english)"))
                ])
            }
        }
    }

    /// Sleeps in slices, so that a request to stop is heard.
    private func wait() {
        let end = ContinuousClock.now + BatchSeconds.duration(options.interval)
        while ContinuousClock.now < end, !session.stopper.isStopped {
            DispatchSemaphore(value: 0).wait(timeoutMilliseconds: 50)
        }
    }
}

extension DispatchSemaphore {
    fileprivate func wait(timeoutMilliseconds: Int) { _ = wait(timeout: .now() + .milliseconds(timeoutMilliseconds)) }
}
