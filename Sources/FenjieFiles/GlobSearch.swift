/// The paths that fit a pattern over several folders; `**` stands for any number of them.
struct GlobSearch {
    /// What fits, by the bytes of the names; the relative path begins where the pattern does.
    private(set) var paths: [(path: String, relativePath: String)] = []
    /// Folders that could not be read.
    private(set) var failures: [FileFailure] = []
    private var seen: Set<String> = []

    init(pattern: String) {
        var parts: [String] = []
        for part in pattern.split(separator: "/") where part != "**" || parts.last != "**" {
            parts.append(String(part))
        }
        var base = pattern.hasPrefix("/") ? "/" : ""
        while let first = parts.first, !GlobPattern.isPattern(first) {
            base = PathText.joined(base, first)
            parts.removeFirst()
        }
        search(base, relativePath: "", parts[...], above: [])
    }

    private mutating func search(
        _ folder: String, relativePath: String, _ parts: ArraySlice<String>, above: [FileStatus.Identity]
    ) {
        guard let part = parts.first else {
            if seen.insert(folder).inserted { paths.append((folder, relativePath)) }
            return
        }
        let rest = parts.dropFirst()
        let path = folder.isEmpty ? "." : folder
        guard let status = FileStatus(path: path), status.kind == .folder, above.count < InputDiscovery.depthLimit
        else { return }
        let above = above + [status.identity]
        if part == "**" {
            // A link back to a folder above would never end.
            guard !above.dropLast().contains(status.identity) else { return }
            let entries = entries(of: path)
            match(entries, in: folder, relativePath, rest.isEmpty ? ["*"] : rest, above)
            for name in entries.names where !name.hasPrefix(".") {
                let child = PathText.joined(folder, name)
                guard FileStatus(path: child)?.kind == .folder else { continue }
                search(child, relativePath: PathText.joined(relativePath, name), parts, above: above)
            }
            for name in entries.broken where name.isFolder { note(name, in: path) }
        } else {
            match(GlobPattern.isPattern(part) ? entries(of: path) : ([], []), in: folder, relativePath, parts, above)
        }
    }

    /// Goes on with what fits the first part of a pattern among the entries of a folder.
    private mutating func match(
        _ entries: (names: [String], broken: [BrokenName]), in folder: String, _ relativePath: String,
        _ parts: ArraySlice<String>, _ above: [FileStatus.Identity]
    ) {
        guard let part = parts.first else { return }
        let rest = parts.dropFirst()
        guard GlobPattern.isPattern(part) else {
            let child = PathText.joined(folder, part)
            guard FileStatus(path: child) != nil else { return }
            return search(child, relativePath: PathText.joined(relativePath, part), rest, above: above)
        }
        let pattern = GlobPattern(parsing: part)
        let isHidden = part.hasPrefix(".")
        for name in entries.names where (isHidden || !name.hasPrefix(".")) && pattern.matches(name) {
            let relative = PathText.joined(relativePath, name)
            search(PathText.joined(folder, name), relativePath: relative, rest, above: above)
        }
        for name in entries.broken where rest.isEmpty || name.isFolder {
            guard isHidden || name.bytes.first != UInt8(ascii: "."), pattern.couldMatch(name.bytes) else { continue }
            note(name, in: folder)
        }
    }

    private mutating func entries(of path: String) -> (names: [String], broken: [BrokenName]) {
        do {
            return try Folder.entries(in: path)
        } catch {
            failures.append(error)
            return ([], [])
        }
    }

    /// Tells of a name that cannot be used, once.
    private mutating func note(_ name: BrokenName, in folder: String) {
        let path = PathText.joined(folder == "." ? "" : folder, name.text)
        if seen.insert(path).inserted { failures.append(.undecodableName(path)) }
    }
}
