internal import Synchronization

/// The files that a command reads, so that none of its outputs takes the place of one.
///
/// Files count by what they are, however their paths are spelled or linked.
public final class InputRegister: Sendable {
    private let files = Mutex<[FileStatus.Identity: String]>([:])

    /// A register of no files.
    public init() {}

    /// Notes a file; where there is none, nothing can be lost. `-` is the file that standard input was redirected from.
    public func add(_ path: String) {
        let path = path == "-" ? "/dev/stdin" : path
        guard let status = FileStatus(path: path), status.kind == .file else { return }
        files.withLock { $0[status.identity] = path }
    }

    /// Notes files that were looked at already.
    package func add(_ found: [FileStatus.Identity: String]) {
        files.withLock { files in
            if files.isEmpty { files = found } else { files.merge(found) { $1 } }
        }
    }

    /// The path under which a file was noted; `nil` for a file that is no input.
    ///
    /// The numbers of files that are gone are given to others: a path that leads elsewhere by now says nothing.
    func path(of identity: FileStatus.Identity) -> String? {
        guard let path = files.withLock({ $0[identity] }), FileStatus(path: path)?.identity == identity else {
            return nil
        }
        return path
    }
}
