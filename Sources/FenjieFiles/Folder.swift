internal import Glibc

/// A folder: what it holds, and how it comes to be.
public enum Folder {
    /// The names in a folder, sorted by their bytes; those that are no UTF-8 apart, with `\xE4` for such bytes.
    ///
    /// - Parameter path: the folder.
    /// - Returns: the names without `.` and `..`.
    /// - Throws: ``FileFailure`` where the folder cannot be read.
    public static func names(in path: String) throws(FileFailure) -> (names: [String], undecodable: [String]) {
        let (names, broken) = try entries(in: path)
        return (names, broken.map(\.text))
    }

    /// The names in a folder, sorted by their bytes; those that are no UTF-8 apart.
    ///
    /// - Throws: ``FileFailure`` where the folder cannot be read.
    static func entries(in path: String) throws(FileFailure) -> (names: [String], broken: [BrokenName]) {
        guard let handle = unsafe opendir(path) else { throw .reading(path, code: errno) }
        defer { unsafe closedir(handle) }
        var names: [[UInt8]] = []
        var broken: [BrokenName] = []
        errno = 0
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { storage in
                unsafe Array(storage.prefix { $0 != 0 })
            }
            if String(validating: name, as: UTF8.self) == nil {
                let text = name.map { CChar(bitPattern: $0) } + [0]
                var status = stat()
                let isFound = unsafe fstatat(dirfd(handle), text, &status, 0) == 0
                broken.append(BrokenName(bytes: name, isFolder: isFound && status.st_mode & S_IFMT == S_IFDIR))
            } else if name != [0x2E], name != [0x2E, 0x2E] {
                names.append(name)
            }
            errno = 0
        }
        guard errno == 0 else { throw .reading(path, code: errno) }
        names.sort { $0.lexicographicallyPrecedes($1) }
        broken.sort { $0.text < $1.text }
        return (names.map { String(decoding: $0, as: UTF8.self) }, broken)
    }

    /// The names in a folder that can be used; what cannot be is told.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - failures: gets a failure for each name that is no UTF-8, or for a folder that cannot be read.
    /// - Returns: the names, sorted by their bytes.
    static func usableNames(in path: String, failures: inout [FileFailure]) -> [String] {
        do {
            let (names, undecodable) = try names(in: path)
            for name in undecodable { failures.append(.undecodableName(PathText.joined(path, name))) }
            return names
        } catch {
            failures.append(error)
            return []
        }
    }

    /// Creates a folder and those above it that are missing.
    ///
    /// - Throws: ``FileFailure`` where that is not possible.
    public static func create(_ path: String) throws(FileFailure) {
        var end = path.utf8.startIndex
        while end < path.utf8.endIndex {
            end = path.utf8[path.utf8.index(after: end)...].firstIndex(of: UInt8(ascii: "/")) ?? path.utf8.endIndex
            let part = String(path[..<end])
            if unsafe mkdir(part, 0o777) != 0 {
                let code = errno
                guard FileStatus(path: part)?.kind == .folder else { throw .writing(path, code: code) }
            }
        }
    }
}

/// A name in a folder that is no UTF-8, so that it cannot be spoken of.
struct BrokenName {
    let bytes: [UInt8]
    let isFolder: Bool

    /// The name with `\xE4` for such bytes.
    var text: String {
        var text = ""
        for byte in bytes {
            if (0x20..<0x7F).contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        return text
    }
}

extension Folder {
    /// Removes a file; one that is not there is no failure.
    package static func removeFile(_ path: String) { _ = unsafe unlink(path) }

    /// Moves a file to another name on the same disk, where nothing is yet.
    ///
    /// - Throws: ``FileFailure`` where the name is taken or the disk is another.
    package static func moveFile(_ path: String, to target: String) throws(FileFailure) {
        let code = Renaming.renameWhereNothingIs(path, to: target)
        guard code != EEXIST else { throw .exists(target) }
        guard code == 0 else { throw .writing(target, code: code) }
    }

    /// The path without links and `..`; `nil` where nothing stands there.
    package static func realPath(_ path: String) -> String? {
        guard let text = unsafe realpath(path.isEmpty ? "." : path, nil) else { return nil }
        defer { unsafe free(text) }
        return unsafe String(validatingCString: text)
    }
}
