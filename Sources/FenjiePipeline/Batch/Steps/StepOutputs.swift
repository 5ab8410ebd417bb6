internal import FenjieFiles
internal import Synchronization

/// What the steps write for one input: kept under temporary names until everything is there.
public final class StepOutputs: Sendable {
    /// The output folder.
    let folder: String
    private let created: CreatedFolders
    private let staged = Mutex<[StagedOutput]>([])

    init(folder: String, created: CreatedFolders) {
        self.folder = folder
        self.created = created
    }

    /// Writes one output.
    ///
    /// - Parameters:
    ///   - path: its place below the output folder.
    ///   - body: fills it.
    /// - Returns: what `body` returns.
    /// - Throws: ``FileFailure`` where it cannot be written, and what `body` throws.
    func write<Result>(_ path: String, _ body: (inout Destination) throws -> Result) throws -> Result {
        let target = PathText.joined(folder, path)
        try created.create(PathText.folder(of: target))
        var destination = Destination.file(try OutputFile(staging: target))
        let result = try body(&destination)
        guard let output = try destination.stage() else { return result }
        staged.withLock { $0.append(output) }
        return result
    }

    /// Takes what was written, by path.
    func take() -> [StagedOutput] {
        staged.withLock { staged in
            let taken = staged
            staged = []
            return taken.sorted { $0.path < $1.path }
        }
    }
}

/// The folders that were made already, so that the system is asked once for each.
final class CreatedFolders: Sendable {
    private let paths = Mutex<Set<String>>([])

    func create(_ path: String) throws(FileFailure) {
        guard !path.isEmpty, !(paths.withLock { $0.contains(path) }) else { return }
        try Folder.create(path)
        paths.withLock { _ = $0.insert(path) }
    }
}
