internal import FenjieModel
internal import Glibc
internal import Synchronization

/// A file of lines that one process at a time may add to, or that several hold open to keep others away.
///
/// The lock is the system's (`flock`): it goes with the process, however that ends. The file may be replaced while it is
/// locked; who waits for it finds the new one.
package final class LockedFile: Sendable {
    /// The path.
    package let path: String
    /// Whether the system could lock it; some network file systems cannot.
    package let isLocked: Bool
    private let state: Mutex<State>

    private struct State {
        var descriptor: Int32
        var length: Int
    }

    /// Opens a file, creates it where it is missing, and locks it.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - isShared: whether others may hold it too; it is not written then.
    /// - Throws: ``FileFailure`` where it cannot be written, or another process holds it.
    package init(path: String, isShared: Bool = false) throws(FileFailure) {
        self.path = path
        while true {
            let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw .writing(path, code: errno) }
            let result = flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB)
            if result != 0, errno == EWOULDBLOCK {
                close(descriptor)
                throw .inUse(path)
            }
            var own = stat()
            var named = stat()
            // Whoever held it may have put another in its place.
            if unsafe fstat(descriptor, &own) == 0, unsafe stat(path, &named) == 0, own.st_ino == named.st_ino,
                own.st_dev == named.st_dev
            {
                guard own.st_mode & S_IFMT == S_IFREG else {
                    close(descriptor)
                    throw .notAFile(path)
                }
                isLocked = result == 0
                state = Mutex(State(descriptor: descriptor, length: Int(own.st_size)))
                return
            }
            close(descriptor)
        }
    }

    deinit { state.withLock { state in _ = close(state.descriptor) } }

    /// Everything that is in it.
    package func contents() throws(FileFailure) -> [UInt8] { try InputFile(path: path).contents() }

    /// Adds bytes; where they do not fit, none of them stay.
    package func append(_ bytes: [UInt8]) throws(FileFailure) {
        let code: Int32 = state.withLock { state in
            let code = DescriptorWriting.writeAll(bytes.span, to: state.descriptor)
            if code == 0 {
                state.length += bytes.count
            } else {
                _ = ftruncate(state.descriptor, off_t(state.length))
            }
            return code
        }
        guard code == 0 else { throw .writing(path, code: code) }
    }

    /// Cuts the file.
    package func truncate(to length: Int) throws(FileFailure) {
        let code: Int32 = state.withLock { state in
            guard ftruncate(state.descriptor, off_t(length)) == 0 else { return errno }
            state.length = length
            return 0
        }
        guard code == 0 else { throw .writing(path, code: code) }
    }

    /// Makes sure that it is on the disk.
    package func sync() { state.withLock { state in _ = fsync(state.descriptor) } }

    /// Replaces the whole content; others see the old or the new, and the lock is never let go.
    package func replace(with bytes: [UInt8]) throws(FileFailure) {
        var file = try OutputFile(staging: path)
        try file.write(bytes)
        let descriptor = unsafe open(file.temporaryPath, O_RDWR | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0 else { throw .writing(path, code: errno) }
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        do throws(FileFailure) {
            try file.commit()
        } catch {
            close(descriptor)
            throw error
        }
        state.withLock { state in
            close(state.descriptor)
            state = State(descriptor: descriptor, length: bytes.count)
        }
    }
}

/// A file that others may write to as well, line by line: a log.
package final class LogFile: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Opens a log; what is in it stays.
    ///
    /// - Parameters:
    ///   - path: the log; it is created where it is missing.
    ///   - inputs: what is read, and never added to.
    /// - Throws: ``FileFailure`` where it is an input or cannot be written.
    package init(path: String, sparing inputs: InputRegister) throws(FileFailure) {
        try Replacement(true, sparing: inputs).checkInputs(path)
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .writing(path, code: errno) }
    }

    deinit { close(descriptor) }

    /// Adds bytes that end in a line feed.
    package func append(_ bytes: [UInt8]) throws(FileFailure) {
        let code = DescriptorWriting.writeAll(bytes.span, to: descriptor)
        guard code == 0 else { throw .writing(path, code: code) }
    }
}
