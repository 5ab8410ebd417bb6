internal import CXLSXWriter
internal import Glibc

/// Where libxlsxwriter keeps what it is working on.
///
/// It writes each part of a workbook to a temporary file first and does not notice when that file is cut short by a
/// full disk. So a folder is only used while it has much more room than the workbook can need.
struct WritingMemory {
    /// The folder for temporary files.
    let folder: String
    private let needed: Int

    /// Chooses a folder, one in memory where possible.
    ///
    /// - Parameters:
    ///   - preferred: a folder to use instead.
    ///   - needed: bytes of the workbook's largest part, at most.
    /// - Throws: ``WorkbookWritingFailure`` where none has enough room.
    init(preferred: String?, needed: Int) throws(WorkbookWritingFailure) {
        Self.tuneAllocator
        self.needed = needed
        let system = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) }
        let candidates = preferred.map { [$0] } ?? ["/dev/shm", system, "/tmp"].compactMap(\.self)
        guard let folder = candidates.first(where: { Self.hasRoom($0, needed) }) else {
            throw .noTemporarySpace(candidates.last ?? "/tmp")
        }
        self.folder = folder
    }

    /// Makes sure that the folder did not fill up meanwhile.
    func checkRoom() throws(WorkbookWritingFailure) {
        guard Self.hasRoom(folder, needed) else { throw .noTemporarySpace(folder) }
    }

    private static func hasRoom(_ folder: String, _ needed: Int) -> Bool {
        var status = statvfs()
        guard unsafe access(folder, W_OK | X_OK) == 0, unsafe statvfs(folder, &status) == 0 else { return false }
        return status.f_bavail.multipliedReportingOverflow(by: status.f_frsize).partialValue / 2 > UInt(needed)
    }

    /// Keeps freed memory for the next workbook: without it, a third of the time for small ones is the kernel's.
    private static let tuneAllocator: Void = {
        mallopt(M_TRIM_THRESHOLD, 256 << 20)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TOP_PAD, 4 << 20)
    }()
}
