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

        init(_ status: stat) {
            device = UInt(status.st_dev)
            number = UInt(status.st_ino)
        }
    }

    /// What kind of thing it is.
    public let kind: Kind
    /// The same for two paths that lead to the same file.
    public let identity: Identity
    /// The size in bytes and the moment of the last change; where they stay the same, so did the content.
    package let stamp: FileStamp

    /// Looks at a path; `nil` where nothing stands there.
    public init?(path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        default: kind = .other
        }
        identity = Identity(status)
        stamp = FileStamp(status)
    }
}

/// What changes when somebody writes to a file.
package struct FileStamp: Sendable, Hashable {
    /// The size in bytes.
    package let size: Int
    private let seconds: Int
    private let nanoseconds: Int

    init(_ status: stat) {
        size = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }
}

extension FileStatus {
    /// `F_SETLEASE` of Linux, which the module of the C library leaves out.
    private static let setLease: Int32 = 1_024

    /// Whether some process of this machine has a file open for writing; `false` where the system cannot tell.
    package static func isBeingWritten(_ path: String) -> Bool {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        // A lease for reading is granted only while nobody writes.
        if fcntl(descriptor, setLease, F_RDLCK) == 0 {
            _ = fcntl(descriptor, setLease, F_UNLCK)
            return false
        }
        return errno == EAGAIN
    }
}
