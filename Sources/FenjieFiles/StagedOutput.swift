internal import FenjieModel
internal import Glibc
internal import Synchronization

/// One output that is written but has not appeared yet: a temporary file with its size and digest.
///
/// Many may wait at a time, as none holds a descriptor. One that is dropped without `commit` removes its file.
package final class StagedOutput: Sendable {
    /// The name under which the output will appear.
    package let path: String
    /// Its size in bytes.
    package let size: Int
    /// The digest of its bytes.
    package let digest: Digest
    private let temporaryPath: String
    private let isGone = Atomic(false)

    /// - Parameters:
    ///   - path: the name under which the output will appear.
    ///   - temporaryPath: where it lies now.
    ///   - measured: the digest and size, where they are known.
    /// - Throws: ``FileFailure`` where it has to be read for its digest and cannot be.
    init(path: String, temporaryPath: String, measured: (digest: Digest, size: Int)?) throws(FileFailure) {
        self.path = path
        self.temporaryPath = temporaryPath
        if let measured {
            (digest, size) = measured
        } else {
            (digest, size) = try Digest.measure(InputFile(path: temporaryPath))
        }
    }

    /// Syncs the output and makes it appear under its name.
    ///
    /// A file that exists with the same bytes is no obstacle: an interrupted run may have put it there.
    ///
    /// - Parameter replacing: whether another file of this name may be replaced.
    /// - Throws: ``FileFailure`` where the disk is full, or the name is taken or that of an input; nothing is left behind.
    package func commit(replacing: Replacement) throws(FileFailure) {
        try sync()
        if replacing.isAllowed {
            if let status = FileStatus(path: path) { try replacing.check(status.identity, of: path, kind: .output) }
            guard unsafe rename(temporaryPath, path) == 0 else { throw .writing(path, code: errno) }
        } else {
            let code = Renaming.renameWhereNothingIs(temporaryPath, to: path)
            guard code == 0 || code == EEXIST else { throw .writing(path, code: code) }
            if code == EEXIST {
                guard let file = try? InputFile(path: path), file.size == size,
                    let there = try? Digest.measure(file).digest, there == digest
                else { throw .exists(path) }
                unsafe unlink(temporaryPath)
            }
        }
        isGone.store(true, ordering: .relaxed)
        TemporaryFiles.remove(temporaryPath)
    }

    private func sync() throws(FileFailure) {
        let descriptor = unsafe open(temporaryPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .writing(path, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw .writing(path, code: errno) }
    }

    deinit {
        guard !isGone.load(ordering: .relaxed) else { return }
        unsafe unlink(temporaryPath)
        TemporaryFiles.remove(temporaryPath)
    }
}

extension Digest {
    /// The digest of a file and the number of its bytes, in memory that does not grow with it.
    ///
    /// - Throws: ``FileFailure`` where it cannot be read.
    package static func measure(_ file: InputFile) throws(FileFailure) -> (digest: Digest, size: Int) {
        var hasher = DigestHasher()
        var window: [UInt8] = []
        var offset = 0
        while try file.read(at: offset, count: 1 << 18, into: &window) > 0 {
            hasher.update(window.span)
            offset += window.count
        }
        return (hasher.finish(), offset)
    }
}
