internal import Glibc

/// Gives files other names.
enum Renaming {
    /// Gives a file another name on the same disk without ever replacing what has that name.
    ///
    /// Unlike `rename`, `link` fails where something has appeared under the name. FAT and some network file systems have no
    /// links; there the name is looked at just before.
    ///
    /// - Returns: 0, or the `errno` value that stopped it; `EEXIST` where the name is taken.
    static func renameWhereNothingIs(_ path: String, to target: String) -> Int32 {
        if unsafe link(path, target) == 0 {
            guard unsafe unlink(path) != 0 else { return 0 }
            let code = errno
            unsafe unlink(target)
            return code
        }
        var status = stat()
        guard errno != EEXIST, unsafe lstat(target, &status) != 0 else { return EEXIST }
        return unsafe rename(path, target) == 0 ? 0 : errno
    }
}
