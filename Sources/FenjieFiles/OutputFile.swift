internal import FenjieModel
internal import Glibc

/// One output that appears whole under its name, or not at all.
///
/// Bytes go to a temporary file in the same folder; `commit` syncs it and renames it. A value that is dropped without
/// `commit` removes its temporary file.
public struct OutputFile: ~Copyable {
    /// The name under which the output will appear.
    public let path: String
    /// The temporary file, for writers that want a path of their own.
    public let temporaryPath: String
    private let replacement: Replacement
    private let descriptor: Int32
    private var isCommitted = false
    private var isStaged = false
    /// Takes in what is written, for outputs that are to be staged.
    private var hasher: DigestHasher?
    private var hashed = 0

    /// Prepares an output.
    ///
    /// - Parameters:
    ///   - path: the name under which the output will appear.
    ///   - replacing: whether a file that exists may be replaced.
    /// - Throws: ``FileFailure`` where the target is an input, exists, is a folder, or its folder cannot be written.
    public init(path: String, replacing: Replacement) throws(FileFailure) {
        try self.init(path: path, replacing: replacing, followsLinks: true)
    }

    /// Prepares an output that is to be staged; a link of its name would be replaced, never what it leads to.
    ///
    /// Whether it may replace what exists is asked when it is to appear.
    package init(staging path: String) throws(FileFailure) {
        try self.init(path: path, replacing: true, followsLinks: false)
        hasher = DigestHasher()
    }

    private init(path: String, replacing: Replacement, followsLinks: Bool) throws(FileFailure) {
        var status = stat()
        let exists = unsafe stat(path, &status) == 0
        if exists {
            guard status.st_mode & S_IFMT != S_IFDIR else { throw .writing(path, code: EISDIR) }
            // Renaming over /dev/null would take it from the whole machine.
            guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
            try replacing.check(FileStatus.Identity(status), of: path)
            guard replacing.isAllowed else { throw .exists(path) }
        }
        // A link stays a link: the file that it leads to is replaced.
        let target = exists && followsLinks ? Self.resolved(path) : path
        let (folder, name) = Self.split(target)
        var attempt = 0
        while true {
            let candidate = folder + Self.temporaryName(for: name, attempt: attempt)
            let opened = TemporaryFiles.create(candidate)
            if opened >= 0 {
                self.path = target
                temporaryPath = candidate
                if exists { _ = fchmod(opened, status.st_mode & 0o777) }
                replacement = replacing
                descriptor = opened
                return
            }
            guard errno == EEXIST, attempt < 100 else { throw .writing(path, code: errno) }
            attempt += 1
        }
    }

    /// Adds bytes at the end.
    public mutating func write(_ bytes: Span<UInt8>) throws(FileFailure) {
        let failure = DescriptorWriting.writeAll(bytes, to: descriptor)
        guard failure == 0 else { throw .writing(path, code: failure) }
        hashed += bytes.count
        hasher?.update(bytes)
    }

    /// Adds bytes at the end.
    public mutating func write(_ bytes: [UInt8]) throws(FileFailure) { try write(bytes.span) }

    /// Makes the output appear under its name.
    ///
    /// - Throws: ``FileFailure`` where the disk is full or the target has appeared meanwhile; nothing is left behind.
    public consuming func commit() throws(FileFailure) {
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
            throw .writing(path, code: errno)
        }
        if replacement.isAllowed {
            guard unsafe rename(temporaryPath, path) == 0 else { throw .writing(path, code: errno) }
        } else {
            let code = Renaming.renameWhereNothingIs(temporaryPath, to: path)
            guard code != EEXIST else { throw .exists(path) }
            guard code == 0 else { throw .writing(path, code: code) }
        }
        isCommitted = true
    }

    /// Ends the writing; the output is synced and appears later, and no descriptor stays open meanwhile.
    ///
    /// - Returns: the whole content under its temporary name.
    /// - Throws: ``FileFailure`` where it cannot be read again for its digest.
    package consuming func stage() throws(FileFailure) -> StagedOutput {
        var status = stat()
        // Where somebody wrote to the temporary file by its path, it has to be read again.
        let isKnown = unsafe fstat(descriptor, &status) == 0 && Int(status.st_size) == hashed
        let digest = isKnown ? hasher?.finish() : nil
        let staged = try StagedOutput(
            path: path, temporaryPath: temporaryPath, measured: digest.map { ($0, hashed) })
        isStaged = true
        return staged
    }

    /// Gives the output up; nothing of it stays.
    public consuming func discard() {}

    deinit {
        close(descriptor)
        guard !isStaged else { return }
        if !isCommitted { unsafe unlink(temporaryPath) }
        TemporaryFiles.remove(temporaryPath)
    }

    /// The path without links, or as it is where it cannot be resolved.
    private static func resolved(_ path: String) -> String {
        guard let text = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(text) }
        return unsafe String(validatingCString: text) ?? path
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    /// A hidden name in the target's folder; the target's own name is cut so that the whole stays below 255 bytes.
    private static func temporaryName(for name: String, attempt: Int) -> String {
        var stem = ""
        for character in name {
            guard stem.utf8.count + String(character).utf8.count <= 200 else { break }
            stem.append(character)
        }
        return ".\(stem).\(TemporaryFiles.mark)\(getpid())-\(attempt)\(TemporaryFiles.suffix)"
    }
}
