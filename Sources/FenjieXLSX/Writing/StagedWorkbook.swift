internal import CXLSXWriter
internal import FenjieFiles
internal import Glibc

/// A file in memory that libxlsxwriter writes to by its path.
///
/// The library reports a full disk on standard error, in English; here that happens to our own copy loop instead.
struct StagedWorkbook: ~Copyable {
    private let descriptor: Int32
    /// MFD_CLOEXEC.
    private static let closeOnExec: UInt32 = 1

    /// The name under which the process can open the file.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// `nil` where the system has no such files.
    init?() {
        let opened = unsafe memfd_create("fenjie", Self.closeOnExec)
        guard opened >= 0 else { return nil }
        guard unsafe access("/proc/self/fd/\(opened)", W_OK) == 0 else {
            close(opened)
            return nil
        }
        descriptor = opened
    }

    deinit { close(descriptor) }

    /// Hands over the content piece by piece.
    func forEachChunk(_ body: ([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) {
        var chunk: [UInt8] = []
        var offset = 0
        while true {
            let start = offset
            chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                count = max(0, unsafe pread(descriptor, buffer.baseAddress, 1 << 18, off_t(start)))
            }
            guard !chunk.isEmpty else { return }
            try body(chunk)
            offset += chunk.count
        }
    }
}
