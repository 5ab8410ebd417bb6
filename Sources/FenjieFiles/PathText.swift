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
