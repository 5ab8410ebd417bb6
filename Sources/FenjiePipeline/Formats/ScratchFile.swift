internal import Glibc

/// A file of our own in the system's folder for temporary files, removed when it is no longer used.
final class ScratchFile {
    let path: String
    private let folder: String

    init() {
        let base = unsafe getenv("TMPDIR").flatMap { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array((base + "/fenjie-XXXXXX").utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
        }
        folder = made ?? base + "/fenjie-\(getpid())"
        path = folder + "/output"
    }

    deinit {
        unsafe unlink(path)
        unsafe rmdir(folder)
    }
}
