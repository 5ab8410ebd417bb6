/// Paths taken apart and put together as text.
public enum PathText {
    /// The last part of a path: `乙/甲.csv` gives `甲.csv`.
    public static func name(of path: String) -> String {
        let trimmed = withoutTrailingSlashes(path)
        guard let slash = trimmed.lastIndex(of: "/") else { return trimmed }
        let name = String(trimmed[trimmed.index(after: slash)...])
        return name.isEmpty ? trimmed : name
    }

    /// The folder part of a path with its slash: `乙/甲.csv` gives `乙/`, a bare name gives nothing.
    public static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[...slash])
    }

    /// The extension in lower case without its dot: `甲.CSV` gives `csv`. A name like `.csv` has none.
    public static func `extension`(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// The last part without its extension: `乙/甲.csv` gives `甲`.
    public static func stem(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The path with another extension: `乙/甲.csv` and `xlsx` give `乙/甲.xlsx`.
    public static func replacingExtension(of path: String, with new: String) -> String {
        let old = self.extension(of: path)
        return (old.isEmpty ? path : String(path.dropLast(old.count + 1))) + "." + new
    }

    /// A name inside a folder; an empty folder means the current one.
    public static func joined(_ folder: String, _ name: String) -> String {
        if folder.isEmpty { return name }
        return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// A path that starts at a folder: `甲/` and `../乙.csv` give `乙.csv`, unless a link makes that another file.
    ///
    /// - Parameters:
    ///   - path: the path; an absolute one stays as it is.
    ///   - folder: the folder with its slash; empty for the current one.
    /// - Returns: the path as the program opens it.
    package static func resolved(_ path: String, from folder: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        var base = folder
        var rest = path[...]
        while rest == ".." || rest.hasPrefix("../"), base.count > 1, name(of: base) != "..", name(of: base) != "." {
            let above = self.folder(of: withoutTrailingSlashes(base))
            guard let identity = FileStatus(path: base + "..")?.identity,
                identity == FileStatus(path: above.isEmpty ? "." : above)?.identity
            else { break }
            base = above
            rest = rest.dropFirst(3)
        }
        let resolved = base + rest
        return resolved.isEmpty ? "." : resolved
    }

    /// Whether an office program made this file to say that another one is open.
    public static func isLockFile(_ name: String) -> Bool {
        name.hasPrefix("~$") || name.hasPrefix(".~") || name.hasPrefix(".~lock.")
    }

    private static func withoutTrailingSlashes(_ path: String) -> String {
        var path = path[...]
        while path.count > 1, path.last == "/" { path.removeLast() }
        return String(path)
    }
}
