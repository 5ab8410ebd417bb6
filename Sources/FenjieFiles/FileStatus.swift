internal import Glibc

/// What stands under a path, links followed.
public struct FileStatus: Sendable, Hashable {
    /// What kind of thing it is.
    public enum Kind: Sendable {
        /// A file with bytes of its own.
        case file
        /// A folder.
        case folder
        /// A pipe, a device or a socket.
        case other
    }

    /// What makes a file itself, however its path is spelled.
    public struct Identity: Sendable, Hashable {
        let device: UInt
        let number: UInt
    }

    /// What kind of thing it is.
    public let kind: Kind
    /// The same for two paths that lead to the same file.
    public let identity: Identity

    /// Looks at a path; `nil` where nothing stands there.
    public init?(path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        default: kind = .other
        }
        identity = Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    }
}
