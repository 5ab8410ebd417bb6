internal import Glibc

extension TemporaryFiles {
    /// Removes what a batch that was killed left behind, in a folder and all below.
    ///
    /// The caller holds the lock of those batches, so that none of them is at work.
    ///
    /// - Parameters:
    ///   - folder: where outputs go.
    ///   - isOurs: whether the files of a mark may go.
    /// - Returns: how many files were removed.
    package static func removeLeftOver(in folder: String, where isOurs: (_ mark: Substring) -> Bool) -> Int {
        var removed = 0
        var folders = [folder]
        while let path = folders.popLast() {
            guard let handle = unsafe opendir(path) else { continue }
            defer { unsafe closedir(handle) }
            while let entry = unsafe readdir(handle) {
                let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { storage in
                    unsafe Array(storage.prefix { $0 != 0 })
                }
                guard bytes != [0x2E], bytes != [0x2E, 0x2E] else { continue }
                let type = unsafe Int(entry.pointee.d_type)
                guard let name = String(validating: bytes, as: UTF8.self) else { continue }
                if isFolder(type, path, name) {
                    folders.append("\(path)/\(name)")
                } else if let mark = mark(in: name), isOurs(mark), unsafe unlink("\(path)/\(name)") == 0 {
                    removed += 1
                }
            }
        }
        return removed
    }

    /// Links are not followed.
    private static func isFolder(_ type: Int, _ folder: String, _ name: String) -> Bool {
        if type == Int(DT_DIR) { return true }
        guard type == Int(DT_UNKNOWN) else { return false }
        var status = stat()
        return unsafe lstat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The mark in a name of ours: `run2of8-` in `.甲.xlsx.run2of8-4711-0.fenjie-tmp`.
    private static func mark(in name: String) -> Substring? {
        guard name.hasPrefix("."), name.hasSuffix(suffix) else { return nil }
        let stem = name.dropLast(suffix.count)
        guard let dot = stem.lastIndex(of: ".") else { return nil }
        let parts = stem[stem.index(after: dot)...].split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 ? parts[0] : nil
    }
}
