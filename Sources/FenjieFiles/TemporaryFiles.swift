internal import Glibc
internal import Synchronization

/// The temporary files that this process has open, so that an interruption can remove them.
public enum TemporaryFiles {
    /// How every temporary file of ours ends.
    public static let suffix = ".fenjie-tmp"
    private static let paths = Mutex<Set<String>>([])
    private static let owner = Mutex("")

    /// What stands before the number of the process in the names of temporary files: the batch they belong to.
    package static var mark: String {
        get { owner.withLock { $0 } }
        set { owner.withLock { $0 = newValue } }
    }

    /// Creates and notes a file in one step, so that no interruption finds one that is not noted.
    ///
    /// - Returns: a descriptor for writing, or -1 with `errno`.
    package static func create(_ path: String) -> Int32 {
        paths.withLock { paths in
            let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { paths.insert(path) }
            return descriptor
        }
    }

    package static func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }

    package static func remove(_ path: String) { paths.withLock { _ = $0.remove(path) } }

    /// Removes all of them; for the last moments of an interrupted process.
    public static func removeAll() {
        paths.withLock { paths in
            for path in paths { unsafe unlink(path) }
            paths.removeAll()
        }
    }

    /// Removes all of them and ends the process, without letting go of the list: nothing new can appear meanwhile.
    package static func endProcess(status: Int32) -> Never {
        paths.withLock { paths in
            for path in paths { unsafe unlink(path) }
            _exit(status)
        }
    }
}
