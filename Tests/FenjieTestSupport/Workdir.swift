internal import FenjieFiles
internal import Glibc

/// A fresh folder for one test; it goes when the value does.
public final class Workdir: Sendable {
    /// Its path, links resolved.
    public let path: String

    /// Makes a folder below the system's folder for temporary files.
    public init() {
        let parent = ProcessEnvironment.values(of: ["TMPDIR"])["TMPDIR"] ?? "/tmp"
        var template = Array("\(parent)/fenjie-test-XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { storage in
            unsafe storage.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
        }
        guard let made else { preconditionFailure("no folder for tests can be made in \(parent)") }
        path = made
    }

    deinit { Self.remove(path) }

    /// The path of a name inside the folder.
    public func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file; folders that are missing are created.
    ///
    /// - Parameters:
    ///   - bytes: its content.
    ///   - name: its name inside the folder.
    /// - Returns: its path.
    /// - Throws: ``FileFailure`` where it cannot be written.
    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        let target = path(name)
        try Folder.create(PathText.folder(of: target))
        var file = try OutputFile(path: target, replacing: true)
        try file.write(bytes)
        try file.commit()
        return target
    }

    /// Writes a text as UTF-8.
    ///
    /// - Parameters:
    ///   - text: its content.
    ///   - name: its name inside the folder.
    /// - Returns: its path.
    /// - Throws: ``FileFailure`` where it cannot be written.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

    /// Makes a symbolic link.
    ///
    /// - Parameters:
    ///   - name: the link's name inside the folder.
    ///   - target: where it leads.
    public func link(_ name: String, to target: String) {
        precondition(unsafe symlink(target, path(name)) == 0, "no link could be made")
    }

    /// The text of a file.
    public func text(of name: String) throws -> String {
        String(decoding: try InputFile(path: path(name)).contents(), as: UTF8.self)
    }

    /// The names in the folder, hidden ones too, sorted by their bytes.
    public var names: [String] { (try? Folder.names(in: path).names) ?? [] }

    private static func remove(_ path: String) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            _ = unsafe chmod(path, 0o700)
            for name in (try? Folder.names(in: path).names) ?? [] { remove("\(path)/\(name)") }
            _ = unsafe rmdir(path)
        } else {
            _ = unsafe unlink(path)
        }
    }
}
