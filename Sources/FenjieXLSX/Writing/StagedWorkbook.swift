internal import CXLSXWriter
internal import FenjieFiles
internal import Glibc

/// A file without a name that libxlsxwriter writes to by a path of the process: in memory, else among temporary files.
///
/// The library reports a full disk on standard error, in English; here that happens to our own copy loop instead. Nothing
/// is left of it however the process ends.
package struct StagedWorkbook: ~Copyable {
    private let descriptor: Int32
    private var offset = 0
    /// The whole size; `nil` until the content is asked for.
    private var size: Int?
    /// MFD_CLOEXEC.
    private static let closeOnExec: UInt32 = 1

    /// The name under which the process can open the file.
    package var path: String { "/proc/self/fd/\(descriptor)" }

    /// `nil` where the system has no such files.
    package init?() {
        let opened = Self.open()
        guard opened >= 0 else { return nil }
        guard unsafe access("/proc/self/fd/\(opened)", W_OK) == 0 else {
            close(opened)
            return nil
        }
        descriptor = opened
    }

    deinit { close(descriptor) }

    private static func open() -> Int32 {
        let inMemory = unsafe memfd_create("fenjie", closeOnExec)
        guard inMemory < 0 else { return inMemory }
        let folder = unsafe getenv("TMPDIR").flatMap { unsafe String(validatingCString: $0) } ?? "/tmp"
        var template = Array("\(folder)/fenjie-XXXXXX".utf8CString)
        return unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let name = buffer.baseAddress else { return -1 }
            let opened = unsafe mkstemp(name)
            guard opened >= 0 else { return -1 }
            unsafe unlink(name)
            _ = fcntl(opened, F_SETFD, FD_CLOEXEC)
            return opened
        }
    }

    /// The next piece of the content; `nil` behind the last.
    ///
    /// - Throws: ``WorkbookWritingFailure`` where it cannot be read again to its end.
    package mutating func next() throws(WorkbookWritingFailure) -> [UInt8]? {
        let size = try wholeSize()
        guard offset < size else { return nil }
        var code: Int32 = 0
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
            var part = -1
            repeat {
                part = unsafe pread(descriptor, buffer.baseAddress, 1 << 18, off_t(offset))
                code = part < 0 ? errno : 0
            } while code == EINTR
            count = max(0, part)
        }
        // Half a workbook must never pass for a whole one.
        guard !chunk.isEmpty else { throw WorkbookWritingFailure(.writing("", code: code == 0 ? EIO : code)) }
        offset += chunk.count
        return chunk
    }

    private mutating func wholeSize() throws(WorkbookWritingFailure) -> Int {
        if let size { return size }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw WorkbookWritingFailure(.writing("", code: errno)) }
        let found = Int(status.st_size)
        size = found
        return found
    }
}
